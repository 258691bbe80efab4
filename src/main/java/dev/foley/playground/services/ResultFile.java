package dev.foley.playground.services;

import dev.foley.audio.PcmFormat;
import dev.foley.audio.WavWriter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.OptionalLong;

/**
 * The bytes of a result file, in the form that was asked for. Forms that only a WAV can have leave other files as they
 * are.
 *
 * <p>The usual WAV has 78 bytes before the first sample, as the published sizes of real files show (5,292,078 and
 * 7,938,078 bytes are 30 and 45 seconds): RIFF 12, {@code fmt } 24, {@code LIST} 34, {@code data} 8. Those 34 are just
 * what FFmpeg writes to name itself; here they hold an {@code ICMT} comment that says who made the sound.
 */
public final class ResultFile implements Body {
  private static final int EXTENSIBLE = 0xFFFE;
  private static final String COMMENT = "Foley sketch";
  private static final int COMMENT_BYTES = 14; // with its end and padded, so that the header takes 78 bytes
  private static final int GARBAGE_BYTES = 65_536;
  /** MPEG 1 layer III, 128 kbit/s, 44.1 kHz, stereo: the header of one frame, whose body may be all zeros. */
  private static final byte[] MP3_FRAME = Arrays.copyOf(new byte[]{(byte) 0xFF, (byte) 0xFB, (byte) 0x90, 0}, 417);
  private static final Duration UNKNOWN_LENGTH = Duration.ofSeconds(2);
  private static final double MP3_FRAMES_PER_SECOND = 44_100 / 1_152.0;
  /** The subformat of WAVE_FORMAT_EXTENSIBLE after its first two bytes, which are the coding. */
  private static final byte[] SUBFORMAT_TAIL = {0, 0, 0, 0, 0x10, 0, (byte) 0x80, 0, 0, (byte) 0xAA, 0, 0x38,
      (byte) 0x9B, 0x71};

  private final FileForm form;
  private final RenderedClips.Clip clip;
  private final RenderedClips clips;

  public ResultFile(FileForm form, RenderedClips.Clip clip, RenderedClips clips) {
    this.form = form;
    this.clip = form == FileForm.SILENT
        ? new RenderedClips.Clip(new Sound.Silence(clip.sound().length().orElse(UNKNOWN_LENGTH)), clip.coding())
        : clip;
    this.clips = clips;
  }

  /** How many bytes the file has, if that is known before there is any sound. */
  public OptionalLong knownLength() {
    OptionalLong known = clip.knownBytes();
    return switch (form) {
      case MP3 -> OptionalLong.of((long) mp3Frames() * MP3_FRAME.length);
      case GARBAGE -> OptionalLong.of(GARBAGE_BYTES);
      case ZERO_BYTES -> OptionalLong.of(0);
      default -> known.isEmpty() ? known : OptionalLong.of(length(known.getAsLong()));
    };
  }

  /** Of a file whose form leaves the clip recognisable. */
  private long length(long clipBytes) {
    long body = form == FileForm.SHORTENED ? clipBytes / 2 : converted(clipBytes);
    return header(clipBytes).length + body;
  }

  @Override
  public long length() throws IOException {
    OptionalLong known = knownLength();
    if (known.isPresent()) {
      return known.getAsLong();
    }
    try (FileChannel bytes = clips.open(clip)) {
      return length(bytes.size());
    }
  }

  @Override
  public InputStream open() throws IOException {
    return switch (form) {
      case MP3 -> new ByteArrayInputStream(repeated(MP3_FRAME, mp3Frames()));
      case GARBAGE -> new ByteArrayInputStream(repeated("no sound ".getBytes(StandardCharsets.US_ASCII),
          GARBAGE_BYTES / 9 + 1), 0, GARBAGE_BYTES);
      case ZERO_BYTES -> InputStream.nullInputStream();
      case INTEGER_24, FLOAT_32 -> {
        byte[] samples = Channels.newInputStream(clips.open(clip)).readAllBytes();
        yield joined(header(samples.length), new ByteArrayInputStream(convert(samples)));
      }
      default -> {
        FileChannel bytes = clips.open(clip);
        yield joined(header(bytes.size()), Channels.newInputStream(bytes));
      }
    };
  }

  /** All bytes before the first sample; none where the file is no WAV. */
  private byte[] header(long clipBytes) {
    return isWav()
        ? wavHeader(form, clip.coding().samples(), converted(clipBytes))
        : new byte[0];
  }

  private static byte[] wavHeader(FileForm form, PcmFormat samples, long dataBytes) {
    PcmFormat format = switch (form) {
      case INTEGER_24 -> new PcmFormat(samples.sampleRate(), samples.channelCount(), 24, PcmFormat.Encoding.INTEGER);
      case FLOAT_32 -> new PcmFormat(samples.sampleRate(), samples.channelCount(), 32, PcmFormat.Encoding.FLOAT);
      default -> samples;
    };
    if (form == FileForm.PLAIN_HEADER) {
      return WavWriter.header(format, dataBytes);
    }
    ByteBuffer chunks = ByteBuffer.allocate(256).order(ByteOrder.LITTLE_ENDIAN);
    tag(chunks, "WAVE");
    putFormat(chunks, form, format, dataBytes / format.frameBytes());
    putComment(chunks);
    tag(chunks, "data").putInt(form == FileForm.UNKNOWN_SIZES ? -1 : (int) dataBytes).flip();
    ByteBuffer file = ByteBuffer.allocate(8 + chunks.limit()).order(ByteOrder.LITTLE_ENDIAN);
    tag(file, "RIFF").putInt(form == FileForm.UNKNOWN_SIZES ? -1 : (int) (chunks.limit() + dataBytes));
    return file.put(chunks).array();
  }

  private static void putFormat(ByteBuffer chunks, FileForm form, PcmFormat format, long frames) {
    boolean isFloat = form == FileForm.FLOAT_32;
    boolean extensible = form == FileForm.EXTENSIBLE;
    int coding = isFloat ? 3 : 1;
    tag(chunks, "fmt ").putInt(extensible ? 40 : isFloat ? 18 : 16)
        .putShort((short) (extensible ? EXTENSIBLE : coding))
        .putShort((short) format.channelCount())
        .putInt(format.sampleRate())
        .putInt(format.sampleRate() * format.frameBytes())
        .putShort((short) format.frameBytes())
        .putShort((short) format.bitDepth());
    if (extensible) {
      chunks.putShort((short) 22).putShort((short) format.bitDepth()).putInt(format.channelCount() == 1 ? 0b100 : 0b11) // front centre, or left and right
          .putShort((short) coding).put(SUBFORMAT_TAIL);
    }
    if (isFloat) {
      chunks.putShort((short) 0);
      tag(chunks, "fact").putInt(4).putInt((int) frames);
    }
  }

  private static void putComment(ByteBuffer chunks) {
    tag(chunks, "LIST").putInt(4 + 8 + COMMENT_BYTES);
    tag(chunks, "INFO");
    tag(chunks, "ICMT").putInt(COMMENT_BYTES)
        .put(Arrays.copyOf(COMMENT.getBytes(StandardCharsets.US_ASCII), COMMENT_BYTES));
  }

  private static ByteBuffer tag(ByteBuffer buffer, String fourCharacters) {
    return buffer.put(fourCharacters.getBytes(StandardCharsets.US_ASCII));
  }

  private boolean isWav() {
    return clip.coding().container() == AudioCoding.Container.WAV;
  }

  private long converted(long sampleBytes) {
    return !isWav() ? sampleBytes : switch (form) {
      case INTEGER_24 -> sampleBytes / 2 * 3;
      case FLOAT_32 -> sampleBytes * 2;
      default -> sampleBytes;
    };
  }

  private byte[] convert(byte[] samples) {
    if (!isWav()) {
      return samples;
    }
    ByteBuffer from = ByteBuffer.wrap(samples).order(ByteOrder.LITTLE_ENDIAN);
    ByteBuffer to = ByteBuffer.allocate((int) converted(samples.length)).order(ByteOrder.LITTLE_ENDIAN);
    while (from.hasRemaining()) {
      short sample = from.getShort();
      if (form == FileForm.FLOAT_32) {
        to.putFloat(sample / 32_768f);
      } else {
        to.put((byte) 0).putShort(sample);
      }
    }
    return to.array();
  }

  private int mp3Frames() {
    return (int) Math.ceil(clip.sound().length().orElse(UNKNOWN_LENGTH).toMillis() / 1e3 * MP3_FRAMES_PER_SECOND);
  }

  private static byte[] repeated(byte[] piece, int times) {
    byte[] all = new byte[piece.length * times];
    for (int i = 0; i < times; i++) {
      System.arraycopy(piece, 0, all, i * piece.length, piece.length);
    }
    return all;
  }

  private static InputStream joined(byte[] header, InputStream samples) {
    return new SequenceInputStream(new ByteArrayInputStream(header), samples);
  }
}
