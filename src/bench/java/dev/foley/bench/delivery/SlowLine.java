package dev.foley.bench.delivery;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A way to a server on this machine that lets only so much through towards it. What comes back is not held up. */
final class SlowLine implements AutoCloseable {
  private static final int PIECE_BYTES = 16 << 10;
  private static final int BUFFER_BYTES = 64 << 10;

  private final ServerSocket entrance;
  private final URI target;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private volatile Rate rate = Rate.unlimited();

  private SlowLine(ServerSocket entrance, URI target) {
    this.entrance = entrance;
    this.target = target;
  }

  static SlowLine to(URI target) throws IOException {
    ServerSocket entrance = new ServerSocket();
    entrance.setReceiveBufferSize(BUFFER_BYTES); // else the kernel would swallow megabytes at once
    entrance.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    SlowLine line = new SlowLine(entrance, target);
    Thread.ofVirtual().name("line-to-discord").start(line::accept);
    return line;
  }

  /** From now on. */
  void slowDownTo(Rate other) {
    rate = other;
  }

  /** Where the target is reached through this. */
  URI address() {
    return URI.create("http://127.0.0.1:" + entrance.getLocalPort() + target.getRawPath());
  }

  private void accept() {
    while (!entrance.isClosed()) {
      try {
        Socket client = entrance.accept();
        Socket server = new Socket(InetAddress.getLoopbackAddress(), target.getPort());
        open.add(client);
        open.add(server);
        Thread.startVirtualThread(() -> pass(client, server, true));
        Thread.startVirtualThread(() -> pass(server, client, false));
      } catch (IOException e) {
        if (!entrance.isClosed()) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }

  /** Ends with either side. */
  private void pass(Socket from, Socket to, boolean slowly) {
    try (from; to; InputStream in = from.getInputStream(); OutputStream out = to.getOutputStream()) {
      byte[] piece = new byte[PIECE_BYTES];
      for (int count = in.read(piece); count >= 0; count = in.read(piece)) {
        if (slowly) {
          rate.await(count);
        }
        out.write(piece, 0, count);
      }
    } catch (IOException e) {
      // one of the two has hung up, which the other hears by the closing
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      open.remove(from);
      open.remove(to);
    }
  }

  @Override
  public void close() throws IOException {
    entrance.close();
    for (Socket socket : open) {
      socket.close();
    }
  }
}
