package dev.foley.audio;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import javazoom.jl.decoder.Bitstream;
import javazoom.jl.decoder.BitstreamException;
import javazoom.jl.decoder.Header;

/** Finds out how long a compressed file plays, without decoding it and in constant memory. */
public final class CompressedInspector {
  private static final int FLAC_HEAD_BYTES = 26;

  private CompressedInspector() {}

  /** What is known of the file; its length is empty where the container does not tell it cheaply, or what it tells makes no sense. */
  public static AudioContent.Compressed inspect(Path file, AudioContainer container) throws IOException {
    Optional<Duration> duration = switch (container) {
      case MP3 -> mp3(file);
      case FLAC -> flac(file);
      case OGG, WAV -> Optional.empty();
    };
    return new AudioContent.Compressed(container, duration.filter(length -> !length.isZero()));
  }

  /** Adds up the frames, since bit rates vary. What follows the last whole frame does not count. */
  private static Optional<Duration> mp3(Path file) throws IOException {
    double millis = 0;
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      Bitstream frames = new Bitstream(in);
      for (Header frame = frames.readFrame(); frame != null; frame = frames.readFrame()) {
        millis += frame.ms_per_frame();
        frames.closeFrame();
      }
    } catch (BitstreamException endOfWhatMakesSense) {
      // what came before it is played
    }
    return Optional.of(Duration.ofMillis(Math.round(millis)));
  }

  /** @see "RFC 9639, 8.2: Streaminfo, the first metadata block" */
  private static Optional<Duration> flac(Path file) throws IOException {
    byte[] head;
    try (InputStream in = Files.newInputStream(file)) {
      head = in.readNBytes(FLAC_HEAD_BYTES);
    }
    if (head.length < FLAC_HEAD_BYTES || (head[4] & 0x7F) != 0) {
      return Optional.empty();
    }
    long facts = ByteBuffer.wrap(head).getLong(18); // 20 bits of sample rate, 3 and 5 of others, 36 of frames
    long sampleRate = facts >>> 44;
    long frames = facts & 0xF_FFFF_FFFFL;
    return sampleRate == 0 ? Optional.empty() : Optional.of(Duration.ofMillis(frames * 1_000 / sampleRate));
  }
}
