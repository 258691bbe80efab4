package dev.foley.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import dev.foley.audio.PcmFormat.Encoding;
import dev.foley.audio.WavFormatException.Problem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WavInspectorTest {
  private static final byte[] SAMPLES = new byte[400]; // 100 frames of CD audio

  @TempDir
  Path directory;

  private WavReport inspect(byte[] bytes) throws IOException, WavFormatException {
    return WavInspector.inspect(Files.write(directory.resolve("x.wav"), bytes));
  }

  private void assertRefused(byte[] bytes, Problem problem) {
    assertThatExceptionOfType(WavFormatException.class).isThrownBy(() -> inspect(bytes))
        .satisfies(e -> assertThat(e.problem()).isEqualTo(problem));
  }

  private static RiffBuilder cd() {
    return RiffBuilder.wave().fmt(1, 2, 44_100, 16);
  }

  @Test
  void readsWhatOurWriterWrites() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    WavWriter.write(new PcmClip(PcmFormat.CD, new byte[44_100 * 4]), out);

    WavReport report = inspect(out.toByteArray());

    assertThat(report.format()).isEqualTo(PcmFormat.CD);
    assertThat(report.dataOffset()).isEqualTo(WavWriter.HEADER_BYTES);
    assertThat(report.duration()).isEqualTo(Duration.ofSeconds(1));
    assertThat(report.content()).isEqualTo(new AudioContent.Wav(PcmFormat.CD, 44_100));
  }

  @Test
  void walksOverALongHeaderOfSeventyEightBytes() throws Exception {
    WavReport report = inspect(cd().chunk("LIST", new byte[26]).chunk("data", SAMPLES).build());

    assertThat(report.dataOffset()).isEqualTo(78);
    assertThat(report.frames()).isEqualTo(100);
  }

  @Test
  void walksOverChunksOfAnyKindAndOddSizesBeforeAndAfterTheSamples() throws Exception {
    byte[] bytes = RiffBuilder.wave().chunk("JUNK", new byte[27]).chunk("bext", new byte[602])
        .fmt(1, 2, 44_100, 16).chunk("fact", new byte[4]).chunk("\0\1\2\3", new byte[3]).chunk("    ", new byte[0])
        .chunk("data", SAMPLES).chunk("LIST", new byte[9]).chunk("id3 ", new byte[100]).build();

    assertThat(inspect(bytes).frames()).isEqualTo(100);
  }

  @ParameterizedTest
  @CsvSource({"1,8,INTEGER", "1,16,INTEGER", "1,24,INTEGER", "1,32,INTEGER", "3,32,FLOAT", "3,64,FLOAT"})
  void knowsEveryDepthPlainAndExtensible(int coding, int bitDepth, Encoding encoding) throws Exception {
    PcmFormat expected = new PcmFormat(48_000, 3, bitDepth, encoding);
    byte[] samples = new byte[expected.frameBytes() * 7];

    assertThat(inspect(RiffBuilder.wave().fmt(coding, 3, 48_000, bitDepth).chunk("data", samples).build()))
        .returns(expected, WavReport::format).returns(7L, WavReport::frames);
    assertThat(
        inspect(RiffBuilder.wave().extensible(coding, 3, 48_000, bitDepth, bitDepth).chunk("data", samples).build()))
        .returns(expected, WavReport::format).returns(7L, WavReport::frames);
  }

  @Test
  void takesFewerValidBitsThanTheContainerHas() throws Exception {
    assertThat(
        inspect(RiffBuilder.wave().extensible(1, 2, 44_100, 24, 20).chunk("data", new byte[12]).build()).format())
        .isEqualTo(new PcmFormat(44_100, 2, 24, Encoding.INTEGER));
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 0xFFFF_FFFFL})
  void readsToTheEndWhereAStreamingEncoderLeftTheSizeOpen(long size) throws Exception {
    byte[] bytes = cd().chunkSaying("data", size, SAMPLES).buildSaying(size);

    assertThat(inspect(bytes).frames()).isEqualTo(100);
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 36, 0x7FFF_FFFFL, 0xFFFF_FFFFL})
  void doesNotMindAWrongRiffSize(long riffSize) throws Exception {
    assertThat(inspect(cd().chunk("data", SAMPLES).buildSaying(riffSize)).frames()).isEqualTo(100);
  }

  @Test
  void countsWholeFramesOnly() throws Exception {
    assertThat(inspect(cd().chunk("data", new byte[403]).build()).frames()).isEqualTo(100);
  }

  @Test
  void readsPastAnEmptyDataChunkThatOthersFollow() {
    assertRefused(cd().chunk("data", new byte[0]).chunk("LIST", new byte[40]).build(), Problem.NO_SAMPLES);
  }

  @Test
  void takesTheSamplesOfTheFirstDataChunk() throws Exception {
    assertThat(inspect(cd().chunk("data", SAMPLES).chunk("data", new byte[8]).build()).frames()).isEqualTo(100);
  }

  @Test
  void namesAFileThatWasCutOffAnywhere() throws Exception {
    byte[] whole = cd().chunk("LIST", new byte[26]).chunk("data", SAMPLES).build();

    for (int length = 12; length < whole.length; length++) {
      assertRefused(Arrays.copyOf(whole, length), length == 12 + 24 || length == 12 + 24 + 34
          ? Problem.NO_SAMPLES // between two chunks: nothing tells that more should come
          : Problem.TRUNCATED);
    }
    assertThat(inspect(whole).frames()).isEqualTo(100);
  }

  @Test
  void saysHowMuchIsMissing() {
    byte[] whole = cd().chunk("data", SAMPLES).build();

    assertThatExceptionOfType(WavFormatException.class).isThrownBy(() -> inspect(Arrays.copyOf(whole, 144)))
        .withMessage("the header says 400 bytes of samples, 100 are there");
  }

  @Test
  void refusesWhatDoesNotBeginAsAWav() {
    byte[] wav = cd().chunk("data", SAMPLES).build();
    byte[] avi = wav.clone();
    avi[8] = 'A';
    byte[] bigEndian = wav.clone();
    bigEndian[3] = 'X';

    for (byte[] bytes : new byte[][]{{}, {'R'}, Arrays.copyOf(wav, 11), avi, bigEndian,
        "<html>".getBytes(StandardCharsets.US_ASCII)}) {
      assertRefused(bytes, Problem.NOT_WAV);
    }
  }

  @Test
  void refusesHeadersThatContradictThemselves() {
    assertRefused(RiffBuilder.wave().fmt(1, 0, 44_100, 16).chunk("data", SAMPLES).build(), Problem.BAD_HEADER);
    assertRefused(RiffBuilder.wave().fmt(1, 65_535, 44_100, 16).chunk("data", SAMPLES).build(), Problem.BAD_HEADER);
    assertRefused(RiffBuilder.wave().fmt(1, 2, 0, 16).chunk("data", SAMPLES).build(), Problem.BAD_HEADER);
    assertRefused(RiffBuilder.wave().fmt(1, 2, -1, 16).chunk("data", SAMPLES).build(), Problem.BAD_HEADER);
    assertRefused(RiffBuilder.wave().fmt(1, 2, 44_100, 0).chunk("data", SAMPLES).build(), Problem.BAD_HEADER);
    assertRefused(RiffBuilder.wave().fmt(1, 2, 44_100, 17).chunk("data", SAMPLES).build(), Problem.BAD_HEADER);
    assertRefused(RiffBuilder.wave().fmt(3, 2, 44_100, 16).chunk("data", SAMPLES).build(), Problem.BAD_HEADER);
    for (int frameBytes : new int[]{0, 1, 3, 8, 65_535}) {
      byte[] fmt = RiffBuilder.fmtBody(1, 2, 44_100, 16, frameBytes);
      assertRefused(RiffBuilder.wave().chunk("fmt ", fmt).chunk("data", SAMPLES).build(), Problem.BAD_HEADER);
    }
    assertRefused(RiffBuilder.wave().chunk("fmt ", new byte[14]).chunk("data", SAMPLES).build(), Problem.BAD_HEADER);
    assertRefused(RiffBuilder.wave().chunk("data", SAMPLES).fmt(1, 2, 44_100, 16).build(), Problem.BAD_HEADER);
    assertRefused(cd().fmt(1, 1, 8_000, 8).chunk("data", SAMPLES).build(), Problem.BAD_HEADER);
    assertRefused(RiffBuilder.wave().extensible(1, 2, 44_100, 16, 24).chunk("data", SAMPLES).build(),
        Problem.BAD_HEADER);
    assertRefused(RiffBuilder.wave().fmt(0xFFFE, 2, 44_100, 16).chunk("data", SAMPLES).build(), Problem.BAD_HEADER);
  }

  @Test
  void refusesChunksThatReachBeyondTheFile() {
    for (long size : new long[]{1_000, 0x7FFF_FFFFL, 0x8000_0000L, 0xFFFF_FFFEL, 0xFFFF_FFFFL}) {
      assertRefused(cd().chunkSaying("LIST", size, new byte[26]).chunk("data", SAMPLES).build(), Problem.TRUNCATED);
      assertRefused(RiffBuilder.wave().chunkSaying("fmt ", size, new byte[16]).build(), Problem.TRUNCATED);
    }
    assertRefused(cd().chunkSaying("data", 0x8000_0000L, SAMPLES).build(), Problem.TRUNCATED);
  }

  @Test
  void refusesCodingsThatAreNotPcm() {
    for (int tag : new int[]{0, 2, 6, 7, 0x11, 0x55, 0xFFFF}) {
      assertRefused(RiffBuilder.wave().fmt(tag, 2, 44_100, 16).chunk("data", SAMPLES).build(),
          Problem.UNSUPPORTED_CODING);
    }
    assertRefused(RiffBuilder.wave().extensible(0x55, 2, 44_100, 16, 16).chunk("data", SAMPLES).build(),
        Problem.UNSUPPORTED_CODING);
    byte[] foreign = RiffBuilder.wave().extensible(1, 2, 44_100, 16, 16).chunk("data", SAMPLES).build();
    foreign[12 + 8 + 39] ^= 1;
    assertRefused(foreign, Problem.UNSUPPORTED_CODING);
  }

  @Test
  void refusesAFileWithNothingToHear() {
    assertRefused(cd().build(), Problem.NO_SAMPLES);
    assertRefused(cd().chunk("data", new byte[0]).build(), Problem.NO_SAMPLES);
    assertRefused(cd().chunk("data", new byte[3]).build(), Problem.NO_SAMPLES);
  }

  @Test
  void givesUpOnAFileOfEmptyChunks() {
    byte[] bytes = Arrays.copyOf(cd().build(), 1 << 20);

    assertRefused(bytes, Problem.BAD_HEADER);
  }

  @Test
  void leavesAMissingFileToTheCaller() {
    assertThatExceptionOfType(NoSuchFileException.class)
        .isThrownBy(() -> WavInspector.inspect(directory.resolve("absent.wav")));
  }

  @ParameterizedTest
  @CsvSource({"1,8", "1,16", "1,24", "1,32", "3,32", "3,64"})
  void measuresASineTheSameInEveryDepth(int coding, int bitDepth) throws Exception {
    int frames = 48_000;
    ByteBuffer samples = RiffBuilder.little(frames * bitDepth / 8);
    for (int i = 0; i < frames; i++) {
      put(samples, 0.5 * Math.sin(2 * Math.PI * 1_000 * i / 48_000), coding, bitDepth);
    }

    AudioMeasurement measured = inspect(
        RiffBuilder.wave().fmt(coding, 1, 48_000, bitDepth).chunk("data", samples).build()).measurement();

    assertThat(measured.peakDbfs()).isCloseTo(-6.02, within(0.1));
    assertThat(measured.rmsDbfs()).isCloseTo(-9.03, within(0.1));
    assertThat(measured.clipped()).isFalse();
    assertThat(measured.silent()).isFalse();
  }

  private static void put(ByteBuffer out, double sample, int coding, int bitDepth) {
    long scaled = Math.round(sample * (Math.scalb(1.0, bitDepth - 1) - 1));
    if (coding == 3) {
      if (bitDepth == 32) {
        out.putFloat((float) sample);
      } else {
        out.putDouble(sample);
      }
    } else if (bitDepth == 8) {
      out.put((byte) (scaled + 128));
    } else {
      for (int shift = 0; shift < bitDepth; shift += 8) {
        out.put((byte) (scaled >> shift));
      }
    }
  }

  @Test
  void countsRunsAtFullScaleOfOneChannel() throws Exception {
    // left: three times at the upper rail, then a gap, then four at the lower; right: two only, twice
    short[] left = {32_767, 32_767, 32_767, 0, -32_768, -32_768, -32_768, -32_768};
    short[] right = {32_767, 32_767, 0, 0, -32_768, -32_768, 0, 0};
    ByteBuffer samples = RiffBuilder.little(32);
    for (int i = 0; i < left.length; i++) {
      samples.putShort(left[i]).putShort(right[i]);
    }

    AudioMeasurement measured = inspect(cd().chunk("data", samples).build()).measurement();

    assertThat(measured.clippedRuns()).isEqualTo(2);
    assertThat(measured.peakDbfs()).isZero();
  }

  @Test
  void callsItSilenceBelowSixtyDecibels() throws Exception {
    assertThat(inspect(cd().chunk("data", SAMPLES).build()).measurement())
        .isEqualTo(new AudioMeasurement(Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY, 0))
        .returns(true, AudioMeasurement::silent);
    assertThat(
        inspect(cd().chunk("data", RiffBuilder.little(4).putInt(32)).build()).measurement().silent())
        .isTrue();
    assertThat(
        inspect(cd().chunk("data", RiffBuilder.little(4).putInt(33)).build()).measurement().silent())
        .isFalse();
  }

  @Test
  void staysFiniteWhateverFloatsAreInTheFile() throws Exception {
    ByteBuffer samples = RiffBuilder.little(32).putDouble(Double.NaN).putDouble(Double.NEGATIVE_INFINITY)
        .putDouble(Double.MAX_VALUE).putDouble(0.1);

    AudioMeasurement measured = inspect(
        RiffBuilder.wave().fmt(3, 1, 48_000, 64).chunk("data", samples).build()).measurement();

    assertThat(measured.peakDbfs()).isEqualTo(120);
    assertThat(measured.rmsDbfs()).isFinite();
    assertThat(measured.clippedRuns()).isEqualTo(1);
  }

  @Test
  void readsALargeFileInLittleMemory() throws Exception {
    // Larger than the heap of the test run; sparse, so the disk does not notice; wide samples, so there are fewer.
    PcmFormat wide = new PcmFormat(48_000, 2, 64, Encoding.FLOAT);
    Path file = directory.resolve("large.wav");
    long dataBytes = 600L << 20;
    Files.write(file, WavWriter.header(wide, dataBytes));
    try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.allocate(1), WavWriter.HEADER_BYTES + dataBytes - 1);
    }

    assertThat(WavInspector.inspect(file).frames()).isEqualTo(dataBytes / wide.frameBytes());
  }
}
