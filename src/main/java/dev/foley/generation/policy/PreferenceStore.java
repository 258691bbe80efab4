package dev.foley.generation.policy;

import dev.foley.generation.ChannelId;
import dev.foley.generation.GuildId;
import java.util.List;
import java.util.Optional;

/**
 * What the managers of servers have set, as text by name. Thread-safe, blocking. Every method throws
 * {@link dev.foley.generation.StoreException} when the database does not answer.
 */
public interface PreferenceStore {
  /**
   * One setting.
   *
   * @param channel empty for the whole server
   */
  record Entry(Optional<ChannelId> channel, String name, String value) {}

  /** Everything that was set in a server. */
  List<Entry> of(GuildId guild);

  /** Sets it in place of what was set before. */
  void set(GuildId guild, Entry entry);

  /** As if it had never been set. */
  void unset(GuildId guild, Optional<ChannelId> channel, String name);
}
