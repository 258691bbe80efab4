package dev.foley.provider;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/** A file that one thread writes while others read it already. */
final class GrowingFile implements IncomingSound {
  private enum Growth {
    COMING, WHOLE, BROKEN
  }

  private final AudioArtifact announced;

  // All guarded by this.
  private Path file;
  private long bytes;
  private Growth growth = Growth.COMING;

  /** @param part where it grows */
  GrowingFile(AudioArtifact announced, Path part) {
    this.announced = announced;
    this.file = part;
  }

  /** @param now how many bytes can be read */
  synchronized void grewTo(long now) {
    bytes = now;
    notifyAll();
  }

  /** It is whole, and lies there now. */
  synchronized void whole(Path kept) {
    file = kept;
    growth = Growth.WHOLE;
    notifyAll();
  }

  /** Nothing will come of it, unless it is whole already. */
  synchronized void end() {
    if (growth == Growth.COMING) {
      growth = Growth.BROKEN;
      notifyAll();
    }
  }

  @Override
  public AudioArtifact announced() {
    return announced;
  }

  @Override
  public InputStream open() throws IOException {
    synchronized (this) { // it may be given its name in this moment
      return new Reader(FileChannel.open(file));
    }
  }

  /** Waits for a byte at a position. */
  private synchronized void await(long position) throws IOException {
    while (growth == Growth.COMING && bytes <= position) {
      try {
        wait();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new InterruptedIOException("interrupted while the sound was coming");
      }
    }
    if (growth == Growth.BROKEN) {
      throw new EOFException("the sound did not come whole");
    }
  }

  private final class Reader extends InputStream {
    private final FileChannel channel;
    private long position;

    Reader(FileChannel channel) {
      this.channel = channel;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      long left = announced.sizeBytes() - position;
      if (left <= 0) {
        return -1;
      }
      if (length == 0) {
        return 0;
      }
      await(position);
      int count = channel.read(ByteBuffer.wrap(target, offset, (int) Math.min(length, left)), position);
      if (count < 0) {
        throw new EOFException("the sound is shorter than was announced");
      }
      position += count;
      return count;
    }

    @Override
    public void close() throws IOException {
      channel.close();
    }
  }
}
