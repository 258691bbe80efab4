package dev.foley.provider.elevenlabs;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;

/** Counts what passes. One thread at a time. */
final class CountedChannel implements ReadableByteChannel {
  private final ReadableByteChannel source;
  private long bytes;

  CountedChannel(ReadableByteChannel source) {
    this.source = source;
  }

  long bytes() {
    return bytes;
  }

  @Override
  public int read(ByteBuffer target) throws IOException {
    int count = source.read(target);
    bytes += Math.max(0, count);
    return count;
  }

  @Override
  public boolean isOpen() {
    return source.isOpen();
  }

  @Override
  public void close() throws IOException {
    source.close();
  }
}
