package dev.foley.provider.tonewheel;

import dev.foley.secret.Secret;
import java.net.URI;
import java.time.Duration;

/**
 * How Tonewheel is reached.
 *
 * @param baseUrl without {@code /v1}; a proxy, a compatible server or the simulator work as well
 * @param callTimeout for one submit or poll, from dialling to the last byte
 */
record TonewheelSettings(URI baseUrl, Secret key, Duration callTimeout) {
  static final URI DEFAULT_URL = URI.create("https://api.tonewheel.example");
  static final Duration DEFAULT_CALL_TIMEOUT = Duration.ofSeconds(30);
}
