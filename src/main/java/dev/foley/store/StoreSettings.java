package dev.foley.store;

import java.time.Duration;

/**
 * Where generations and timers are kept.
 *
 * @param url a JDBC address, {@code jdbc:sqlite:…}
 * @param pollingInterval how often due timers are looked for
 * @param workers steps that run at once
 * @param shutdownGrace how long steps in hand may take when the bot stops; longer than a submit, whose outcome would be unknown
 */
public record StoreSettings(String url, Duration pollingInterval, int workers, Duration shutdownGrace) {
  public static final Duration DEFAULT_POLLING_INTERVAL = Duration.ofMillis(100);
  public static final int DEFAULT_WORKERS = 128;
  public static final Duration DEFAULT_SHUTDOWN_GRACE = Duration.ofSeconds(35);
}
