package dev.foley.discord;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foley.generation.Generation;
import dev.foley.generation.GenerationState;
import dev.foley.provider.AudioArtifact;
import dev.foley.provider.FailureReason;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NoticesTest {
  private static final Place REPLY = new Place.Reply(Samples.TOKEN);
  private static final Place CHANNEL = new Place.InChannel(Samples.CHANNEL);
  private static final Place DIRECT = new Place.Direct(Samples.MEMBER);
  private static final AudioArtifact WAV = Samples.wav(Path.of("result.wav"));

  @Test
  void aResultShowsItsPromptItsFactsAndItsFile() {
    assertThat(Notices.withFile(Samples.ready(WAV), WAV, REPLY)).isEqualTo(new Notice("", Optional.empty(),
        new Notice.Card("Music", "“warm lo-fi piano, rain”\n12.0 s · 44.1 kHz stereo 16-bit WAV · 2.0 MB", Notices.CALM,
            "stable-audio · made in 54 s · 0ABCDEFGHJKMN"),
        Optional.of(new Notice.Attachment(WAV.file(), "warm-lo-fi-piano-rain-0ABCDEFGHJKMN.wav")), List.of()));
  }

  @Test
  void aLateResultMentionsOnlyItsAuthor() {
    Notice notice = Notices.withFile(Samples.ready(WAV), WAV, CHANNEL);
    assertThat(notice.content()).isEqualTo("<@300> Your /music is ready.");
    assertThat(notice.mentions()).contains(Samples.MEMBER);
  }

  @Test
  void aDirectMessageSaysWhyItComes() {
    assertThat(Notices.withFile(Samples.ready(WAV), WAV, DIRECT).content()).contains("could not post it");
    assertThat(Notices.withFile(Samples.ready(WAV, Samples.directOrigin(), "x"), WAV, DIRECT).content()).isEmpty();
    assertThat(Notices.withFile(Samples.ready(WAV), WAV, DIRECT).mentions()).isEmpty();
  }

  @Test
  void aFileThatIsTooLargeBecomesALink() {
    Notice notice = Notices.withLink(Samples.ready(WAV), WAV, REPLY).orElseThrow();
    assertThat(notice.attachment()).isEmpty();
    assertThat(notice.actions()).containsExactly(new Notice.Action.Link(WAV.source().orElseThrow(), "Download"));
    assertThat(notice.card().description()).contains("The file has 2.0 MB, more than can be posted here");
  }

  @Test
  void anAddressTooLongForAButtonStandsInTheText() {
    URI signed = URI.create("https://cdn.example.com/a_(1).wav?sig=" + "x".repeat(600));
    AudioArtifact audio = new AudioArtifact(WAV.file(), WAV.sizeBytes(), WAV.content(), Optional.of(signed));
    Notice notice = Notices.withLink(Samples.ready(audio), audio, REPLY).orElseThrow();
    assertThat(notice.actions()).isEmpty();
    assertThat(notice.card().description())
        .endsWith("\n[Download](https://cdn.example.com/a_%281%29.wav?sig=" + "x".repeat(600) + ")");
  }

  @ParameterizedTest
  @ValueSource(strings = {"file:///etc/passwd", "ftp://example.com/a", "data:audio/wav;base64,AA",
      "javascript:alert(1)",
      "https:opaque"})
  void onlyAddressesOfTheWebAreLinked(String address) {
    AudioArtifact audio = new AudioArtifact(WAV.file(), WAV.sizeBytes(), WAV.content(),
        Optional.of(URI.create(address)));
    assertThat(Notices.withLink(Samples.ready(audio), audio, REPLY)).isEmpty();
  }

  @Test
  void aFailureSaysWhyWhatItCostAndOffersAnotherTry() {
    Generation generation = Samples.generation(3,
        new GenerationState.Failing(FailureReason.DEADLINE_PASSED, Samples.ASKED));
    assertThat(Notices.failure(generation, FailureReason.DEADLINE_PASSED, REPLY)).isEqualTo(new Notice("",
        Optional.empty(),
        new Notice.Card("No sound this time", """
            The service did not finish in time. Please try again later. The service may have charged for it.

            “warm lo-fi piano, rain”""", Notices.SUBDUED, "0ABCDEFGHJKMN"),
        Optional.empty(), List.of(new Notice.Action.Press("again:0ABCDEFGHJKMN", "Try again"))));
  }

  @Test
  void theLongestPromptLeavesRoomInTheEmbed() {
    Generation generation = Samples.ready(WAV, Samples.origin(), "*".repeat(6_000));
    assertThat(Notices.withLink(generation, WAV, CHANNEL).orElseThrow().card().description().length())
        .isLessThan(1_000);
  }
}
