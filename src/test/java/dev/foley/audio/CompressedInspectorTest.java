package dev.foley.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompressedInspectorTest {
  /** Layer III of MPEG-1 at 128 kbit/s and 44.1 kHz: 1,152 samples in 417 bytes. */
  private static final byte[] FRAME_HEAD = {(byte) 0xFF, (byte) 0xFB, (byte) 0x90, 0x00};
  private static final int FRAME_BYTES = 417;

  @TempDir
  private Path directory;

  private Optional<Duration> duration(AudioContainer container, byte[] content) throws IOException {
    return CompressedInspector.inspect(Files.write(directory.resolve("a"), content), container).content().duration();
  }

  private static byte[] mp3(int frames, int bytesMore) {
    ByteBuffer file = ByteBuffer.allocate(frames * FRAME_BYTES + bytesMore);
    for (int i = 0; i < frames; i++) {
      file.put(i * FRAME_BYTES, FRAME_HEAD);
    }
    return file.array();
  }

  private static byte[] flac(int sampleRate, long frames) {
    return ByteBuffer.allocate(42).put("fLaC".getBytes(StandardCharsets.US_ASCII)).putInt(34).putInt(0)
        .putShort((short) 0)
        .putInt(0).putLong((long) sampleRate << 44 | 1L << 41 | 15L << 36 | frames).array();
  }

  @Test
  void anMp3IsAsLongAsItsFrames() throws IOException {
    assertThat(duration(AudioContainer.MP3, mp3(100, 0)).orElseThrow()).isBetween(Duration.ofMillis(2_580),
        Duration.ofMillis(2_640));
  }

  @Test
  void whatFollowsTheLastFrameOfAnMp3DoesNotCount() throws IOException {
    assertThat(duration(AudioContainer.MP3, mp3(100, 100)).orElseThrow())
        .isCloseTo(duration(AudioContainer.MP3, mp3(100, 0)).orElseThrow(), Duration.ofMillis(60));
  }

  /** Found by fuzzing: the decoder reserved what a tag claims, 256 MB for a file of ten bytes, and the bot has 96. */
  @Test
  void aTagLargerThanTheFileCostsNoMemory() throws IOException {
    byte[] tag = {'I', 'D', '3', 4, 0, 0, 0x7F, 0x7F, 0x7F, 0x7F};
    for (int length : new int[]{10, 9}) { // half a header, too
      long before = allocated();

      assertThat(duration(AudioContainer.MP3, Arrays.copyOf(tag, length))).isEmpty();

      assertThat(allocated() - before).isLessThan(8L << 20);
    }
  }

  private static long allocated() {
    return ((com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
  }

  @Test
  void tagsBeforeAnMp3AreSteppedOver() throws IOException {
    byte[] plain = {'I', 'D', '3', 4, 0, 0, 0, 0, 1, 2};
    byte[] withFooter = {'I', 'D', '3', 4, 0, 0x10, 0, 0, 0, 3};
    ByteBuffer file = ByteBuffer.allocate(10 + 130 + 10 + 3 + 10 + 100 * FRAME_BYTES);
    file.put(plain).position(140).put(withFooter).position(163).put(mp3(100, 0));

    assertThat(duration(AudioContainer.MP3, file.array())).isEqualTo(duration(AudioContainer.MP3, mp3(100, 0)));
  }

  @Test
  void anMp3WithoutAFrameHasNoLength() throws IOException {
    assertThat(duration(AudioContainer.MP3, new byte[1_000])).isEmpty();
    assertThat(duration(AudioContainer.MP3, new byte[0])).isEmpty();
  }

  @Test
  void aFlacSaysHowLongItIs() throws IOException {
    assertThat(duration(AudioContainer.FLAC, flac(44_100, 88_200))).contains(Duration.ofSeconds(2));
    assertThat(duration(AudioContainer.FLAC, flac(0, 88_200))).isEmpty();
    assertThat(duration(AudioContainer.FLAC, flac(44_100, 0))).isEmpty();
    assertThat(duration(AudioContainer.FLAC, new byte[10])).isEmpty();
  }

  @Test
  void anOggKeepsItToItself() throws IOException {
    assertThat(duration(AudioContainer.OGG, "OggS".getBytes(StandardCharsets.US_ASCII))).isEmpty();
  }

  private AudioMeasurement measured(TestSound.Wave wave) throws IOException {
    Path wav = TestSound.wav(directory.resolve("x.wav"), PcmFormat.CD, 3 * 44_100, wave);
    Path mp3 = new Transcoder(directory.resolve("made")).preview(wav, AudioContainer.WAV, 1 << 20, "x").orElseThrow()
        .file();
    return CompressedInspector.inspect(mp3, AudioContainer.MP3).measurement().orElseThrow();
  }

  @Test
  void anMp3IsMeasuredByDecodingIt() throws IOException {
    AudioMeasurement tone = measured(TestSound.sine(440, 0.5));

    assertThat(tone.peakDbfs()).isCloseTo(-6, within(0.7));
    assertThat(tone.rmsDbfs()).isCloseTo(-9, within(0.7));
    assertThat(tone.clipped()).isFalse();
    assertThat(measured((_, _) -> 0).silent()).isTrue();
  }

  @Test
  void overshootOfAnMp3IsNoClippingAndACutOffWaveIs() throws IOException {
    TestSound.Wave music = TestSound.chord();

    assertThat(measured((seconds, channel) -> 1.6 * music.at(seconds, channel)).clipped()).isFalse();
    assertThat(measured((seconds, channel) -> 20 * music.at(seconds, channel)).clipped()).isTrue();
  }

  @Test
  void whatIsNotDecodedIsNotMeasured() throws IOException {
    Path file = Files.write(directory.resolve("a"), flac(44_100, 88_200));

    assertThat(CompressedInspector.inspect(file, AudioContainer.FLAC).measurement()).isEmpty();
    assertThat(CompressedInspector.inspect(Files.write(file, new byte[1_000]), AudioContainer.MP3).measurement())
        .isEmpty();
  }
}
