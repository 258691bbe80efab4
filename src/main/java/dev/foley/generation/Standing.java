package dev.foley.generation;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What a member, a guild and a channel have under way and have spent, as one transaction sees it. Each method is a query; who needs
 * none asks none. Valid only within the transaction.
 */
public interface Standing {
  /** As {@link Ledger#ofMember}. */
  Spending ofMember(UserId member, Instant from, Instant until);

  /** What a member spent in one guild. */
  Spending ofMember(UserId member, GuildId guild, Instant from, Instant until);

  /** As {@link Ledger#ofGuild}. */
  Spending ofGuild(GuildId guild, Instant from, Instant until);

  /** How many generations of a member are not final, by channel. */
  Map<ChannelId, Integer> pendingOf(UserId member);

  /** How many generations of a channel are not final. */
  int pendingIn(ChannelId channel);

  /** When a member last had a request recorded; requests that were cancelled or failed count too. */
  Optional<Instant> lastAskedBy(UserId member);
}
