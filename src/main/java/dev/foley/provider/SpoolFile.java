package dev.foley.provider;

import dev.foley.audio.AudioContainer;
import dev.foley.audio.AudioContent;
import dev.foley.audio.AudioMeasurement;
import dev.foley.audio.CompressedInspector;
import dev.foley.audio.CompressedReport;
import dev.foley.audio.FileKind;
import dev.foley.audio.IncomingWav;
import dev.foley.audio.PcmFormat;
import dev.foley.audio.WavFormatException;
import dev.foley.audio.WavFormatException.Problem;
import dev.foley.audio.WavInspector;
import dev.foley.audio.WavReport;
import dev.foley.audio.WavWriter;
import dev.foley.audio.Waveform;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One result on its way into the spool. What comes is trusted in nothing: not its length, not its name. A WAV is measured while it
 * comes, and can be read by others already. One thread at a time; closing drops what was not finished.
 */
public final class SpoolFile implements AutoCloseable {
  private static final int BUFFER_BYTES = 64 << 10;

  private final Spool spool;
  private final String name;
  private final Path part;
  private final Optional<PcmFormat> rawPcm;
  private final FileChannel file;
  private IncomingWav seen;
  private @Nullable Expectation expected;
  private @Nullable GrowingFile growing;
  private long bytes;

  /** What is known of a file before it comes, and who wants to read it then. */
  private record Expectation(long sizeBytes, URI source, Consumer<IncomingSound> reader) {}

  /** @param rawPcm what bare samples are to be wrapped as; empty for a file that says itself what it is */
  SpoolFile(Spool spool, String name, Path part, Optional<PcmFormat> rawPcm) throws SpoolException {
    this.spool = spool;
    this.name = name;
    this.part = part;
    this.rawPcm = rawPcm;
    this.file = spool.open(part);
    this.seen = rawPcm.map(IncomingWav::ofSamples).orElseGet(() -> new IncomingWav(OptionalLong.empty()));
    if (rawPcm.isPresent()) {
      spool.write(file, header(0)); // the length is filled in at the end
    }
  }

  private ByteBuffer header(long dataBytes) {
    return ByteBuffer.wrap(WavWriter.header(rawPcm.orElseThrow(), dataBytes));
  }

  /**
   * Says how long the file will be, before anything of it has come, and who is to be told as soon as its header shows what it is. That
   * is on the thread that appends, and not for every file.
   */
  void expect(long sizeBytes, URI source, Consumer<IncomingSound> reader) {
    seen = new IncomingWav(OptionalLong.of(sizeBytes));
    expected = new Expectation(sizeBytes, source, reader);
  }

  /**
   * Appends all that a body has.
   *
   * @return empty if it came whole; else what is wrong, and then nothing more can be made of this file
   */
  public Optional<FetchOutcome> append(ReadableByteChannel body) throws SpoolException {
    ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);
    try {
      while (body.read(buffer.clear()) >= 0) {
        bytes += buffer.position();
        if (bytes > spool.maxBytes()) {
          return Optional.of(spool.tooLarge(bytes));
        }
        write(buffer.flip());
      }
      return Optional.empty();
    } catch (SpoolException e) {
      throw e;
    } catch (IOException e) {
      return Optional.of(cutOff(e));
    }
  }

  /**
   * For those who have to be given a stream. It refuses what is beyond the largest size, by an {@code IOException}; {@link #fault}
   * then says so.
   */
  public OutputStream output() {
    return new OutputStream() {
      @Override
      public void write(int single) throws IOException {
        write(new byte[]{(byte) single}, 0, 1);
      }

      @Override
      public void write(byte[] source, int offset, int length) throws IOException {
        bytes += length;
        if (bytes > spool.maxBytes()) {
          throw new IOException("too large");
        }
        SpoolFile.this.write(ByteBuffer.wrap(source, offset, length));
      }
    };
  }

  private void write(ByteBuffer next) throws SpoolException {
    seen.add(next);
    spool.write(file, next);
    if (growing == null) {
      announce();
    }
    if (growing != null) {
      growing.grewTo(bytes);
    }
  }

  private void announce() {
    Expectation known = expected;
    Optional<AudioContent.Wav> announced = seen.announced();
    if (known != null && announced.isPresent()) {
      growing = new GrowingFile(new AudioArtifact(spool.place(name, AudioContainer.WAV), known.sizeBytes(),
          announced.get(), Optional.of(known.source())), part);
      known.reader().accept(growing);
    }
  }

  /** What is wrong with what has come so far; empty if nothing is. */
  public Optional<FetchOutcome> fault() {
    return bytes > spool.maxBytes() ? Optional.of(spool.tooLarge(bytes)) : Optional.empty();
  }

  private FetchOutcome cutOff(IOException e) {
    if (Thread.currentThread().isInterrupted()) {
      return new FetchOutcome.Broken(FailureReason.RESULT_UNREACHABLE, "interrupted after " + bytes + " bytes");
    }
    return e instanceof InterruptedIOException
        ? new FetchOutcome.Broken(FailureReason.RESULT_UNREACHABLE,
            "too slow: " + bytes + " bytes before the time was up")
        : new FetchOutcome.Broken(FailureReason.RESULT_TRUNCATED, "cut off after " + bytes + " bytes");
  }

  /**
   * Has everything on the disk, looks at it, and gives it its name if it is audio.
   *
   * @param source where it came from, if it can be had there again
   */
  public FetchOutcome finish(Optional<URI> source) throws SpoolException {
    if (rawPcm.isPresent() && bytes > 0) {
      int frameBytes = rawPcm.get().frameBytes();
      if (bytes % frameBytes != 0) {
        return new FetchOutcome.Broken(FailureReason.RESULT_TRUNCATED,
            bytes + " bytes are not whole frames of " + frameBytes);
      }
      if (bytes % 2 == 1) {
        spool.write(file, ByteBuffer.allocate(1)); // RIFF chunks are padded to whole words
      }
      spool.rewrite(file, header(bytes));
    }
    spool.sync(file);
    try {
      return judge(source);
    } catch (WavFormatException e) {
      return new FetchOutcome.Broken(
          e.problem() == Problem.TRUNCATED ? FailureReason.RESULT_TRUNCATED : FailureReason.RESULT_NOT_AUDIO,
          e.problem() + ": " + e.getMessage());
    } catch (SpoolException e) {
      throw e;
    } catch (IOException e) {
      throw new SpoolException("the spool directory cannot be read: " + e.getMessage(), e);
    }
  }

  private FetchOutcome judge(Optional<URI> source) throws IOException, WavFormatException {
    FileKind kind = bytes == 0 ? FileKind.Other.EMPTY : FileKind.of(part);
    return switch (kind) {
      case FileKind.Audio(AudioContainer container) -> {
        Look look = container == AudioContainer.WAV
            ? Look.of(WavInspector.inspect(part, seen))
            : look(part, container);
        Path kept = spool.keep(part, name, container);
        look.waveform().ifPresent(waveform -> spool.waveforms().remember(kept, waveform));
        if (growing != null) {
          growing.whole(kept);
        }
        yield new FetchOutcome.Fetched(look.artifact(kept, source));
      }
      case FileKind.Other other -> new FetchOutcome.Broken(FailureReason.RESULT_NOT_AUDIO,
          "not audio: " + other.name().toLowerCase(Locale.ROOT) + ", " + bytes + " bytes");
    };
  }

  /** @throws WavFormatException if it begins as a WAV and is none */
  static Look look(Path file, AudioContainer container) throws IOException, WavFormatException {
    if (container == AudioContainer.WAV) {
      return Look.of(WavInspector.inspect(file));
    }
    CompressedReport compressed = CompressedInspector.inspect(file, container);
    return new Look(compressed.content(), compressed.measurement(), compressed.waveform());
  }

  /** What a file was found to be. */
  record Look(AudioContent content, Optional<AudioMeasurement> measurement, Optional<Waveform> waveform) {
    static Look of(WavReport wav) {
      return new Look(wav.content(), Optional.of(wav.measurement()), Optional.of(wav.waveform()));
    }

    AudioArtifact artifact(Path file, Optional<URI> source) throws IOException {
      return new AudioArtifact(file, Files.size(file), content, measurement, source);
    }
  }

  @Override
  public void close() throws SpoolException {
    if (growing != null) {
      growing.end();
    }
    try {
      spool.close(file);
    } finally {
      spool.release(name, part);
    }
  }
}
