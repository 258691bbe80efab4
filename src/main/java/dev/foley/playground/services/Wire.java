package dev.foley.playground.services;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;

/**
 * Puts answers on the wire ourselves, past the framework, because some of them must arrive late, cut or not at all, and
 * because a hook wants to know when an answer has left. Thread-safe.
 */
public final class Wire {
  private static final int PIECE_BYTES = 16 * 1024;

  private final CountDownLatch released = new CountDownLatch(1);

  /** Sends all of an answer; returns once the network has it. */
  public static void send(Context ctx, Reply reply) throws IOException {
    sendPart(ctx, reply, reply.body().length());
  }

  /** Declares the whole answer and sends its first bytes. */
  static void sendPart(Context ctx, Reply reply, long bytes) throws IOException {
    try (InputStream body = reply.body().open()) {
      head(ctx, reply, reply.body().length());
      copy(body, bytes, ctx);
    }
  }

  /** Sets status and headers of an answer, and its length unless that is negative. */
  static void head(Context ctx, Reply reply, long length) {
    ctx.res().setStatus(reply.status());
    ctx.res().setContentType(reply.contentType());
    reply.headers().forEach(ctx.res()::setHeader);
    if (length >= 0) {
      ctx.res().setContentLengthLong(length);
    }
  }

  /** Sends so many bytes of a body. */
  private static void copy(InputStream body, long length, Context ctx) throws IOException {
    copy(body, length, ctx, PIECE_BYTES, () -> {});
  }

  /** Sends so many bytes of a body, no faster than this: a tenth of a second's worth at a time. */
  void trickle(InputStream body, long length, Context ctx, int bytesPerSecond) throws IOException {
    int pieceBytes = Math.max(1, bytesPerSecond / 10);
    Duration pause = Duration.ofNanos(1_000_000_000L * pieceBytes / bytesPerSecond);
    OutputStream out = ctx.res().getOutputStream();
    copy(body, length, ctx, pieceBytes, () -> {
      out.flush();
      hold(pause);
    });
  }

  private interface Pause {
    void take() throws IOException;
  }

  private static void copy(InputStream body, long length, Context ctx, int pieceBytes, Pause pause) throws IOException {
    OutputStream out = ctx.res().getOutputStream();
    byte[] piece = new byte[pieceBytes];
    for (long left = length; left > 0;) {
      int read = body.readNBytes(piece, 0, (int) Math.min(piece.length, left));
      if (read == 0) {
        throw new IOException(left + " bytes of the file are missing");
      }
      out.write(piece, 0, read);
      left -= read;
      pause.take();
    }
    out.flush();
  }

  /**
   * Holds the request's thread: in real time, since the client that waits does so too. Ends early when the server
   * stops.
   */
  public void hold(Duration time) {
    try {
      var _ = released.await(time.toNanos(), TimeUnit.NANOSECONDS); // either way: go on
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Closes the connection under the request, whatever has been sent. */
  public static void drop(Context ctx) {
    ServletContextRequest.getServletContextRequest(ctx.req()).getConnectionMetaData().getConnection().getEndPoint()
        .close();
  }

  /** Ends all waiting, now and later. */
  public void release() {
    released.countDown();
  }
}
