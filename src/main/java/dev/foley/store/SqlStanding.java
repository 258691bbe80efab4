package dev.foley.store;

import dev.foley.generation.ChannelId;
import dev.foley.generation.GuildId;
import dev.foley.generation.Spending;
import dev.foley.generation.Standing;
import dev.foley.generation.UserId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/** {@link Standing} within a handle's transaction. */
final class SqlStanding implements Standing {
  static final String PENDING_OF = """
      SELECT channel_id, COUNT(*) AS pending FROM generation
      WHERE member_id = :member AND state NOT IN ('Delivered', 'Failed')
      GROUP BY channel_id
      """;
  static final String PENDING_IN = """
      SELECT COUNT(*) FROM generation WHERE channel_id = :channel AND state NOT IN ('Delivered', 'Failed')
      """;
  static final String LAST_ASKED = """
      SELECT created_at FROM generation WHERE member_id = :member ORDER BY id DESC LIMIT 1
      """;

  private final Handle handle;

  SqlStanding(Handle handle) {
    this.handle = handle;
  }

  @Override
  public Spending ofMember(UserId member, Instant from, Instant until) {
    return Spending.of(SqlLedger.lines(handle, SqlLedger.OF_MEMBER, member.value(), from, until));
  }

  /** Read with what they spent elsewhere, by the index of members: a guild has more lines than a member. */
  @Override
  public Spending ofMember(UserId member, GuildId guild, Instant from, Instant until) {
    return Spending.of(SqlLedger.lines(handle, SqlLedger.OF_MEMBER, member.value(), from, until).stream()
        .filter(line -> line.payer().guild().equals(Optional.of(guild))).toList());
  }

  @Override
  public Spending ofGuild(GuildId guild, Instant from, Instant until) {
    return Spending.of(SqlLedger.lines(handle, SqlLedger.OF_GUILD, guild.value(), from, until));
  }

  @Override
  public Map<ChannelId, Integer> pendingOf(UserId member) {
    Map<ChannelId, Integer> pending = new TreeMap<>((one, other) -> Long.compare(one.value(), other.value()));
    handle.createQuery(PENDING_OF)
        .bind("member", member.value())
        .map((row, context) -> pending.put(new ChannelId(row.getLong("channel_id")), row.getInt("pending")))
        .list();
    return pending;
  }

  @Override
  public int pendingIn(ChannelId channel) {
    return handle.createQuery(PENDING_IN)
        .bind("channel", channel.value()).mapTo(Integer.class).one();
  }

  @Override
  public Optional<Instant> lastAskedBy(UserId member) {
    return handle.createQuery(LAST_ASKED)
        .bind("member", member.value()).mapTo(Long.class).findOne().map(Instant::ofEpochMilli);
  }
}
