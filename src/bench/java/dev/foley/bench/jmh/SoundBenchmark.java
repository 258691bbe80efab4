package dev.foley.bench.jmh;

import dev.foley.audio.AudioContainer;
import dev.foley.audio.IncomingWav;
import dev.foley.audio.WavFormatException;
import dev.foley.audio.WavInspector;
import dev.foley.audio.WavReport;
import dev.foley.audio.WaveformPicture;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What is done with the bytes of a sound. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class SoundBenchmark {
  /** As they come from a socket. */
  private static final int PIECE_BYTES = 8 << 10;

  private Path seconds190 = Path.of("");
  private Path seconds47 = Path.of("");
  private byte[] bytes47 = new byte[0];
  private byte[] oneSecond = new byte[0];

  @Setup
  public void make() throws IOException {
    seconds190 = WavFile.write(190);
    seconds47 = WavFile.write(47);
    bytes47 = Files.readAllBytes(seconds47);
    oneSecond = WavFile.bytes(1);
  }

  /** RIFF walk: from the first bytes on to knowing what will come. */
  @Benchmark
  public Object riffWalk() {
    IncomingWav wav = new IncomingWav(OptionalLong.of(oneSecond.length));
    wav.add(ByteBuffer.wrap(oneSecond, 0, 78));
    return wav.announced();
  }

  /** Measurements and waveform while it comes, and the check at its end. */
  @Benchmark
  public WavReport onePassOf47Seconds() throws IOException, WavFormatException {
    IncomingWav wav = new IncomingWav(OptionalLong.of(bytes47.length));
    for (int at = 0; at < bytes47.length; at += PIECE_BYTES) {
      wav.add(ByteBuffer.wrap(bytes47, at, Math.min(PIECE_BYTES, bytes47.length - at)));
    }
    return WavInspector.inspect(seconds47, wav);
  }

  /** The same from the file, as it was done before, and still is after a restart. */
  @Benchmark
  public WavReport readingOf47Seconds() throws IOException, WavFormatException {
    return WavInspector.inspect(seconds47);
  }

  /** With its picture, from the file. */
  @Benchmark
  public Optional<byte[]> pictureOf190Seconds() throws IOException {
    return WaveformPicture.of(seconds190, AudioContainer.WAV);
  }
}
