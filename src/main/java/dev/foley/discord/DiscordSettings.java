package dev.foley.discord;

import dev.foley.secret.Secret;
import java.net.URI;
import java.util.Optional;

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
}
