package dev.foley.generation;

import dev.foley.secret.Secret;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * Where a request came from, and so where its answer goes.
 *
 * @param guild empty in direct messages
 * @param interactionToken answers through the interaction while it lives; a secret, since whoever has it can speak as the bot
 * @param receivedAt when the interaction was created, by its id
 * @param attachmentLimitBytes the largest file that this very interaction takes
 * @param locale the member's language
 * @param isPrivate whether only the member may see the answer
 */
public record Origin(ChannelId channel, UserId member, Optional<GuildId> guild, long interactionId,
    Secret interactionToken,
    Instant receivedAt, long attachmentLimitBytes, Locale locale, boolean isPrivate) {}
