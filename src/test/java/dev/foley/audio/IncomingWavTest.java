package dev.foley.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import dev.foley.audio.PcmFormat.Encoding;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IncomingWavTest {
  private static final PcmFormat MONO = new PcmFormat(8_000, 1, 16, Encoding.INTEGER);
  private static final TestSound.Wave LOUD = (seconds, channel) -> 1.3 * Math.sin((1_000 + 300 * channel) * seconds);

  @TempDir
  Path directory;

  private Path wav(PcmFormat format, double seconds, TestSound.Wave wave) throws IOException {
    return TestSound.wav(directory.resolve("x.wav"), format, Math.round(seconds * format.sampleRate()), wave);
  }

  /** The file as it comes in pieces of so many bytes. */
  private static IncomingWav come(byte[] file, OptionalLong expected, int pieceBytes) {
    IncomingWav wav = new IncomingWav(expected);
    for (int at = 0; at < file.length; at += pieceBytes) {
      wav.add(ByteBuffer.wrap(file, at, Math.min(pieceBytes, file.length - at)));
    }
    return wav;
  }

  private static Optional<WavReport> onTheWay(Path file, OptionalLong expected, int pieceBytes)
      throws IOException, WavFormatException {
    WavReport read = WavInspector.inspect(file);
    return come(Files.readAllBytes(file), expected, pieceBytes)
        .report(new WavLayout(read.format(), read.frames(), read.dataOffset()));
  }

  private static void assertSame(WavReport seen, WavReport read) {
    assertThat(seen.content()).isEqualTo(read.content());
    assertThat(seen.dataOffset()).isEqualTo(read.dataOffset());
    assertThat(seen.measurement().peakDbfs()).isEqualTo(read.measurement().peakDbfs());
    assertThat(seen.measurement().clippedRuns()).isEqualTo(read.measurement().clippedRuns());
    assertThat(seen.measurement().rmsDbfs()).isCloseTo(read.measurement().rmsDbfs(), within(1e-9));
    assertThat(WaveformPicture.of(seen.waveform())).isEqualTo(WaveformPicture.of(read.waveform()));
  }

  @ParameterizedTest
  @CsvSource({"1,8,INTEGER", "2,16,INTEGER", "2,24,INTEGER", "3,32,INTEGER", "2,32,FLOAT", "1,64,FLOAT"})
  void whatIsSeenOnTheWayIsWhatAReadingFinds(int channelCount, int bitDepth, Encoding encoding) throws Exception {
    Path file = wav(new PcmFormat(8_000, channelCount, bitDepth, encoding), 3, LOUD);
    OptionalLong size = OptionalLong.of(Files.size(file));
    WavReport read = WavInspector.inspect(file);

    for (int pieceBytes : new int[]{1, 7, 8_192, 1 << 20}) {
      assertSame(onTheWay(file, size, pieceBytes).orElseThrow(), read);
      assertSame(onTheWay(file, OptionalLong.empty(), pieceBytes).orElseThrow(), read);
    }
  }

  @Test
  void itIsKnownFromTheHeaderWhatWillCome() throws Exception {
    byte[] file = Files.readAllBytes(wav(MONO, 2, LOUD));

    assertThat(come(Arrays.copyOf(file, 43), OptionalLong.of(file.length), 10).announced()).isEmpty();
    assertThat(come(Arrays.copyOf(file, 44), OptionalLong.of(file.length), 10).announced())
        .contains(new AudioContent.Wav(MONO, 16_000));
    assertThat(come(Arrays.copyOf(file, 44), OptionalLong.empty(), 10).announced()).isEmpty();
  }

  @Test
  void aHeaderThatPromisesMoreThanWillComeAnnouncesNothing() throws Exception {
    byte[] file = Files.readAllBytes(wav(MONO, 2, LOUD));

    assertThat(come(file, OptionalLong.of(file.length - 100L), 1_000).announced()).isEmpty();
  }

  @Test
  void samplesThatAnEncoderWroteToAPipeGoOnToTheEnd() throws Exception {
    byte[] bytes = RiffBuilder.wave().fmt(1, 1, 8_000, 16).chunkSaying("data", 0xFFFF_FFFFL, new byte[20_000]).build();
    Path file = Files.write(directory.resolve("pipe.wav"), bytes);

    assertThat(onTheWay(file, OptionalLong.empty(), 999)).hasValueSatisfying(
        seen -> assertThat(seen.frames()).isEqualTo(10_000));
    assertThat(come(bytes, OptionalLong.of(bytes.length), 999).announced())
        .contains(new AudioContent.Wav(MONO, 10_000));
  }

  @Test
  void chunksBeforeAndAfterTheSamplesAreNoSamples() throws Exception {
    byte[] bytes = RiffBuilder.wave().chunk("LIST", new byte[26]).fmt(1, 1, 8_000, 16).chunk("data", new byte[4_000])
        .chunk("id3 ", new byte[3_000]).build();
    Path file = Files.write(directory.resolve("chunks.wav"), bytes);

    assertSame(onTheWay(file, OptionalLong.of(bytes.length), 100).orElseThrow(), WavInspector.inspect(file));
  }

  @Test
  void bareSamplesAreMeasuredBehindTheHeaderThatWeWrite() throws Exception {
    Path file = wav(MONO, 1, LOUD);
    byte[] bytes = Files.readAllBytes(file);
    IncomingWav incoming = IncomingWav.ofSamples(MONO);
    incoming.add(ByteBuffer.wrap(bytes, WavWriter.HEADER_BYTES, bytes.length - WavWriter.HEADER_BYTES));

    WavReport read = WavInspector.inspect(file);
    assertSame(incoming.report(new WavLayout(MONO, 8_000, WavWriter.HEADER_BYTES)).orElseThrow(), read);
    assertThat(incoming.announced()).isEmpty();
  }

  /** What lies there counts, not what was seen. */
  @Test
  void aFileThatIsNotWhatWasSeenIsRead() throws Exception {
    Path file = wav(MONO, 2, LOUD);
    byte[] other = Files.readAllBytes(TestSound.wav(directory.resolve("other.wav"), MONO, 8_000, (_, _) -> 0.1));

    WavReport report = WavInspector.inspect(file, come(other, OptionalLong.of(other.length), 500));
    assertThat(report).usingRecursiveComparison().isEqualTo(WavInspector.inspect(file));
  }

  @Test
  void aFileThatWasCutOffIsRefusedWhateverWasSeen() throws Exception {
    byte[] bytes = Files.readAllBytes(wav(MONO, 2, LOUD));
    Path half = Files.write(directory.resolve("half.wav"), Arrays.copyOf(bytes, bytes.length / 2));
    IncomingWav seen = come(bytes, OptionalLong.of(bytes.length), 500);

    assertThatExceptionOfType(WavFormatException.class).isThrownBy(() -> WavInspector.inspect(half, seen));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "R", "<html>", "RIFFxxxxWAVE", "ID3 and more"})
  void whateverElseComesIsNobodysWav(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);

    assertThat(come(bytes, OptionalLong.of(bytes.length), 3).announced()).isEmpty();
    assertThat(come(new byte[200_000], OptionalLong.empty(), 8_192).announced()).isEmpty();
  }
}
