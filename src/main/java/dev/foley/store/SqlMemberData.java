package dev.foley.store;

import dev.foley.generation.Generation;
import dev.foley.generation.GenerationId;
import dev.foley.generation.LedgerEntry;
import dev.foley.generation.MemberData;
import dev.foley.generation.UserId;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** {@link MemberData} over SQL. */
final class SqlMemberData implements MemberData {
  /** In place of a member who was forgotten; no account of Discord has it. */
  private static final long NOBODY = 0;

  private final Jdbi jdbi;

  SqlMemberData(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public List<Generation> generations(UserId member) {
    return Database.ask("A member's generations could not be read", () -> jdbi.withHandle(handle -> handle
        .createQuery("SELECT * FROM generation WHERE member_id = :member ORDER BY id")
        .bind("member", member.value())
        .map((row, context) -> GenerationRow.read(row))
        .list()));
  }

  @Override
  public List<LedgerEntry> ledger(UserId member) {
    return Database.ask("A member's ledger could not be read", () -> jdbi.withHandle(handle -> handle
        .createQuery("SELECT * FROM ledger WHERE member_id = :member ORDER BY generation_id, written_at")
        .bind("member", member.value())
        .map((row, context) -> LedgerRow.read(row))
        .list()));
  }

  @Override
  public List<GenerationId> forget(UserId member) {
    return Database.ask("A member could not be forgotten", () -> jdbi.inTransaction(handle -> {
      List<GenerationId> ended = handle.createQuery("""
          SELECT id FROM generation WHERE member_id = :member AND state IN ('Delivered', 'Failed')
          """)
          .bind("member", member.value()).mapTo(String.class).map(GenerationId::new).list();
      handle.createUpdate("DELETE FROM generation WHERE member_id = :member AND state IN ('Delivered', 'Failed')")
          .bind("member", member.value()).execute();
      handle.createUpdate("DELETE FROM draft WHERE member_id = :member").bind("member", member.value()).execute();
      handle.createUpdate("UPDATE ledger SET member_id = :nobody WHERE member_id = :member")
          .bind("nobody", NOBODY).bind("member", member.value()).execute();
      return ended;
    }));
  }
}
