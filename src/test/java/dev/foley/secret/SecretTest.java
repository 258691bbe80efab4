package dev.foley.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SecretTest {
  private static final String TEXT = "sk-live-0123456789";
  private static final Secret SECRET = Secret.of(TEXT);

  private record Settings(String name, Secret key) {}

  @Test
  void onlyRevealTellsIt() {
    assertThat(SECRET.reveal()).isEqualTo(TEXT);
  }

  @Test
  void printingShowsNothingOfIt() {
    assertThat(List.of(SECRET.toString(), "" + SECRET, String.format("%s", SECRET), List.of(SECRET).toString(),
        Map.of("key", SECRET).toString(), new Settings("a", SECRET).toString()))
        .allSatisfy(printed -> assertThat(printed).contains("[redacted]").doesNotContain("sk-live"));
  }

  @Test
  void aStackTraceShowsNothingOfIt() {
    StringWriter trace = new StringWriter();
    new IllegalStateException("refused with " + SECRET, new IOException(SECRET.toString()))
        .printStackTrace(new PrintWriter(trace));

    assertThat(trace.toString()).contains("refused with [redacted]").doesNotContain("sk-live");
  }

  @Test
  void jacksonFindsNothingToWrite() throws IOException {
    assertThat(catchThrowable(() -> new ObjectMapper().writeValueAsString(SECRET)))
        .hasMessageNotContaining("sk-live");
    assertThat(new ObjectMapper().disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
        .writeValueAsString(new Settings("a", SECRET))).isEqualTo("{\"name\":\"a\",\"key\":{}}");
  }

  @Test
  void javaSerialisationRefusesIt() {
    assertThat(catchThrowable(() -> {
      try (ObjectOutputStream out = new ObjectOutputStream(OutputStream.nullOutputStream())) {
        out.writeObject(SECRET);
      }
    })).isInstanceOf(NotSerializableException.class);
  }

  @Test
  void equalTextsAreEqualSecrets() {
    assertThat(SECRET).isEqualTo(Secret.of(TEXT)).hasSameHashCodeAs(Secret.of(TEXT)).isNotEqualTo(Secret.of("other"));
  }

  @Test
  void aBlankOneIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> Secret.of(" \n")).withMessage("a secret must not be blank");
  }
}
