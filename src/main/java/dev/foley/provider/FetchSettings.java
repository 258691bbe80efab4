package dev.foley.provider;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;

/**
 * Bounds of fetching results.
 *
 * @param spool directory for files on their way, made if it is not there
 * @param maxBytes a larger file is refused
 * @param timeout for one file, from dialling to the last byte
 * @param allowedHosts hosts, or {@code host:port}, that may be asked although they are private or speak plain HTTP; the
 *     operator's decision
 */
public record FetchSettings(Path spool, long maxBytes, Duration timeout, Set<String> allowedHosts) {
  public static final long DEFAULT_MAX_BYTES = 200L << 20;
  public static final Duration DEFAULT_TIMEOUT = Duration.ofMinutes(2);

  public FetchSettings {
    allowedHosts = Set.copyOf(allowedHosts);
  }
}
