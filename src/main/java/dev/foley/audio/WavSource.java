package dev.foley.audio;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/** The samples of a WAV file. */
final class WavSource implements PcmSource {
  private static final int BUFFER_BYTES = 64 << 10;

  private final FileChannel file;
  private final WavLayout layout;
  private final SampleDecoder decoder;
  private final ByteBuffer buffer;
  private long position;
  private long framesLeft;

  /** @param file is closed with this */
  WavSource(FileChannel file, WavLayout layout) {
    this.file = file;
    this.layout = layout;
    int frameBytes = layout.format().frameBytes();
    decoder = SampleDecoder.of(layout.format());
    buffer = ByteBuffer.allocate(BUFFER_BYTES / frameBytes * frameBytes).order(ByteOrder.LITTLE_ENDIAN);
    position = layout.dataOffset();
    framesLeft = layout.frames();
  }

  static WavSource open(Path wav) throws IOException, WavFormatException {
    FileChannel file = FileChannel.open(wav);
    try {
      return new WavSource(file, WavInspector.layout(file));
    } catch (IOException | WavFormatException | RuntimeException e) {
      file.close();
      throw e;
    }
  }

  PcmFormat format() {
    return layout.format();
  }

  @Override
  public int sampleRate() {
    return format().sampleRate();
  }

  @Override
  public int channelCount() {
    return format().channelCount();
  }

  @Override
  public long frames() {
    return layout.frames();
  }

  @Override
  public int read(double[] samples) throws IOException {
    ByteBuffer bytes = next(samples.length / channelCount());
    if (!bytes.hasRemaining()) {
      return -1;
    }
    int frames = bytes.limit() / format().frameBytes();
    decoder.decode(bytes, samples, frames * channelCount());
    return frames;
  }

  /** The next frames as they lie in the file, from byte 0 to the limit; nothing at the end. Good until the next call. */
  ByteBuffer next(int maxFrames) throws IOException {
    int frameBytes = format().frameBytes();
    int frames = (int) Math.min(framesLeft, Math.min(maxFrames, buffer.capacity() / frameBytes));
    buffer.clear().limit(frames * frameBytes);
    while (buffer.hasRemaining()) {
      int count = file.read(buffer, position);
      if (count < 0) {
        throw new EOFException("the file shrank while it was read");
      }
      position += count;
    }
    framesLeft -= frames;
    return buffer.flip();
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
