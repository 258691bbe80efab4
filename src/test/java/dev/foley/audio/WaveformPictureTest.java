package dev.foley.audio;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Read back by another implementation of PNG than ours. */
class WaveformPictureTest {
  private static final int DISCORD_DARK = 0x313338;
  private static final int DISCORD_LIGHT = 0xFFFFFF;
  private static final PcmFormat MONO = new PcmFormat(8_000, 1, 16, PcmFormat.Encoding.INTEGER);
  /** Rows of the wave itself; below is the axis. */
  private static final int WAVE_ROWS = 190;

  @TempDir
  private Path directory;

  private BufferedImage picture(PcmFormat format, double seconds, TestSound.Wave wave) throws IOException {
    Path wav = TestSound.wav(directory.resolve("x.wav"), format, Math.round(seconds * format.sampleRate()), wave);
    byte[] png = WaveformPicture.of(wav, AudioContainer.WAV).orElseThrow();
    assertThat(png).hasSizeLessThan(8 << 10);
    return ImageIO.read(new ByteArrayInputStream(png));
  }

  /** How many rows of the wave are inked at the middle of a column range. */
  private static long height(BufferedImage picture, int fromX, int toX) {
    return IntStream.range(0, WAVE_ROWS)
        .filter(y -> IntStream.range(fromX, toX).anyMatch(x -> picture.getRGB(x, y) >>> 24 == 0xFF)).count();
  }

  private static long pixels(BufferedImage picture, int rgb) {
    return Arrays.stream(picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth()))
        .filter(pixel -> pixel == (0xFF << 24 | rgb)).count();
  }

  @ParameterizedTest
  @ValueSource(ints = {DISCORD_DARK, DISCORD_LIGHT})
  void bothColoursStandOutOnDarkAndOnLight(int background) {
    assertThat(contrast(WaveformPicture.PEAK_RGB, background)).isGreaterThanOrEqualTo(3);
    assertThat(contrast(WaveformPicture.RMS_RGB, background)).isGreaterThanOrEqualTo(3);
  }

  /** @see "WCAG 2.2, relative luminance and contrast ratio; 1.4.11 asks for 3 to 1" */
  private static double contrast(int one, int other) {
    double a = luminance(one) + 0.05;
    double b = luminance(other) + 0.05;
    return Math.max(a, b) / Math.min(a, b);
  }

  private static double luminance(int rgb) {
    return 0.2126 * linear(rgb >> 16 & 0xFF) + 0.7152 * linear(rgb >> 8 & 0xFF) + 0.0722 * linear(rgb & 0xFF);
  }

  private static double linear(int component) {
    double value = component / 255.0;
    return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
  }

  @ParameterizedTest
  @CsvSource({"0.5, 1", "0.5, 2", "12, 2", "190, 1"})
  void everyLengthFillsThePictureFromEndToEnd(double seconds, int channelCount) throws IOException {
    BufferedImage picture = picture(new PcmFormat(8_000, channelCount, 16, PcmFormat.Encoding.INTEGER), seconds,
        TestSound.sine(300, 0.9));

    assertThat(picture.getWidth()).isEqualTo(WaveformPicture.WIDTH);
    assertThat(picture.getHeight()).isEqualTo(WaveformPicture.HEIGHT);
    assertThat(height(picture, 0, 20)).isGreaterThan(150);
    assertThat(height(picture, 510, 530)).isGreaterThan(150);
    assertThat(height(picture, 1_020, 1_040)).isGreaterThan(150);
    assertThat(pixels(picture, WaveformPicture.PEAK_RGB)).isPositive();
    assertThat(pixels(picture, WaveformPicture.RMS_RGB)).isPositive();
  }

  @Test
  void whatIsLouderIsTaller() throws IOException {
    BufferedImage picture = picture(MONO, 3, (seconds, _) -> seconds < 1 ? 0 : seconds < 2 ? 0.1 : 0.9);

    long silent = height(picture, 100, 200);
    long quiet = height(picture, 450, 550);
    long loud = height(picture, 800, 900);
    assertThat(silent).isLessThan(10);
    assertThat(quiet).isBetween(20L, 60L);
    assertThat(loud).isBetween(150L, 190L);
  }

  @Test
  void oneSideOfAStereoSoundIsSeenEvenIfTheOtherIsItsOpposite() throws IOException {
    BufferedImage picture = picture(new PcmFormat(8_000, 2, 16, PcmFormat.Encoding.INTEGER), 2,
        (_, channel) -> channel == 0 ? 0.8 : -0.8);

    assertThat(height(picture, 500, 540)).isGreaterThan(120);
  }

  @Test
  void silenceIsALineWithItsAxis() throws IOException {
    BufferedImage picture = picture(MONO, 5, (_, _) -> 0);

    assertThat(pixels(picture, WaveformPicture.RMS_RGB)).isZero();
    assertThat(height(picture, 0, WaveformPicture.WIDTH)).isLessThan(10);
    assertThat(IntStream.range(WAVE_ROWS, WaveformPicture.HEIGHT)
        .anyMatch(y -> picture.getRGB(0, y) == (0xFF << 24 | WaveformPicture.PEAK_RGB))).isTrue();
  }

  @Test
  void aSingleSampleIsAPictureToo() throws IOException {
    Path wav = TestSound.wav(directory.resolve("x.wav"), MONO, 1, (_, _) -> 0.5);

    assertThat(WaveformPicture.of(wav, AudioContainer.WAV)).isPresent();
  }

  @Test
  void mp3IsDrawnFromItsSamples() throws IOException {
    Path wav = TestSound.wav(directory.resolve("x.wav"), PcmFormat.CD, 3 * 44_100,
        (seconds, _) -> seconds < 1.5 ? 0 : 0.8 * Math.sin(2_000 * seconds));
    Path mp3 = new Transcoder(directory.resolve("made")).preview(wav, AudioContainer.WAV, 1 << 20, "x").orElseThrow()
        .file();

    BufferedImage picture = ImageIO
        .read(new ByteArrayInputStream(WaveformPicture.of(mp3, AudioContainer.MP3).orElseThrow()));

    assertThat(height(picture, 200, 300)).isLessThan(10);
    assertThat(height(picture, 700, 800)).isGreaterThan(140);
  }

  @Test
  void whatCannotBeDecodedHasNoPicture() throws IOException {
    Path file = Files.write(directory.resolve("x"), new byte[2_000]);
    for (AudioContainer container : AudioContainer.values()) {
      assertThat(WaveformPicture.of(file, container)).isEmpty();
    }
  }
}
