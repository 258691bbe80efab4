package dev.foley;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foley.generation.ChannelId;
import dev.foley.generation.Draft;
import dev.foley.generation.FakeClock;
import dev.foley.generation.GenerationId;
import dev.foley.generation.InMemoryGenerationStore;
import dev.foley.generation.InMemoryRecords;
import dev.foley.generation.Order;
import dev.foley.generation.Origin;
import dev.foley.generation.UserId;
import dev.foley.provider.AudioRequest;
import dev.foley.provider.FakeProvider;
import dev.foley.provider.Retention;
import dev.foley.provider.SoundKind;
import dev.foley.provider.Spool;
import dev.foley.secret.Secret;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HousekeepingTest {
  private static final GenerationId OLD = new GenerationId("0000000000001");
  private static final GenerationId YOUNG = new GenerationId("0000000000002");

  @TempDir
  private Path directory;

  private final FakeClock clock = new FakeClock();
  private final InMemoryRecords drafts = new InMemoryRecords(new InMemoryGenerationStore());
  private Path old;
  private Path young;
  private Housekeeping housekeeping;

  @BeforeEach
  void start() throws Exception {
    Spool spool = new Spool(directory.resolve("spool"), 1 << 20, Retention.DEFAULT);
    Instant weekAgo = clock.instant().minus(Duration.ofDays(7));
    old = file("old.wav", weekAgo);
    young = file("young.wav", weekAgo.plusSeconds(1));
    drafts.insert(draft(OLD, weekAgo.minusMillis(1)));
    drafts.insert(draft(YOUNG, weekAgo));
    housekeeping = new Housekeeping(spool, drafts, clock);
  }

  @Test
  void whatHasBeenKeptLongEnoughGoes() {
    housekeeping.run();

    assertThat(old).doesNotExist();
    assertThat(young).exists();
    assertThat(drafts.find(OLD)).isEmpty();
    assertThat(drafts.find(YOUNG)).isPresent();
  }

  @Test
  void theFirstRoundIsAtTheStart() throws Exception {
    housekeeping.start();
    try {
      Awaitility.await().untilAsserted(() -> assertThat(drafts.find(OLD)).isEmpty());
    } finally {
      housekeeping.close();
    }
  }

  private Path file(String name, Instant modified) throws Exception {
    Path file = Files.write(directory.resolve("kept").resolve(name), new byte[44]);
    return Files.setLastModifiedTime(file, FileTime.from(modified));
  }

  private static Draft draft(GenerationId id, Instant createdAt) {
    Origin origin = new Origin(new ChannelId(1), new UserId(2), Optional.empty(), 3, Secret.of("token"), createdAt,
        10 << 20, Locale.ENGLISH, false);
    return new Draft(id, Order.of(origin, new AudioRequest(FakeProvider.MODEL.id(), SoundKind.MUSIC, "rain", Map.of()),
        1), createdAt);
  }
}
