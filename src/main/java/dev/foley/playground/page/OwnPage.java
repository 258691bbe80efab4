package dev.foley.playground.page;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells our page from other pages in the same browser, which can reach loopback as well. */
final class OwnPage {
  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost");

  private OwnPage() {}

  /**
   * Whether a request comes from our page.
   *
   * @param origin as the browser says; null from programs other than browsers
   */
  static boolean sent(@Nullable String origin, @Nullable String host) {
    return host != null && LOOPBACK.contains(host.replaceFirst(":\\d+$", ""))
        && (origin == null || origin.equals("http://" + host));
  }
}
