package dev.foley.store;

import dev.foley.generation.ChannelId;
import dev.foley.generation.GenerationId;
import dev.foley.generation.GuildId;
import dev.foley.generation.LedgerEntry;
import dev.foley.generation.Payer;
import dev.foley.generation.UserId;
import dev.foley.provider.Cost;
import dev.foley.provider.CostUnit;
import dev.foley.provider.ModelId;
import dev.foley.provider.ProviderName;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** A line of the ledger as its row, and back. */
final class LedgerRow {
  private LedgerRow() {}

  /** Writes a line, within the handle's transaction; what is reported replaces what was not, and nothing else changes. */
  static void write(Handle handle, LedgerEntry entry) {
    handle.createUpdate("""
        INSERT INTO ledger (
          generation_id, kind, request_id, requested_at, written_at, amount, unit, reported, provider, model,
          member_id, guild_id, channel_id)
        VALUES (
          :generation, :kind, :request, :requestedAt, :at, :amount, :unit, :reported, :provider, :model,
          :member, :guild, :channel)
        ON CONFLICT (generation_id, kind) DO UPDATE SET
          amount = excluded.amount, unit = excluded.unit, reported = excluded.reported
        WHERE excluded.reported = TRUE
        """)
        .bind("generation", entry.generation().value())
        .bind("kind", entry.kind().name())
        .bind("request", entry.request().value())
        .bind("requestedAt", entry.requestedAt().toEpochMilli())
        .bind("at", entry.at().toEpochMilli())
        .bind("amount", entry.amount().amount().toPlainString())
        .bind("unit", entry.amount().unit().name())
        .bind("reported", entry.reported())
        .bind("provider", entry.provider().value())
        .bind("model", entry.model().value())
        .bind("member", entry.payer().member().value())
        .bind("guild", entry.payer().guild().map(GuildId::value).orElse(null))
        .bind("channel", entry.payer().channel().value())
        .execute();
  }

  static LedgerEntry read(ResultSet row) throws SQLException {
    long guild = row.getLong("guild_id");
    Optional<GuildId> guildId = row.wasNull() ? Optional.empty() : Optional.of(new GuildId(guild));
    return new LedgerEntry(new GenerationId(row.getString("generation_id")),
        new GenerationId(row.getString("request_id")), LedgerEntry.Kind.valueOf(row.getString("kind")),
        new Cost(new BigDecimal(row.getString("amount")), CostUnit.valueOf(row.getString("unit"))),
        row.getBoolean("reported"), new ProviderName(row.getString("provider")), new ModelId(row.getString("model")),
        new Payer(new UserId(row.getLong("member_id")), guildId, new ChannelId(row.getLong("channel_id"))),
        Instant.ofEpochMilli(row.getLong("requested_at")), Instant.ofEpochMilli(row.getLong("written_at")));
  }
}
