package dev.foley.audio;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import javazoom.jl.decoder.Bitstream;
import javazoom.jl.decoder.BitstreamErrors;
import javazoom.jl.decoder.BitstreamException;
import javazoom.jl.decoder.Header;
import org.jspecify.annotations.Nullable;

/** The frames of an MP3, one after the other; what is none is stepped over, as players do. */
final class Mp3Frames implements Closeable {
  /** What a frame's samples are like. */
  record Kind(int sampleRate, int channelCount) {
    static Kind of(Header frame) {
      return new Kind(frame.frequency(), frame.mode() == Header.SINGLE_CHANNEL ? 1 : 2);
    }
  }

  private final InputStream in;
  private final Bitstream bits;

  Mp3Frames(Path file) throws IOException {
    in = new BufferedInputStream(Files.newInputStream(file));
    Id3Tags.skip(in);
    bits = new Bitstream(in);
  }

  /** The next frame, good until the next call; null after the last whole one. */
  @Nullable
  Header next() {
    while (true) {
      bits.closeFrame();
      try {
        return bits.readFrame();
      } catch (BitstreamException e) {
        if (e.getErrorCode() != BitstreamErrors.INVALIDFRAME) {
          return null;
        }
      } catch (RuntimeException endOfWhatMakesSense) {
        return null; // JLayer looks some header fields up in tables without checking them
      }
    }
  }

  /** Where a decoder reads the frame that came last. */
  Bitstream bits() {
    return bits;
  }

  /** Samples per channel. */
  static int length(Header frame) {
    return switch (frame.layer()) {
      case 1 -> 384;
      case 2 -> 1_152;
      default -> frame.version() == Header.MPEG1 ? 1_152 : 576;
    };
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
