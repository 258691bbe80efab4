package dev.foley.discord.interaction;

import dev.foley.generation.ChannelId;
import dev.foley.secret.Secret;
import java.util.Locale;

/**
 * A reply that a member waits for: Discord shows "thinking…" in its place.
 *
 * @param token by which the reply can be written
 */
public record Promise(long interactionId, Secret token, ChannelId channel, Locale locale) {}
