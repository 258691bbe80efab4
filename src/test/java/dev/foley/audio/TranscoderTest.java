package dev.foley.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.jaredmdobson.concentus.OpusDecoder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gagravarr.ogg.OggFile;
import org.gagravarr.ogg.OggPacket;
import org.gagravarr.ogg.OggPacketReader;
import org.gagravarr.opus.OpusInfo;
import org.jflac.FLACDecoder;
import org.jflac.PCMProcessor;
import org.jflac.metadata.StreamInfo;
import org.jflac.util.ByteData;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TranscoderTest {
  private static final PcmFormat MONO = new PcmFormat(24_000, 1, 16, PcmFormat.Encoding.INTEGER);

  @TempDir
  private Path directory;
  private Path made;
  private Transcoder transcoder;

  @BeforeEach
  void start() {
    made = directory.resolve("made");
    transcoder = new Transcoder(made);
  }

  private Path wav(PcmFormat format, long frames, TestSound.Wave wave) throws IOException {
    return TestSound.wav(directory.resolve("x.wav"), format, frames, wave);
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(made)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @ParameterizedTest
  @CsvSource({"44100, 2, 16, 100000", "44100, 2, 16, 12289", "48000, 1, 24, 50000", "8000, 1, 8, 4096",
      "16000, 4, 16, 5",
      "22050, 1, 16, 1"})
  void flacGivesBackTheVerySamples(int sampleRate, int channelCount, int bitDepth, int frames) throws IOException {
    PcmFormat format = new PcmFormat(sampleRate, channelCount, bitDepth, PcmFormat.Encoding.INTEGER);
    Path wav = wav(format, frames, TestSound.chord());

    Transcoder.Made flac = transcoder.lossless(wav, "x").orElseThrow();

    byte[] file = Files.readAllBytes(wav);
    byte[] samples = Arrays.copyOfRange(file, WavWriter.HEADER_BYTES,
        WavWriter.HEADER_BYTES + frames * format.frameBytes());
    assertThat(decoded(flac.file(), format)).isEqualTo(samples);
    assertThat(flac.duration()).isEqualTo(Duration.ofMillis(Math.round(frames * 1_000.0 / sampleRate)));
    assertThat(flac.sizeBytes()).isEqualTo(Files.size(flac.file())).isLessThan(samples.length + 500L);
    assertThat(CompressedInspector.inspect(flac.file(), AudioContainer.FLAC).content().duration().orElse(Duration.ZERO))
        .isCloseTo(flac.duration(), Duration.ofMillis(1));
  }

  private static byte[] decoded(Path flac, PcmFormat format) throws IOException {
    ByteArrayOutputStream samples = new ByteArrayOutputStream();
    try (InputStream in = Files.newInputStream(flac)) {
      FLACDecoder decoder = new FLACDecoder(in);
      decoder.addPCMProcessor(new PCMProcessor() {
        @Override
        public void processStreamInfo(StreamInfo info) {
          assertThat(info.getSampleRate()).isEqualTo(format.sampleRate());
          assertThat(info.getChannels()).isEqualTo(format.channelCount());
          assertThat(info.getBitsPerSample()).isEqualTo(format.bitDepth());
        }

        @Override
        public void processPCM(ByteData pcm) {
          samples.write(pcm.getData(), 0, pcm.getLen());
        }
      });
      decoder.decode();
      assertThat(decoder.getBadFrames()).isZero();
    }
    return samples.toByteArray();
  }

  @Test
  void anIndependentReaderTakesTheFlacToo() throws Exception {
    Path wav = wav(PcmFormat.CD, 100_001, TestSound.chord());
    Path flac = transcoder.lossless(wav, "x").orElseThrow().file();

    Path back = directory.resolve("back.raw");
    sox(flac.toString(), "-t", "raw", "-e", "signed", "-b", "16", back.toString());

    byte[] file = Files.readAllBytes(wav);
    assertThat(back).hasBinaryContent(Arrays.copyOfRange(file, WavWriter.HEADER_BYTES, file.length));
  }

  private static void sox(String... arguments) throws Exception {
    Process process;
    try {
      process = new ProcessBuilder(Stream.concat(Stream.of("sox", "-D"), Stream.of(arguments)).toList())
          .redirectErrorStream(true).start();
    } catch (IOException missing) {
      assumeTrue(false, "sox is not installed");
      throw missing;
    }
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    assertThat(said).isEmpty();
  }

  @Test
  void whatFlacCannotHoldIsEmptyAndLeavesNothing() throws IOException {
    assertThat(transcoder.lossless(wav(new PcmFormat(44_100, 2, 32, PcmFormat.Encoding.FLOAT), 100,
        TestSound.chord()), "x")).isEmpty();
    assertThat(transcoder.lossless(wav(new PcmFormat(44_100, 9, 16, PcmFormat.Encoding.INTEGER), 100,
        TestSound.chord()), "x")).isEmpty();
    assertThat(transcoder.lossless(Files.write(directory.resolve("no.wav"), new byte[100]), "x")).isEmpty();
    assertThat(names()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"1000000, 192000, 2", "300000, 192000, 2", "200000, 128000, 2", "150000, 96000, 2", "100000, 64000, 1",
      "70000, 48000, 1"})
  void aPreviewIsAsGoodAsItsRoomAllows(long maxBytes, int bitRate, int channelCount) throws IOException {
    Path wav = wav(PcmFormat.CD, 10 * 44_100, TestSound.chord());

    Transcoder.Made preview = transcoder.preview(wav, AudioContainer.WAV, maxBytes, "x").orElseThrow();

    assertThat(preview.sizeBytes()).isEqualTo(Files.size(preview.file())).isLessThanOrEqualTo(maxBytes)
        .isBetween(bitRate * 10L / 8, bitRate * 11L / 8);
    assertThat(preview.duration()).isEqualTo(Duration.ofSeconds(10));
    try (PcmSource source = PcmSource.open(preview.file(), AudioContainer.MP3).orElseThrow()) {
      assertThat(source.channelCount()).isEqualTo(channelCount);
      assertThat(source.frames() / (double) source.sampleRate()).isCloseTo(10, within(0.15));
    }
  }

  @Test
  void withoutRoomForTheLowestBitRateThereIsNoPreview() throws IOException {
    Path wav = wav(PcmFormat.CD, 10 * 44_100, TestSound.chord());

    assertThat(transcoder.preview(wav, AudioContainer.WAV, 50_000, "x")).isEmpty();
    assertThat(names()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {8_000, 11_025, 32_000, 88_200, 96_000, 44_099})
  void ratesThatMpegDoesNotHaveAreChanged(int sampleRate) throws IOException {
    PcmFormat format = new PcmFormat(sampleRate, 2, 24, PcmFormat.Encoding.INTEGER);
    Path wav = wav(format, 2L * sampleRate, TestSound.sine(440, 0.5));

    Path mp3 = transcoder.preview(wav, AudioContainer.WAV, 1 << 20, "x").orElseThrow().file();

    CompressedReport report = CompressedInspector.inspect(mp3, AudioContainer.MP3);
    assertThat(report.content().duration().orElseThrow()).isCloseTo(Duration.ofSeconds(2), Duration.ofMillis(200));
    assertThat(report.measurement().orElseThrow().rmsDbfs()).isCloseTo(-9, within(1.0));
  }

  @Test
  void anMp3CanBePreviewedAndSpoken() throws IOException {
    Path wav = wav(MONO, 72_000, TestSound.sine(440, 0.5));
    Path mp3 = transcoder.preview(wav, AudioContainer.WAV, 1 << 20, "a").orElseThrow().file();

    assertThat(transcoder.preview(mp3, AudioContainer.MP3, 25_000, "b").orElseThrow().sizeBytes()).isLessThan(25_000);
    assertThat(transcoder.voice(mp3, AudioContainer.MP3, "c").orElseThrow().made().duration())
        .isCloseTo(Duration.ofSeconds(3), Duration.ofMillis(150));
  }

  @ParameterizedTest
  @CsvSource({"24000, 1, 72000", "44100, 2, 44100", "48000, 1, 48000", "48000, 2, 480", "16000, 1, 1"})
  void aVoiceMessageIsTheSoundInOpus(int sampleRate, int channelCount, int frames) throws Exception {
    PcmFormat format = new PcmFormat(sampleRate, channelCount, 16, PcmFormat.Encoding.INTEGER);
    TestSound.Wave wave = TestSound.sine(440, 0.5);

    Transcoder.Voice voice = transcoder.voice(wav(format, frames, wave), AudioContainer.WAV, "x").orElseThrow();

    long expected = Math.ceilDiv(48_000L * frames, sampleRate);
    assertThat(voice.made().duration()).isEqualTo(Duration.ofMillis(Math.round(expected / 48.0)));
    double[] samples = played(voice.made().file());
    assertThat((long) samples.length).isEqualTo(expected);
    if (samples.length > 10_000) {
      double[] original = IntStream.range(0, samples.length).mapToDouble(i -> wave.at(i / 48_000.0, 0)).toArray();
      assertThat(TestSound.correlation(samples, original, samples.length)).isGreaterThan(0.98);
      assertThat(TestSound.rms(samples, 0, samples.length)).isCloseTo(0.35, within(0.03));
    }
  }

  /** What a player plays: decoded, the delay skipped, the end cut where the last page says. */
  private static double[] played(Path ogg) throws Exception {
    try (OggFile file = new OggFile(Files.newInputStream(ogg))) {
      OggPacketReader packets = file.getPacketReader();
      OpusInfo head = new OpusInfo(packets.getNextPacket());
      assertThat(head.getNumChannels()).isEqualTo(1);
      assertThat(new String(packets.getNextPacket().getData(), 0, 8, StandardCharsets.US_ASCII))
          .isEqualTo("OpusTags");
      OpusDecoder decoder = new OpusDecoder(48_000, 1);
      short[] pcm = new short[960];
      double[] all = new double[0];
      boolean ended = false;
      long end = 0;
      for (OggPacket packet = packets.getNextPacket(); packet != null; packet = packets.getNextPacket()) {
        ended = packet.isEndOfStream();
        end = packet.getGranulePosition();
        int count = decoder.decode(packet.getData(), 0, packet.getData().length, pcm, 0, 960, false);
        all = Arrays.copyOf(all, all.length + count);
        for (int i = 0; i < count; i++) {
          all[all.length - count + i] = pcm[i] / 32_768.0;
        }
      }
      assertThat(ended).isTrue();
      assertThat(end).isBetween(all.length - 959L, (long) all.length);
      return Arrays.copyOfRange(all, head.getPreSkip(), (int) end);
    }
  }

  @ParameterizedTest
  @CsvSource({"240, 1", "24000, 10", "240000, 100", "2400000, 256"})
  void theWaveformOfAVoiceMessageHasAtMost256Points(int frames, int points) throws IOException {
    Path wav = wav(MONO, frames, (seconds, _) -> seconds * 24_000 < frames / 2.0 ? 0 : 0.999);

    byte[] waveform = Base64.getDecoder()
        .decode(transcoder.voice(wav, AudioContainer.WAV, "x").orElseThrow().waveform());

    assertThat(waveform).hasSize(points);
    assertThat(waveform[points - 1] & 0xFF).isGreaterThan(250);
    if (points > 1) {
      assertThat(waveform[points / 4] & 0xFF).isLessThan(5);
    }
  }

  @Test
  void whatCannotBeDecodedIsEmpty() throws IOException {
    Path file = Files.write(directory.resolve("x"), new byte[5_000]);
    for (AudioContainer container : AudioContainer.values()) {
      assertThat(transcoder.preview(file, container, 1 << 20, "x")).isEqualTo(Optional.empty());
      assertThat(transcoder.voice(file, container, "x")).isEqualTo(Optional.empty());
    }
    assertThat(names()).isEmpty();
  }

  @Test
  void whatAnEarlierProcessLeftIsRemoved() throws IOException {
    Files.write(made.resolve("old.flac"), new byte[10]);

    assertThat(new Transcoder(made).lossless(wav(MONO, 100, TestSound.chord()), "new")).isPresent();
    assertThat(names()).containsExactly("new.flac");
  }

  @Test
  void resultsWithTheSameNameDoNotMeet() throws Exception {
    Path wav = wav(MONO, 10_000, TestSound.chord());
    Set<Path> files = ConcurrentHashMap.newKeySet();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      threads.invokeAll(
          Collections.nCopies(8, () -> files.add(transcoder.lossless(wav, "x").orElseThrow().file())));
    }

    assertThat(files).hasSize(8);
    assertThat(names()).hasSize(8).contains("x.flac", "x-2.flac", "x-8.flac");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "../x", "a.b", "a/b"})
  void namesCannotLeadElsewhere(String name) throws IOException {
    Path wav = wav(MONO, 100, TestSound.chord());

    assertThatIllegalArgumentException().isThrownBy(() -> transcoder.lossless(wav, name));
  }
}
