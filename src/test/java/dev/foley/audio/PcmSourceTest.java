package dev.foley.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PcmSourceTest {
  private static final TestSound.Wave TONE = TestSound.sine(440, 0.5);

  @TempDir
  private Path directory;

  private Path mp3(PcmFormat format, double seconds, TestSound.Wave wave) throws IOException {
    Path wav = TestSound.wav(directory.resolve("x.wav"), format, Math.round(seconds * format.sampleRate()), wave);
    return new Transcoder(directory.resolve("made")).preview(wav, AudioContainer.WAV, 10 << 20, "x").orElseThrow()
        .file();
  }

  private static double[] samples(Path file, AudioContainer container) throws IOException {
    try (PcmSource source = PcmSource.open(file, container).orElseThrow()) {
      return TestSound.read(source, 10_000);
    }
  }

  @ParameterizedTest
  @CsvSource({"8, INTEGER, 0.005", "16, INTEGER, 2e-5", "24, INTEGER, 1e-7", "32, INTEGER, 1e-9", "32, FLOAT, 1e-7",
      "64, FLOAT, 1e-15"})
  void readsEveryEncodingOfWav(int bitDepth, PcmFormat.Encoding encoding, double tolerance) throws IOException {
    PcmFormat format = new PcmFormat(8_000, 2, bitDepth, encoding);
    Path wav = TestSound.wav(directory.resolve("x.wav"), format, 12_345, TONE);

    double[] samples = samples(wav, AudioContainer.WAV);

    assertThat(samples).hasSize(2 * 12_345);
    for (int i = 0; i < samples.length; i++) {
      int frame = i / 2;
      assertThat(samples[i]).isCloseTo(TONE.at(frame / 8_000.0, i % 2), within(tolerance));
    }
  }

  @ParameterizedTest
  @CsvSource({"44100, 2", "48000, 1", "24000, 1", "16000, 2"})
  void readsMp3(int sampleRate, int channelCount) throws IOException {
    PcmFormat format = new PcmFormat(sampleRate, channelCount, 16, PcmFormat.Encoding.INTEGER);

    try (PcmSource source = PcmSource.open(mp3(format, 2, TONE), AudioContainer.MP3).orElseThrow()) {
      assertThat(source.sampleRate()).isEqualTo(sampleRate);
      assertThat(source.channelCount()).isEqualTo(channelCount);
      double[] samples = TestSound.read(source, 1_000);
      assertThat((long) samples.length / channelCount).isEqualTo(source.frames())
          .isBetween(2L * sampleRate, 2L * sampleRate + 5_000);
      assertThat(TestSound.rms(samples, samples.length / 4, samples.length / 2)).isCloseTo(0.5 / Math.sqrt(2),
          within(0.02));
    }
  }

  @Test
  void brokenFramesOfAnMp3AreSteppedOver() throws IOException {
    Path mp3 = mp3(PcmFormat.CD, 3, TONE);
    int whole = samples(mp3, AudioContainer.MP3).length;
    byte[] bytes = Files.readAllBytes(mp3);
    Arrays.fill(bytes, bytes.length / 2, bytes.length / 2 + 2_000, (byte) 0x55);

    double[] samples = samples(Files.write(mp3, bytes), AudioContainer.MP3);

    assertThat(samples.length).isBetween(whole * 9 / 10, whole);
    assertThat(TestSound.rms(samples, samples.length * 3 / 4, samples.length * 7 / 8)).isCloseTo(0.35, within(0.03));
  }

  @Test
  void whateverBytesAnMp3HasReadingItEnds() throws IOException {
    byte[] sound = Files.readAllBytes(mp3(PcmFormat.CD, 0.3, TestSound.chord()));
    Random random = new Random(1);
    for (int round = 0; round < 300; round++) {
      byte[] bytes = sound.clone();
      for (int i = 0; i < 1 + round; i++) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
      }
      Path mp3 = Files.write(directory.resolve("fuzz.mp3"), Arrays.copyOf(bytes, random.nextInt(bytes.length)));
      Optional<PcmSource> opened = PcmSource.open(mp3, AudioContainer.MP3);
      if (opened.isPresent()) {
        try (PcmSource source = opened.get()) {
          assertThat((long) TestSound.read(source, 4_000).length / source.channelCount())
              .isLessThanOrEqualTo(source.frames());
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource(AudioContainer.class)
  void whatIsNoAudioIsEmpty(AudioContainer container) throws IOException {
    assertThat(PcmSource.open(Files.write(directory.resolve("x"), new byte[3_000]), container)).isEmpty();
    assertThat(PcmSource.open(Files.write(directory.resolve("x"), new byte[0]), container)).isEmpty();
  }

  @Test
  void channelsAreMixedByAveraging() throws IOException {
    Path wav = TestSound.wav(directory.resolve("x.wav"), new PcmFormat(8_000, 3, 64, PcmFormat.Encoding.FLOAT), 5_000,
        (_, channel) -> 0.3 * channel);

    try (PcmSource mono = MixedSource.of(PcmSource.open(wav, AudioContainer.WAV).orElseThrow(), 1)) {
      assertThat(mono.frames()).isEqualTo(5_000);
      assertThat(TestSound.read(mono, 700)).hasSize(5_000).containsOnly(new double[]{0.3}, within(1e-12));
    }
  }
}
