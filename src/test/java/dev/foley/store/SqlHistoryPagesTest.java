package dev.foley.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foley.generation.ChannelId;
import dev.foley.generation.Generation;
import dev.foley.generation.GuildId;
import dev.foley.generation.UserId;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A history is read in both directions from a request. */
class SqlHistoryPagesTest {
  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

  @Test
  void theNearestNewerOnesComeNewestFirst(@TempDir Path directory) {
    try (Database database = Database.open("jdbc:sqlite:" + directory.resolve("foley.db"))) {
      SqlGenerationStore store = new SqlGenerationStore(database);
      for (int number = 1; number <= 5; number++) {
        store.insert(List.of(Samples.queued(Samples.id(number), new ChannelId(1), NOON)));
      }
      SqlHistory history = new SqlHistory(database.jdbi());
      UserId member = new UserId(2);

      assertThat(history.newerOfMember(member, Optional.empty(), Samples.id(1), 3)).extracting(Generation::id)
          .containsExactly(Samples.id(4), Samples.id(3), Samples.id(2));
      assertThat(history.newerOfMember(member, Optional.empty(), Samples.id(5), 3)).isEmpty();
      assertThat(history.newerOfMember(new UserId(3), Optional.empty(), Samples.id(1), 3)).isEmpty();
      assertThat(history.newerOfMember(member, Optional.of(new GuildId(9)), Samples.id(1), 3)).isEmpty();
    }
  }
}
