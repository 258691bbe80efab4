package dev.foley.store;

import dev.foley.generation.Generation;
import dev.foley.generation.GenerationId;
import dev.foley.generation.GuildId;
import dev.foley.generation.History;
import dev.foley.generation.UserId;
import dev.foley.provider.ModelId;
import dev.foley.provider.SoundKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;

/** {@link History} over SQL, each by an index. */
final class SqlHistory implements History {
  /** After every id, which begin with a digit. */
  static final String LAST = "Z";

  static final String OF_MEMBER = """
      SELECT * FROM generation
      WHERE member_id = :member AND take_number = 1 AND id < :before AND (:guild = 0 OR guild_id = :guild)
      ORDER BY id DESC LIMIT :most
      """;
  static final String NEWER_OF_MEMBER = """
      SELECT * FROM generation
      WHERE member_id = :member AND take_number = 1 AND id > :than AND (:guild = 0 OR guild_id = :guild)
      ORDER BY id LIMIT :most
      """;
  static final String DELIVERED = """
      SELECT * FROM generation
      WHERE member_id = :member AND take_number = 1 AND state = 'Delivered'
      ORDER BY id DESC LIMIT :most
      """;
  static final String TALLY = """
      SELECT kind, model, COUNT(*) AS requests, SUM(take_count) AS sounds FROM generation
      WHERE member_id = :member AND take_number = 1 AND created_at >= :from AND created_at < :until
      GROUP BY kind, model ORDER BY requests DESC, model
      """;
  static final String DESCENDANTS = """
      SELECT * FROM generation WHERE parent_id = :parent AND take_number = 1 ORDER BY id LIMIT :most
      """;
  static final String TIMED = """
      SELECT * FROM generation WHERE model = :model AND answered_at IS NOT NULL ORDER BY answered_at DESC LIMIT :most
      """;

  private final Jdbi jdbi;

  SqlHistory(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public List<Generation> ofMember(UserId member, Optional<GuildId> guild, Optional<GenerationId> before, int most) {
    return Database.ask("A member's history could not be read", () -> jdbi.withHandle(handle -> read(handle
        .createQuery(OF_MEMBER)
        .bind("member", member.value())
        .bind("guild", guild.map(GuildId::value).orElse(0L))
        .bind("before", before.map(GenerationId::value).orElse(LAST)), most)));
  }

  @Override
  public List<Generation> newerOfMember(UserId member, Optional<GuildId> guild, GenerationId than, int most) {
    return Database.ask("A member's history could not be read", () -> jdbi.withHandle(handle -> read(handle
        .createQuery(NEWER_OF_MEMBER)
        .bind("member", member.value())
        .bind("guild", guild.map(GuildId::value).orElse(0L))
        .bind("than", than.value()), most))).reversed();
  }

  /** Compared here, since SQLite knows the small letters of ASCII only. */
  @Override
  public List<Generation> search(UserId member, String part, int most) {
    String wanted = part.toLowerCase(Locale.ROOT);
    return Database.ask("A member's history could not be searched", () -> jdbi.withHandle(handle -> {
      try (Stream<Optional<Generation>> rows = handle.createQuery(DELIVERED)
          .bind("member", member.value())
          .bind("most", SEARCHED)
          .map((row, context) -> matching(row, wanted))
          .stream()) {
        return rows.flatMap(Optional::stream).limit(most).toList();
      }
    }));
  }

  private static Optional<Generation> matching(ResultSet row, String wanted) throws SQLException {
    boolean matches = row.getString("prompt").toLowerCase(Locale.ROOT).contains(wanted)
        || row.getString("id").toLowerCase(Locale.ROOT).contains(wanted);
    return matches ? Optional.of(GenerationRow.read(row)) : Optional.empty();
  }

  @Override
  public List<Tally> tally(UserId member, Instant from, Instant until) {
    return Database.ask("A member's requests could not be counted", () -> jdbi.withHandle(handle -> handle
        .createQuery(TALLY)
        .bind("member", member.value())
        .bind("from", from.toEpochMilli())
        .bind("until", until.toEpochMilli())
        .map((row, context) -> new Tally(SoundKind.valueOf(row.getString("kind")), new ModelId(row.getString("model")),
            row.getInt("requests"), row.getInt("sounds")))
        .list()));
  }

  @Override
  public List<Generation> descendants(GenerationId request, int most) {
    return Database.ask("What was made out of " + request + " could not be read",
        () -> jdbi.withHandle(handle -> read(handle.createQuery(DESCENDANTS).bind("parent", request.value()), most)));
  }

  @Override
  public List<Generation> timed(ModelId model, int most) {
    return Database.ask("How long " + model + " takes could not be read",
        () -> jdbi.withHandle(handle -> read(handle.createQuery(TIMED).bind("model", model.value()), most)));
  }

  private static List<Generation> read(Query query, int most) {
    return query.bind("most", most).map((row, context) -> GenerationRow.read(row)).list();
  }
}
