package dev.foley.playground.server;

import io.javalin.config.JavalinConfig;
import java.net.URI;
import java.util.function.Supplier;

/** One part of the playground: the local Discord, a simulated service, a page. Each owns paths of its own. */
public interface Part extends AutoCloseable {
  /**
   * Adds this part's routes.
   *
   * @param baseUrl where the whole server answers, without a trailing slash; known once it has started, so ask when a
   *     request is being answered
   */
  void register(JavalinConfig config, Supplier<URI> baseUrl);

  @Override
  default void close() {}
}
