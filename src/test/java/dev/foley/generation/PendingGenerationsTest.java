package dev.foley.generation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PendingGenerationsTest {
  private final GenerationFixture foley = new GenerationFixture();

  @Test
  void showsAChannelsOwnGenerationsOldestFirst() {
    Generation first = foley.accept();
    foley.accept(new ChannelId(12));
    Generation second = foley.accept();

    assertThat(foley.generations.pendingIn(GenerationFixture.CHANNEL)).containsExactly(first, second);
  }

  @Test
  void followsEachChangeAndForgetsWhatHasEnded() {
    GenerationId id = foley.accept().id();
    assertThat(foley.generations.pendingIn(GenerationFixture.CHANNEL)).hasSize(1);

    foley.runTo(id, GenerationState.Pending.class);
    assertThat(foley.generations.pendingIn(GenerationFixture.CHANNEL)).extracting(Generation::state)
        .hasOnlyElementsOfType(GenerationState.Pending.class);

    foley.runToEnd(id, 10);
    assertThat(foley.generations.pendingIn(GenerationFixture.CHANNEL)).isEmpty();
  }

  @Test
  void anOlderVersionDoesNotReplaceANewerOne() {
    Generation queued = foley.accept();
    foley.pending.in(GenerationFixture.CHANNEL);
    Generation submitting = queued.to(new GenerationState.Submitting(foley.clock.instant()));
    foley.pending.committed(submitting);

    foley.pending.committed(queued);

    assertThat(foley.pending.in(GenerationFixture.CHANNEL)).containsExactly(submitting);
  }

  @Test
  void seesAnotherInstancesChangeWithinSeconds() {
    Generation queued = foley.accept();
    foley.pending.in(GenerationFixture.CHANNEL);
    Instant now = foley.clock.instant();
    Generation changedElsewhere = queued.to(new GenerationState.Submitting(now));
    foley.store.replace(changedElsewhere);

    foley.clock.advance(Duration.ofSeconds(6));

    assertThat(foley.pending.in(GenerationFixture.CHANNEL)).containsExactly(changedElsewhere);
  }
}
