package dev.foley.store;

import dev.foley.generation.Generation;
import dev.foley.generation.GenerationId;
import dev.foley.generation.GuildId;
import dev.foley.generation.History;
import dev.foley.generation.UserId;
import dev.foley.provider.ModelId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;

/** {@link History} over SQL, each by an index. */
final class SqlHistory implements History {
  /** After every id, which begin with a digit. */
  private static final String LAST = "Z";

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
  static final String SEARCH = """
      SELECT * FROM generation
      WHERE member_id = :member AND take_number = 1 AND state = 'Delivered'
        AND (LOWER(prompt) LIKE :part ESCAPE '!' OR LOWER(id) LIKE :part ESCAPE '!')
      ORDER BY id DESC LIMIT :most
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

  @Override
  public List<Generation> search(UserId member, String part, int most) {
    String escaped = part.toLowerCase(Locale.ROOT).replaceAll("[!%_]", "!$0");
    return Database.ask("A member's history could not be searched", () -> jdbi.withHandle(handle -> read(handle
        .createQuery(SEARCH)
        .bind("member", member.value())
        .bind("part", "%" + escaped + "%"), most)));
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
