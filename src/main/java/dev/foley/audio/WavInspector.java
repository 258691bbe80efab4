package dev.foley.audio;

import dev.foley.audio.WavFormatException.Problem;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Walks a WAV file's chunks and measures its samples, in one pass and in little memory, whatever the file's size.
 *
 * <p>Real files are untidy. Chunks of any kind come before the samples ({@code LIST}, {@code JUNK}, {@code bext},
 * {@code fact}), so the first sample is at byte 44, 78 or elsewhere. Encoders that write to a pipe do not know the
 * size, so they leave 0 or 0xFFFFFFFF in the headers; the samples then go on to the end of the file. The RIFF size is
 * wrong often enough to be of no use, so only the file's own length counts. What must not pass is a file that was cut
 * off: a chunk that goes on past the end.
 *
 * <p>Whatever the bytes are, the only complaint about them is a {@link WavFormatException}.
 *
 * @see "Multimedia Programming Interface and Data Specifications 1.0 (1991), RIFF and WAVE"
 */
public final class WavInspector {
  private static final int RIFF_HEADER_BYTES = 12;
  private static final int CHUNK_HEADER_BYTES = 8;
  private static final long UNKNOWN_SIZE = 0xFFFF_FFFFL;
  /** Chunks before the samples. Real files have a handful; a file of empty chunks only would keep us busy for long. */
  private static final int MAX_CHUNKS = 1_000;

  private final Bytes file;
  private final long fileBytes;

  private WavInspector(Bytes file) {
    this.file = file;
    fileBytes = file.size();
  }

  /** A file, or the beginning of one that is to come. */
  interface Bytes {
    /** Of the whole. */
    long size();

    /**
     * Fills the buffer.
     *
     * @throws EOFException if so much is not here
     */
    void read(ByteBuffer buffer, long position) throws IOException;
  }

  /**
   * @throws WavFormatException if it is no WAV, ends too early or makes no sense; {@code problem()} says which
   * @throws IOException if the file cannot be read
   */
  public static WavReport inspect(Path file) throws IOException, WavFormatException {
    try (FileChannel channel = FileChannel.open(file)) {
      return read(channel, layout(channel));
    }
  }

  /**
   * As above, of a file that was looked at while it came. Its chunks are walked again, since that is cheap and the truth; its samples
   * are read only where what was seen on the way is not what lies there.
   */
  public static WavReport inspect(Path file, IncomingWav seen) throws IOException, WavFormatException {
    try (FileChannel channel = FileChannel.open(file)) {
      WavLayout layout = layout(channel);
      Optional<WavReport> report = seen.report(layout);
      return report.isPresent() ? report.get() : read(channel, layout);
    }
  }

  private static WavReport read(FileChannel channel, WavLayout layout) throws IOException {
    return WavReport.of(layout, SampleMeter.of(layout.format()).addAll(new WavSource(channel, layout)));
  }

  /** Walks the chunks only. */
  static WavLayout layout(FileChannel wav) throws IOException, WavFormatException {
    long size = wav.size();
    return layout(new Bytes() {
      @Override
      public long size() {
        return size;
      }

      @Override
      public void read(ByteBuffer buffer, long position) throws IOException {
        fill(wav, buffer, position);
      }
    });
  }

  /** As above. */
  static WavLayout layout(Bytes wav) throws IOException, WavFormatException {
    return new WavInspector(wav).layout();
  }

  private WavLayout layout() throws IOException, WavFormatException {
    if (!(FileKind.of(bytes(0, RIFF_HEADER_BYTES).array()) instanceof FileKind.Audio(AudioContainer container))
        || container != AudioContainer.WAV) {
      throw new WavFormatException(Problem.NOT_WAV, "the file does not begin with RIFF and WAVE");
    }
    PcmFormat format = null;
    long position = RIFF_HEADER_BYTES;
    for (int chunk = 0; chunk < MAX_CHUNKS; chunk++) {
      if (position + CHUNK_HEADER_BYTES > fileBytes) {
        throw noSamples(format, position);
      }
      ByteBuffer header = bytes(position, CHUNK_HEADER_BYTES);
      String id = id(header);
      long size = header.getInt(4) & 0xFFFF_FFFFL;
      long body = position + CHUNK_HEADER_BYTES;
      if (id.equals("data") && !isEmptyChunk(size, body)) {
        return layout(format, body, size);
      }
      if (body + size > fileBytes) {
        throw new WavFormatException(Problem.TRUNCATED,
            "chunk " + printable(id) + " says " + size + " bytes, " + (fileBytes - body) + " are there");
      }
      if (id.equals("fmt ")) {
        format = format(format, body, size);
      }
      position = body + size + size % 2; // chunks are padded to whole words
    }
    throw new WavFormatException(Problem.BAD_HEADER, "no samples after " + MAX_CHUNKS + " chunks");
  }

  private PcmFormat format(@Nullable PcmFormat earlier, long body, long size) throws IOException, WavFormatException {
    if (earlier != null) {
      throw new WavFormatException(Problem.BAD_HEADER, "there are two fmt chunks");
    }
    if (size < WavHeader.MIN_BYTES) {
      throw new WavFormatException(Problem.BAD_HEADER, "the fmt chunk has only " + size + " bytes");
    }
    return WavHeader.read(bytes(body, (int) Math.min(size, WavHeader.MAX_BYTES)));
  }

  private WavLayout layout(@Nullable PcmFormat format, long body, long size) throws IOException, WavFormatException {
    if (format == null) {
      throw new WavFormatException(Problem.BAD_HEADER, "the samples come before any fmt chunk");
    }
    long there = fileBytes - body;
    boolean toTheEnd = size == 0 || size == UNKNOWN_SIZE;
    if (!toTheEnd && size > there) {
      throw new WavFormatException(Problem.TRUNCATED,
          "the header says " + size + " bytes of samples, " + there + " are there");
    }
    long frames = (toTheEnd ? there : size) / format.frameBytes();
    if (frames == 0) {
      throw new WavFormatException(Problem.NO_SAMPLES, "not one whole frame is there");
    }
    return new WavLayout(format, frames, body);
  }

  /**
   * A size of 0 usually means "not known when this was written". It means an empty chunk only at the end of the file,
   * or where another chunk follows that fits the file; samples hardly ever look like one.
   */
  private boolean isEmptyChunk(long size, long body) throws IOException {
    if (size != 0 || body + CHUNK_HEADER_BYTES > fileBytes) {
      return false;
    }
    ByteBuffer next = bytes(body, CHUNK_HEADER_BYTES);
    boolean readable = id(next).chars().allMatch(c -> c >= ' ' && c <= '~');
    return readable && body + CHUNK_HEADER_BYTES + (next.getInt(4) & 0xFFFF_FFFFL) <= fileBytes;
  }

  private WavFormatException noSamples(@Nullable PcmFormat format, long position) {
    return fileBytes > position || format == null
        ? new WavFormatException(Problem.TRUNCATED, "the file ends after " + fileBytes + " bytes, within its header")
        : new WavFormatException(Problem.NO_SAMPLES, "there is no data chunk");
  }

  private static String id(ByteBuffer header) {
    StringBuilder id = new StringBuilder(4);
    for (int i = 0; i < 4; i++) {
      id.append((char) (header.get(i) & 0xFF));
    }
    return id.toString();
  }

  /** An id as it may stand in a log: what a file says there can be anything. */
  private static String printable(String id) {
    return id.chars().allMatch(c -> c >= ' ' && c <= '~')
        ? "'" + id + "'"
        : String.format(Locale.ROOT, "0x%02x%02x%02x%02x", (int) id.charAt(0), (int) id.charAt(1), (int) id.charAt(2),
            (int) id.charAt(3));
  }

  /** The bytes at a position: as many as asked for, or as many as the file has. */
  private ByteBuffer bytes(long position, int count) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate((int) Math.min(count, Math.max(0, fileBytes - position)))
        .order(ByteOrder.LITTLE_ENDIAN);
    file.read(buffer, position);
    return buffer.flip();
  }

  private static void fill(FileChannel file, ByteBuffer buffer, long position) throws IOException {
    while (buffer.hasRemaining()) {
      int count = file.read(buffer, position + buffer.position());
      if (count < 0) {
        throw new EOFException("the file shrank while it was read");
      }
    }
  }
}
