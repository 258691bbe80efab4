package dev.foley.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResampledSourceTest {
  @TempDir
  private Path directory;

  private double[] resampled(int from, int to, int channelCount, TestSound.Wave wave, int blockSamples)
      throws IOException {
    PcmFormat format = new PcmFormat(from, channelCount, 64, PcmFormat.Encoding.FLOAT);
    Path wav = TestSound.wav(directory.resolve("x.wav"), format, from, wave);
    try (PcmSource source = ResampledSource.of(PcmSource.open(wav, AudioContainer.WAV).orElseThrow(), to)) {
      double[] samples = TestSound.read(source, blockSamples);
      assertThat((long) samples.length / channelCount).isEqualTo(source.frames());
      return samples;
    }
  }

  @ParameterizedTest
  @CsvSource({"44100, 48000", "48000, 44100", "24000, 48000", "22050, 48000", "8000, 44100", "96000, 48000",
      "192000, 44100", "44099, 48000", "768000, 16000"})
  void aToneStaysTheSameTone(int from, int to) throws IOException {
    TestSound.Wave tone = TestSound.sine(1_000, 0.5);

    double[] samples = resampled(from, to, 1, tone, 1_001);

    assertThat(samples).hasSize(to);
    for (int i = to / 10; i < to * 9 / 10; i++) {
      assertThat(samples[i]).isCloseTo(tone.at((double) i / to, 0), within(0.01));
    }
  }

  @Test
  void whatTheNewRateCannotHoldIsTakenOut() throws IOException {
    double[] samples = resampled(48_000, 16_000, 1, TestSound.sine(11_000, 0.5), 999);

    assertThat(TestSound.rms(samples, 1_000, 15_000)).isLessThan(0.005);
  }

  @Test
  void itDoesNotMatterInWhichPiecesItIsRead() throws IOException {
    double[] pieces = resampled(44_100, 48_000, 2, (seconds, channel) -> seconds * (1 - 2 * channel), 34);

    assertThat(pieces)
        .containsExactly(resampled(44_100, 48_000, 2, (seconds, channel) -> seconds * (1 - 2 * channel), 40_000));
  }

  @Test
  void theSameRateNeedsNothing() throws IOException {
    Path wav = TestSound.wav(directory.resolve("x.wav"), PcmFormat.CD, 10, TestSound.chord());
    try (PcmSource source = PcmSource.open(wav, AudioContainer.WAV).orElseThrow()) {
      assertThat(ResampledSource.of(source, 44_100)).isSameAs(source);
    }
  }
}
