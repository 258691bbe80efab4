package dev.foley.store;

import dev.foley.secret.Secret;
import java.time.Duration;
import java.util.Optional;

/**
 * Where generations and timers are kept.
 *
 * @param url a JDBC address, {@code jdbc:sqlite:…} or {@code jdbc:postgresql:…}; without user and password
 * @param login who asks the database; empty for a file, and where the server asks nobody
 * @param pollingInterval how often due timers are looked for
 * @param workers steps that run at once
 * @param shutdownGrace how long steps in hand may take when the bot stops; longer than a submit, whose outcome would be unknown
 */
public record StoreSettings(String url, Login login, Duration pollingInterval, int workers, Duration shutdownGrace) {
  public static final Duration DEFAULT_POLLING_INTERVAL = Duration.ofMillis(100);
  public static final int DEFAULT_WORKERS = 128;
  public static final Duration DEFAULT_SHUTDOWN_GRACE = Duration.ofSeconds(35);

  /** The user of a database server and the password; either may be left to the server. */
  public record Login(Optional<String> user, Optional<Secret> password) {
    public static final Login NONE = new Login(Optional.empty(), Optional.empty());
  }

  /** Of a file, or a server that asks for no login. */
  public StoreSettings(String url, Duration pollingInterval, int workers, Duration shutdownGrace) {
    this(url, Login.NONE, pollingInterval, workers, shutdownGrace);
  }
}
