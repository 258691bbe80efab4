package dev.foley.store;

import dev.foley.generation.ChannelId;
import dev.foley.generation.GuildId;
import dev.foley.generation.policy.PreferenceStore;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** {@link PreferenceStore} over SQL. */
final class SqlPreferences implements PreferenceStore {
  static final String OF_GUILD = "SELECT * FROM preference WHERE guild_id = :guild ORDER BY channel_id, name";
  /** In place of a channel; none has this id. */
  private static final long WHOLE_SERVER = 0;

  private final Jdbi jdbi;

  SqlPreferences(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public List<Entry> of(GuildId guild) {
    return Database.ask("A server's settings could not be read", () -> jdbi.withHandle(handle -> handle
        .createQuery(OF_GUILD)
        .bind("guild", guild.value())
        .map((row, context) -> new Entry(
            Optional.of(row.getLong("channel_id")).filter(id -> id != WHOLE_SERVER).map(ChannelId::new),
            row.getString("name"), row.getString("value")))
        .list()));
  }

  @Override
  public void set(GuildId guild, Entry entry) {
    Database.ask("A server's setting could not be changed", () -> jdbi.withHandle(handle -> handle
        .createUpdate("""
            INSERT INTO preference (guild_id, channel_id, name, value) VALUES (:guild, :channel, :name, :value)
            ON CONFLICT (guild_id, channel_id, name) DO UPDATE SET value = excluded.value
            """)
        .bind("guild", guild.value())
        .bind("channel", entry.channel().map(ChannelId::value).orElse(WHOLE_SERVER))
        .bind("name", entry.name())
        .bind("value", entry.value())
        .execute()));
  }

  @Override
  public void unset(GuildId guild, Optional<ChannelId> channel, String name) {
    Database.ask("A server's setting could not be changed", () -> jdbi.withHandle(handle -> handle
        .createUpdate("DELETE FROM preference WHERE guild_id = :guild AND channel_id = :channel AND name = :name")
        .bind("guild", guild.value())
        .bind("channel", channel.map(ChannelId::value).orElse(WHOLE_SERVER))
        .bind("name", name)
        .execute()));
  }
}
