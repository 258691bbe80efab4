package dev.foley.audio;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Walks and measures a WAV while it comes, so that its samples need not be read again. What it finds is believed only where the whole
 * file, as it lies there at the end, is what its beginning said: see {@link WavInspector#inspect(java.nio.file.Path, IncomingWav)}.
 * Whatever comes, it does not complain. One thread at a time; constant memory.
 */
public final class IncomingWav {
  /** Samples hardly ever begin later; a file in which they do is read again. */
  private static final int MAX_HEAD_BYTES = 64 << 10;
  private static final long UNKNOWN_LENGTH = Long.MAX_VALUE / 4;

  private final long expectedBytes;
  private byte[] head = new byte[0];
  private boolean isOther;
  private @Nullable Samples samples;

  /** @param expectedBytes of the whole file; empty if nobody said */
  public IncomingWav(OptionalLong expectedBytes) {
    this.expectedBytes = expectedBytes.orElse(UNKNOWN_LENGTH);
  }

  /** For bare samples that we write a header of our own before. */
  public static IncomingWav ofSamples(PcmFormat format) {
    IncomingWav wav = new IncomingWav(OptionalLong.empty());
    wav.samples = new Samples(new WavLayout(format, UNKNOWN_LENGTH / format.frameBytes(), WavWriter.HEADER_BYTES));
    return wav;
  }

  /** Takes the next bytes, which are left as they are. */
  public void add(ByteBuffer bytes) {
    ByteBuffer next = bytes.duplicate();
    if (samples != null) {
      samples.add(next);
    } else if (!isOther) {
      head = joined(head, next);
      walk();
    }
  }

  private static byte[] joined(byte[] first, ByteBuffer second) {
    byte[] all = new byte[first.length + second.remaining()];
    System.arraycopy(first, 0, all, 0, first.length);
    second.get(all, first.length, second.remaining());
    return all;
  }

  private void walk() {
    try {
      WavLayout layout = WavInspector.layout(new Head());
      Samples begun = new Samples(layout);
      int at = (int) layout.dataOffset();
      begun.add(ByteBuffer.wrap(head, at, head.length - at));
      samples = begun;
    } catch (EOFException notYet) {
      isOther = head.length > MAX_HEAD_BYTES;
    } catch (IOException | WavFormatException other) {
      isOther = true;
    }
    if (isOther || samples != null) {
      head = new byte[0];
    }
  }

  /** What the whole will be, by its header and its expected length; empty until that is known. */
  public Optional<AudioContent.Wav> announced() {
    return samples == null || expectedBytes == UNKNOWN_LENGTH
        ? Optional.empty()
        : Optional.of(new AudioContent.Wav(samples.layout.format(), samples.layout.frames()));
  }

  /** What was found, if the file has these samples and no others. */
  Optional<WavReport> report(WavLayout layout) {
    return samples == null ? Optional.empty() : samples.report(layout);
  }

  /** The file as far as it is here. */
  private final class Head implements WavInspector.Bytes {
    @Override
    public long size() {
      return expectedBytes;
    }

    @Override
    public void read(ByteBuffer buffer, long position) throws EOFException {
      if (position + buffer.remaining() > head.length) {
        throw new EOFException("not here yet");
      }
      buffer.put(head, (int) position, buffer.remaining());
    }
  }

  /** Measures in blocks, since bytes do not come in whole frames. */
  private static final class Samples {
    private static final int BLOCK_BYTES = 16 << 10;

    private final WavLayout layout;
    private final int frameBytes;
    private final SampleDecoder decoder;
    private final SampleMeter meter;
    private final ByteBuffer block;
    private final double[] decoded;
    private long bytesLeft;

    Samples(WavLayout layout) {
      this.layout = layout;
      PcmFormat format = layout.format();
      frameBytes = format.frameBytes();
      decoder = SampleDecoder.of(format);
      meter = SampleMeter.of(format);
      block = ByteBuffer.allocate(BLOCK_BYTES / frameBytes * frameBytes).order(ByteOrder.LITTLE_ENDIAN);
      decoded = new double[block.capacity() / frameBytes * format.channelCount()];
      bytesLeft = layout.frames() * frameBytes;
    }

    void add(ByteBuffer bytes) {
      while (bytes.hasRemaining() && bytesLeft > 0) {
        int count = (int) Math.min(bytesLeft, Math.min(bytes.remaining(), block.remaining()));
        block.put(block.position(), bytes, bytes.position(), count).position(block.position() + count);
        bytes.position(bytes.position() + count);
        bytesLeft -= count;
        if (!block.hasRemaining()) {
          measure();
        }
      }
    }

    private void measure() {
      int frames = block.position() / frameBytes;
      decoder.decode(block, decoded, frames * layout.format().channelCount());
      meter.add(decoded, frames);
      block.clear();
    }

    Optional<WavReport> report(WavLayout whole) {
      measure();
      return layout.format().equals(whole.format()) && layout.dataOffset() == whole.dataOffset()
          && meter.frames() == whole.frames() ? Optional.of(WavReport.of(whole, meter)) : Optional.empty();
    }
  }
}
