package dev.foley.generation;

import java.util.Optional;

/**
 * On whose account something is made.
 *
 * @param guild empty in direct messages
 */
public record Payer(UserId member, Optional<GuildId> guild, ChannelId channel) {
  static Payer of(Origin origin) {
    return new Payer(origin.member(), origin.guild(), origin.channel());
  }
}
