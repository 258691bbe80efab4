package dev.foley.store;

import dev.foley.generation.Draft;
import dev.foley.generation.Generation;
import dev.foley.generation.GenerationId;
import dev.foley.generation.LedgerEntry;
import dev.foley.generation.MemberData;
import dev.foley.generation.UserId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** {@link MemberData} over SQL, each by an index. */
final class SqlMemberData implements MemberData {
  static final String GENERATIONS = """
      SELECT * FROM generation WHERE member_id = :member AND id < :before ORDER BY id DESC LIMIT :most
      """;
  static final String DRAFTS = """
      SELECT * FROM draft WHERE member_id = :member ORDER BY id
      """;
  static final String LEDGER = """
      SELECT * FROM ledger WHERE member_id = :member ORDER BY requested_at
      """;
  /** A take that has ended tells its siblings what became of their message, so it stays until they have ended too. */
  private static final String ENDED = """
      member_id = :member AND state IN ('Delivered', 'Failed') AND NOT EXISTS (
        SELECT 1 FROM generation AS sibling
        WHERE sibling.take_first = generation.take_first AND sibling.take_count > 1
          AND sibling.state NOT IN ('Delivered', 'Failed'))
      """;
  static final String FORGET = "DELETE FROM generation WHERE " + ENDED + " RETURNING *";
  static final String ANONYMISE = """
      UPDATE ledger SET member_id = :nobody
      WHERE member_id = :member AND requested_at < :accountsFrom
        AND generation_id NOT IN (SELECT id FROM generation WHERE member_id = :member)
      """;
  /** In place of a member who was forgotten; no account of Discord has it. */
  private static final long NOBODY = 0;

  private final Jdbi jdbi;

  SqlMemberData(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public List<Generation> generations(UserId member, Optional<GenerationId> before, int most) {
    return Database.ask("A member's generations could not be read", () -> jdbi.withHandle(handle -> handle
        .createQuery(GENERATIONS)
        .bind("member", member.value())
        .bind("before", before.map(GenerationId::value).orElse(SqlHistory.LAST))
        .bind("most", most)
        .map((row, context) -> GenerationRow.read(row))
        .list()));
  }

  @Override
  public List<Draft> drafts(UserId member) {
    return Database.ask("A member's drafts could not be read", () -> jdbi.withHandle(handle -> handle
        .createQuery(DRAFTS)
        .bind("member", member.value())
        .map((row, context) -> GenerationRow.readDraft(row))
        .list()));
  }

  @Override
  public List<LedgerEntry> ledger(UserId member) {
    return Database.ask("A member's ledger could not be read", () -> jdbi.withHandle(handle -> handle
        .createQuery(LEDGER)
        .bind("member", member.value())
        .map((row, context) -> LedgerRow.read(row))
        .list()));
  }

  @Override
  public List<Generation> forget(UserId member, Instant accountsFrom) {
    return Database.ask("A member could not be forgotten", () -> jdbi.inTransaction(handle -> {
      List<Generation> ended = handle.createQuery(FORGET)
          .bind("member", member.value())
          .map((row, context) -> GenerationRow.read(row))
          .stream().sorted(Comparator.comparing(Generation::id)).toList();
      forgetMore(handle, member, accountsFrom);
      return ended;
    }));
  }

  private static void forgetMore(Handle handle, UserId member, Instant accountsFrom) {
    handle.createUpdate("DELETE FROM draft WHERE member_id = :member").bind("member", member.value()).execute();
    handle.createUpdate(ANONYMISE)
        .bind("nobody", NOBODY)
        .bind("member", member.value())
        .bind("accountsFrom", accountsFrom.toEpochMilli())
        .execute();
  }
}
