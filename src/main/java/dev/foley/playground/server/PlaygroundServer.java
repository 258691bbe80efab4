package dev.foley.playground.server;

import io.javalin.Javalin;
import io.javalin.config.SizeUnit;
import io.javalin.http.HttpStatus;
import io.javalin.util.JavalinBindException;
import java.io.EOFException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Serves the parts on one port of the loopback address, and on no other.
 *
 * <p>Bounds are those of the strictest client: a request may be as large as Discord's largest upload with room for its
 * multipart frame, and a WebSocket may be silent for longer than one heartbeat (41.25 s).
 */
public final class PlaygroundServer implements AutoCloseable {
  private static final String LOOPBACK = "127.0.0.1";
  private static final long MAX_REQUEST_BYTES = 128L << 20;
  private static final Duration WEBSOCKET_IDLE = Duration.ofMinutes(2);

  private final Javalin javalin;
  private final List<Part> parts;
  private final URI baseUrl;
  private final AtomicBoolean closed = new AtomicBoolean();

  private PlaygroundServer(Javalin javalin, List<Part> parts, URI baseUrl) {
    this.javalin = javalin;
    this.parts = parts;
    this.baseUrl = baseUrl;
  }

  /**
   * Starts to listen.
   *
   * @param port 0 for any free one
   * @throws PortTakenException if the port is in use; the parts have been closed then
   */
  public static PlaygroundServer start(int port, List<? extends Part> parts) {
    AtomicReference<URI> baseUrl = new AtomicReference<>();
    Javalin javalin = Javalin.create(config -> {
      config.startup.showJavalinBanner = false;
      config.concurrency.useVirtualThreads = true;
      config.http.maxRequestSize = MAX_REQUEST_BYTES;
      config.jetty.multipartConfig.maxTotalRequestSize(MAX_REQUEST_BYTES, SizeUnit.BYTES);
      config.jetty.multipartConfig.maxFileSize(MAX_REQUEST_BYTES, SizeUnit.BYTES);
      config.jetty.modifyWebSocketServletFactory(factory -> factory.setIdleTimeout(WEBSOCKET_IDLE));
      // A client that hung up, or was killed, in the middle of its request: there is nobody to answer.
      config.routes.exception(EOFException.class, (_, context) -> context.status(HttpStatus.BAD_REQUEST));
      for (Part part : parts) {
        part.register(config, () -> {
          URI url = baseUrl.get();
          if (url == null) {
            throw new IllegalStateException("the server has not started yet");
          }
          return url;
        });
      }
    });
    try {
      javalin.start(LOOPBACK, port);
    } catch (JavalinBindException e) {
      parts.forEach(Part::close);
      throw new PortTakenException(port, e);
    }
    URI url = URI.create("http://" + LOOPBACK + ":" + javalin.port());
    baseUrl.set(url);
    return new PlaygroundServer(javalin, List.copyOf(parts), url);
  }

  /** Where it answers, such as {@code http://127.0.0.1:4711}. */
  public URI baseUrl() {
    return baseUrl;
  }

  /** Idempotent. */
  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      javalin.stop();
      parts.forEach(Part::close);
    }
  }
}
