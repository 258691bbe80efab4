package dev.foley.discord.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.foley.discord.Samples;
import dev.foley.discord.privacy.Forgetting.Forgotten;
import dev.foley.generation.FakeClock;
import dev.foley.generation.GenerationState;
import dev.foley.generation.InMemoryRecords;
import dev.foley.generation.StoreException;
import dev.foley.provider.AudioArtifact;
import dev.foley.provider.FailureReason;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ForgettingTest {
  private final Kept kept = new Kept();
  private final InMemoryRecords records = new InMemoryRecords(kept.store);
  private final RecordingSpool spool = new RecordingSpool();
  private final FakeClock clock = new FakeClock();
  private final Forgetting forgetting = new Forgetting(records, spool, clock);
  private final Instant now = clock.instant();
  private final AudioArtifact delivered = Samples.wav(Path.of("delivered.wav"));
  private final AudioArtifact stranded = Samples.wav(Path.of("stranded.wav"));

  @Test
  void theFilesGoWithTheRows() {
    kept.record("delivered", now,
        new GenerationState.Delivered(7, Optional.empty(), Optional.of(delivered), now));
    kept.record("long ago", now, new GenerationState.Delivered(8, now));
    kept.record("stranded", now, new GenerationState.Failed(FailureReason.UNDELIVERABLE, now));
    kept.record("nothing", now, new GenerationState.Failed(FailureReason.CANCELLED, now));
    spool.files.put(Kept.id(3).value(), stranded);
    assertThat(forgetting.forget(Samples.MEMBER)).isEqualTo(new Forgotten(4, 0));
    assertThat(spool.discarded).containsExactlyInAnyOrder(delivered, stranded);
    assertThat(forgetting.forget(Samples.MEMBER)).isEqualTo(new Forgotten(0, 0));
  }

  @Test
  void whatIsUnderWayStaysWithItsFile() {
    kept.record("ready", now, new GenerationState.Ready(delivered, now));
    spool.files.put(Kept.id(1).value(), delivered);
    assertThat(forgetting.forget(Samples.MEMBER)).isEqualTo(new Forgotten(0, 1));
    assertThat(spool.discarded).isEmpty();
    assertThat(kept.store.find(Kept.id(1))).isPresent();
  }

  @Test
  void whatWasSpentThisMonthStaysUntilItIsOver() {
    kept.record("rain", now, new GenerationState.Delivered(7, now));
    forgetting.forget(Samples.MEMBER);
    assertThat(records.ledger(Samples.MEMBER)).hasSize(1);
    clock.advance(Duration.ofDays(31));
    forgetting.forget(Samples.MEMBER);
    assertThat(records.ledger(Samples.MEMBER)).isEmpty();
    assertThat(kept.store.lines(Samples.GUILD, now, now.plusSeconds(1))).hasSize(1);
  }

  @Test
  void whenTheDatabaseDoesNotAnswerNoFileIsRemoved() {
    kept.record("rain", now, new GenerationState.Delivered(7, Optional.empty(), Optional.of(delivered), now));
    kept.store.outOfOrder(true);
    assertThatThrownBy(() -> forgetting.forget(Samples.MEMBER)).isInstanceOf(StoreException.class);
    assertThat(spool.discarded).isEmpty();
  }
}
