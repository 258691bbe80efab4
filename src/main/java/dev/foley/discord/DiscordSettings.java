package dev.foley.discord;

import dev.foley.secret.Secret;
import java.net.URI;
import java.util.Optional;
import net.dv8tion.jda.api.requests.RestConfig;

/**
 * How Discord is reached.
 *
 * @param apiUrl base of REST v10; empty for Discord's own
 * @param gatewayUrl empty for what the API names
 * @param shards of this instance
 */
public record DiscordSettings(Secret token, Optional<URI> apiUrl, Optional<URI> gatewayUrl, Shards shards) {
  /** With all shards here. */
  public DiscordSettings(Secret token, Optional<URI> apiUrl, Optional<URI> gatewayUrl) {
    this(token, apiUrl, gatewayUrl, Shards.AUTO);
  }

  /** Where REST begins; ends with a slash. */
  String apiBase() {
    String base = apiUrl.map(URI::toString).orElse(RestConfig.DEFAULT_BASE_URL);
    return base.endsWith("/") ? base : base + "/";
  }
}
