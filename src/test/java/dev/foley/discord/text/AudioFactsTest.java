package dev.foley.discord.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foley.audio.AudioContainer;
import dev.foley.audio.AudioContent;
import dev.foley.audio.PcmFormat;
import dev.foley.discord.Samples;
import dev.foley.provider.AudioArtifact;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AudioFactsTest {
  private static final Path FILE = Path.of("sound");

  @Test
  void aWavSaysItsLengthFormatAndSize() {
    assertThat(AudioFacts.line(Locale.ENGLISH, Samples.wav(FILE)))
        .isEqualTo("12.0 s · 44.1 kHz stereo 16-bit WAV · 2.0 MB");
  }

  @Test
  void otherFormatsAreNamedAsExactly() {
    var mono = new PcmFormat(22_050, 1, 32, PcmFormat.Encoding.FLOAT);
    assertThat(AudioFacts.line(Locale.ENGLISH, artifact(new AudioContent.Wav(mono, 22_050 * 90), 512)))
        .isEqualTo("90.0 s · 22.05 kHz mono 32-bit float WAV · 0.5 KB");
    var surround = new PcmFormat(48_000, 6, 24, PcmFormat.Encoding.INTEGER);
    assertThat(AudioFacts.line(Locale.ENGLISH, artifact(new AudioContent.Wav(surround, 12_000), 216_044)))
        .isEqualTo("0.3 s · 48 kHz 6 channels 24-bit WAV · 211.0 KB");
  }

  @Test
  void ofACompressedFileOnlyWhatIsKnownIsSaid() {
    assertThat(AudioFacts.line(Locale.ENGLISH,
        artifact(new AudioContent.Compressed(AudioContainer.MP3, Optional.of(Duration.ofMillis(2_560))), 40 << 10)))
        .isEqualTo("2.6 s · MP3 · 40.0 KB");
    assertThat(AudioFacts.line(Locale.ENGLISH,
        artifact(new AudioContent.Compressed(AudioContainer.OGG, Optional.empty()), 3L << 20)))
        .isEqualTo("OGG · 3.0 MB");
  }

  @Test
  void numbersFollowTheMembersLanguage() {
    assertThat(AudioFacts.line(Locale.GERMAN, Samples.wav(FILE)))
        .isEqualTo("12,0 s · 44,1 kHz stereo 16-Bit WAV · 2,0 MB");
  }

  @Test
  void timeThatPassedIsNeverNegative() {
    assertThat(AudioFacts.elapsed(Locale.ENGLISH, Duration.ofMillis(-300))).isEqualTo("0 s");
    assertThat(AudioFacts.elapsed(Locale.ENGLISH, Duration.ofSeconds(119))).isEqualTo("119 s");
    assertThat(AudioFacts.elapsed(Locale.ENGLISH, Duration.ofSeconds(125))).isEqualTo("2 min 5 s");
  }

  private static AudioArtifact artifact(AudioContent content, long sizeBytes) {
    return new AudioArtifact(FILE, sizeBytes, content, Optional.of(URI.create("https://cdn.example.com/x")));
  }
}
