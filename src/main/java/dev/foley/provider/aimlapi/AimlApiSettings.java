package dev.foley.provider.aimlapi;

import dev.foley.secret.Secret;
import java.net.URI;
import java.time.Duration;

/**
 * How AIML API is reached.
 *
 * @param baseUrl without {@code /v2}; a proxy, a compatible server or the simulator work as well
 * @param callTimeout for one submit or poll, from dialling to the last byte
 */
public record AimlApiSettings(URI baseUrl, Secret key, Duration callTimeout) {
  public static final URI DEFAULT_URL = URI.create("https://api.aimlapi.com");
  public static final Duration DEFAULT_CALL_TIMEOUT = Duration.ofSeconds(30);
}
