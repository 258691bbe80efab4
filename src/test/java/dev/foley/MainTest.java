package dev.foley;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class MainTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir
  private Path directory;

  @Test
  void withoutACommandTheCommandsAreShown() {
    assertThat(foley()).isEqualTo(2);
    assertThat(err.toString()).contains("run", "demo", "simulator", "bench");
  }

  @Test
  void aMistypedCommandIsCorrected() {
    assertThat(foley("dmeo")).isEqualTo(2);
    assertThat(err.toString()).contains("demo");
  }

  @Test
  void aTakenPortIsASentence() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThat(foley("simulator", "--port", Integer.toString(taken.getLocalPort()))).isEqualTo(1);
      assertThat(err.toString()).contains("Port " + taken.getLocalPort() + " is in use").doesNotContain("\tat ");
    }
  }

  @Test
  void theDemoSavesWhatItShowed() throws Exception {
    assertThat(foley("demo", "--out", directory.toString(), "--time-factor", "60", "--command",
        "/music prompt:short and sweet seconds:2")).as(() -> err.toString()).isZero();

    try (var files = Files.list(directory)) {
      assertThat(files.map(file -> file.getFileName().toString())).singleElement().asString()
          .startsWith("short-and-sweet-").endsWith(".wav");
    }
    assertThat(out.toString()).contains("#music", "mia  /music prompt:short and sweet seconds:2", "is thinking…",
        "stable-audio", "not an AI model", "Saved ");
  }

  @Test
  void theDemoFailsWhereTheMemberWouldBeRefused() {
    assertThat(foley("demo", "--out", directory.toString(), "--command", "/music prompt:x seconds:999")).isEqualTo(1);
    assertThat(err.toString()).contains("seconds");
  }

  private int foley(String... args) {
    CommandLine line = Main.commandLine();
    line.setOut(new PrintWriter(out, true));
    line.setErr(new PrintWriter(err, true));
    return line.execute(args);
  }
}
