package dev.foley.store;

import dev.foley.generation.GenerationId;
import dev.foley.generation.GuildId;
import dev.foley.generation.Ledger;
import dev.foley.generation.LedgerEntry;
import dev.foley.generation.UserId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * {@link Ledger} over SQL. Amounts are decimal text, which no database adds up exactly, so a sum reads its lines: two or three for
 * each generation of the period, by an index.
 */
final class SqlLedger implements Ledger {
  static final String OF_MEMBER = """
      SELECT * FROM ledger WHERE member_id = :who AND requested_at >= :from AND requested_at < :until ORDER BY requested_at
      """;
  static final String OF_GUILD = """
      SELECT * FROM ledger WHERE guild_id = :who AND requested_at >= :from AND requested_at < :until ORDER BY requested_at
      """;

  private final Jdbi jdbi;

  SqlLedger(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public List<LedgerEntry> entries(GenerationId generation) {
    return Database.ask("What generation " + generation + " cost could not be read",
        () -> jdbi.withHandle(handle -> handle
            .createQuery("SELECT * FROM ledger WHERE generation_id = :id")
            .bind("id", generation.value())
            .map((row, context) -> LedgerRow.read(row))
            .stream().sorted(Comparator.comparing(LedgerEntry::kind)).toList()));
  }

  @Override
  public List<LedgerEntry> lines(UserId member, Instant from, Instant until) {
    return lines(OF_MEMBER, member.value(), from, until);
  }

  @Override
  public List<LedgerEntry> lines(GuildId guild, Instant from, Instant until) {
    return lines(OF_GUILD, guild.value(), from, until);
  }

  private List<LedgerEntry> lines(String query, long who, Instant from, Instant until) {
    return Database.ask("What was spent could not be read",
        () -> jdbi.withHandle(handle -> lines(handle, query, who, from, until)));
  }

  static List<LedgerEntry> lines(Handle handle, String query, long who, Instant from, Instant until) {
    return handle.createQuery(query)
        .bind("who", who)
        .bind("from", from.toEpochMilli())
        .bind("until", until.toEpochMilli())
        .map((row, context) -> LedgerRow.read(row))
        .list();
  }
}
