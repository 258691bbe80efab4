package dev.foley.store;

import dev.foley.generation.Draft;
import dev.foley.generation.Drafts;
import dev.foley.generation.GenerationId;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** {@link Drafts} over SQL. */
final class SqlDrafts implements Drafts {
  static final String OLD = "DELETE FROM draft WHERE created_at < :at";

  private final Jdbi jdbi;

  SqlDrafts(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public void insert(Draft draft) {
    Database.ask("Draft " + draft.id() + " could not be recorded", () -> jdbi.withHandle(handle -> handle
        .createUpdate("""
            INSERT INTO draft (
              id, created_at, channel_id, member_id, guild_id, interaction_id, interaction_token, received_at,
              attachment_limit_bytes, locale, is_private, kind, model, prompt, parameters, take_count, parent_id, lineage)
            VALUES (
              :id, :created_at, :channel_id, :member_id, :guild_id, :interaction_id, :interaction_token, :received_at,
              :attachment_limit_bytes, :locale, :is_private, :kind, :model, :prompt, :parameters, :take_count, :parent_id,
              :lineage)
            """)
        .bindMap(GenerationRow.columns(draft))
        .execute()));
  }

  @Override
  public Optional<Draft> find(GenerationId id) {
    return Database.ask("Draft " + id + " could not be read", () -> jdbi.withHandle(handle -> handle
        .createQuery("SELECT * FROM draft WHERE id = :id")
        .bind("id", id.value())
        .map((row, context) -> GenerationRow.readDraft(row))
        .findOne()));
  }

  @Override
  public boolean remove(GenerationId id) {
    return Database.ask("Draft " + id + " could not be removed", () -> jdbi.withHandle(handle -> handle
        .createUpdate("DELETE FROM draft WHERE id = :id").bind("id", id.value()).execute()) == 1);
  }

  @Override
  public void removeBefore(Instant createdAt) {
    Database.ask("Old drafts could not be removed", () -> jdbi.withHandle(handle -> handle
        .createUpdate(OLD).bind("at", createdAt.toEpochMilli()).execute()));
  }
}
