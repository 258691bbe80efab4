package dev.foley.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.foley.provider.AudioArtifact;
import dev.foley.provider.FailureReason;
import dev.foley.provider.FakeFetcher;
import dev.foley.provider.FakeProvider;
import dev.foley.provider.SubmitOutcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Several takes of one request: each makes its own way, and one message tells of all of them. */
class TakesTest {
  private static final DeliveryOutcome NOT_NOW = new DeliveryOutcome.NotNow(Optional.empty(), "503");
  private static final SubmitOutcome REFUSED = new SubmitOutcome.Refused(FailureReason.REQUEST_REFUSED, "400");

  private final GenerationFixture foley = new GenerationFixture();

  @Test
  void oneMessageHasAllSoundsInTheirOrder() {
    List<Generation> takes = foley.acceptTakes(4);

    List<GenerationState> ends = foley.runAllToEnd(takes);

    assertThat(ends).extracting(TakesTest::messageId).containsOnly(Optional.of(1L));
    assertThat(foley.delivery.messages()).hasSize(1);
    assertThat(foley.delivery.sounds()).extracting(RecordingDelivery.Sound::id).containsExactlyElementsOf(ids(takes));
    assertThat(foley.delivery.calls()).isEqualTo(1);
    assertThat(foley.provider.submits()).hasSize(4);
    assertThat(foley.fetcher.discarded()).hasSize(4);
  }

  @Test
  void aTakeThatIsReadyWaitsForTheOthersWithoutWriting() {
    List<Generation> takes = foley.acceptTakes(2);
    foley.runTo(takes.getFirst().id(), GenerationState.Ready.class);
    Generation waiting = row(takes.getFirst());

    assertThat(foley.step.advance(waiting.id()))
        .isEqualTo(new Next.WakeAt(foley.clock.instant().plus(Duration.ofSeconds(1))));

    assertThat(row(waiting)).isEqualTo(waiting);
    assertThat(foley.delivery.calls()).isZero();
  }

  @Test
  void aTakeThatFailedWaitsAsWell() {
    foley.provider.onSubmit(REFUSED);
    List<Generation> takes = foley.acceptTakes(2);
    foley.runTo(takes.getFirst().id(), GenerationState.Failing.class);

    assertThat(foley.step.advance(takes.getFirst().id())).isInstanceOf(Next.WakeAt.class);

    assertThat(foley.state(takes.getFirst().id())).isInstanceOf(GenerationState.Failing.class);
    assertThat(foley.delivery.calls()).isZero();
  }

  @Test
  void theMessageAlsoTellsOfTheTakeThatFailed() {
    foley.provider.onSubmit(REFUSED);
    List<Generation> takes = foley.acceptTakes(3);

    List<GenerationState> ends = foley.runAllToEnd(takes);

    assertThat(foley.delivery.messages()).hasSize(1);
    assertThat(foley.delivery.messages().getFirst()).extracting(take -> take.getClass().getSimpleName())
        .containsExactly("Missing", "Sound", "Sound");
    assertThat(ends.getFirst()).isInstanceOfSatisfying(GenerationState.Failed.class,
        failed -> assertThat(failed.reason()).isEqualTo(FailureReason.REQUEST_REFUSED));
    assertThat(ends.subList(1, 3)).extracting(TakesTest::messageId).containsOnly(Optional.of(1L));
  }

  @Test
  void whenNoTakeBecameASoundOneMessageSaysSo() {
    foley.provider.onSubmit(REFUSED, REFUSED);
    List<Generation> takes = foley.acceptTakes(2);

    assertThat(foley.runAllToEnd(takes)).hasOnlyElementsOfType(GenerationState.Failed.class);

    assertThat(foley.delivery.messages()).hasSize(1);
    assertThat(foley.delivery.notices()).hasSize(2);
  }

  @Test
  void theOnlyTakeOfARequestLooksForNoOther() {
    foley.runToEnd(foley.accept().id(), 10);

    assertThat(foley.store.takesAsked()).isZero();
  }

  @Test
  void killedBetweenTheMessageAndItsRowTheTakesAreDeliveredOnce() {
    List<Generation> takes = readyTakes(3);
    foley.delivery.afterPosting(() -> {
      throw new IllegalStateException("kill -9");
    });
    assertThatThrownBy(() -> foley.step.advance(takes.getFirst().id())).hasMessage("kill -9");

    assertThat(foley.runAllToEnd(takes)).extracting(TakesTest::messageId).containsOnly(Optional.of(1L));

    assertThat(foley.delivery.messages()).hasSize(1);
    assertThat(foley.delivery.calls()).isEqualTo(2);
  }

  @Test
  void killedWhenOnlyTheSpeakerHadEndedTheOthersFollow() {
    List<Generation> takes = readyTakes(3);
    assertThat(foley.step.advance(takes.getFirst().id())).isInstanceOf(Next.Finished.class);

    foley.step = foley.step(foley.catalogue);

    assertThat(foley.runAllToEnd(takes)).extracting(TakesTest::messageId).containsOnly(Optional.of(1L));
    assertThat(foley.delivery.calls()).isEqualTo(1);
    assertThat(foley.fetcher.discarded()).hasSize(3);
  }

  @Test
  void anotherInstanceThatDeliversAtTheSameTimeIsNoHarm() {
    List<Generation> takes = readyTakes(2);
    GenerationId speaker = takes.getFirst().id();
    foley.delivery.afterPosting(() -> foley.step.advance(speaker));

    assertThat(foley.runAllToEnd(takes)).extracting(TakesTest::messageId).containsOnly(Optional.of(1L));
    assertThat(foley.delivery.messages()).hasSize(1);
    assertThat(foley.events).filteredOn("Delivered"::equals).hasSize(2);
  }

  @Test
  void whenNoWayToTheMemberIsLeftAllTakesEndAndTheirFilesStay() {
    foley.provider.onSubmit(REFUSED);
    foley.delivery.answering(new DeliveryOutcome.Impossible("channel gone"));

    List<GenerationState> ends = foley.runAllToEnd(foley.acceptTakes(3));

    assertThat(ends).extracting(state -> ((GenerationState.Failed) state).reason()).containsExactly(
        FailureReason.REQUEST_REFUSED, FailureReason.UNDELIVERABLE, FailureReason.UNDELIVERABLE);
    assertThat(foley.delivery.calls()).isEqualTo(1);
    assertThat(foley.fetcher.discarded()).isEmpty();
  }

  @Test
  void discordThatStaysAwayEndsAllTakesOnceItsPatienceIsOver() {
    List<Generation> takes = readyTakes(2);
    for (int i = 0; i < 5_000; i++) {
      foley.delivery.answering(NOT_NOW);
    }
    foley.clock.advance(foley.settings.deliveryPatience().minusMinutes(1));

    List<GenerationState> ends = foley.runAllToEnd(takes);

    assertThat(ends).extracting(state -> ((GenerationState.Failed) state).reason())
        .containsOnly(FailureReason.UNDELIVERABLE);
  }

  @Test
  void discordThatComesBackGetsOneMessage() {
    foley.delivery.answering(NOT_NOW, NOT_NOW, NOT_NOW);

    assertThat(foley.runAllToEnd(foley.acceptTakes(2))).extracting(TakesTest::messageId)
        .containsOnly(Optional.of(1L));
    assertThat(foley.delivery.calls()).isEqualTo(4);
  }

  @Test
  void aFileThatWasLostIsFetchedAgainWhileTheOthersWait() {
    List<Generation> takes = readyTakes(3);
    foley.fetcher.loseFile(takes.getLast().id().value());
    assertThat(foley.step.advance(takes.getFirst().id())).isInstanceOf(Next.WakeAt.class);
    assertThat(foley.delivery.calls()).isZero();

    assertThat(foley.runAllToEnd(takes)).extracting(TakesTest::messageId).containsOnly(Optional.of(1L));
    assertThat(foley.delivery.sounds()).hasSize(3);
    assertThat(foley.fetcher.fetches()).hasSize(4);
  }

  @Test
  void aFileThatWasLostAndCanBeHadNowhereIsToldAmongTheOthers() {
    AudioArtifact fetched = FakeFetcher.artifact(FakeProvider.RESULT, "x");
    foley.provider.onSubmit(new SubmitOutcome.Answered(
        new AudioArtifact(fetched.file(), fetched.sizeBytes(), fetched.content(), Optional.empty()), Optional.empty()));

    List<GenerationState> ends = foley.runAllToEnd(foley.acceptTakes(2));

    assertThat(foley.delivery.messages()).hasSize(1);
    assertThat(foley.delivery.notices()).extracting(RecordingDelivery.Notice::reason)
        .containsExactly(FailureReason.RESULT_NOT_KEPT);
    assertThat(ends.getLast()).isInstanceOf(GenerationState.Delivered.class);
  }

  @Test
  void aDatabaseThatFailsWhileTheTakesAreReadDelaysOnly() {
    List<Generation> takes = readyTakes(2);
    foley.store.outOfOrder(true);
    assertThatThrownBy(() -> foley.step.advance(takes.getFirst().id())).isInstanceOf(StoreException.class);
    foley.store.outOfOrder(false);

    assertThat(foley.runAllToEnd(takes)).extracting(TakesTest::messageId).containsOnly(Optional.of(1L));
  }

  static IntStream seeds() {
    return IntStream.range(0, 50);
  }

  /** Wakings in any order, crashes after the message was posted, lost files: whatever happens, one message and one end for all. */
  @ParameterizedTest
  @MethodSource("seeds")
  void anyOrderOfWakingsAndCrashesEndsInOneMessage(int seed) {
    Random random = new Random(seed);
    if (random.nextBoolean()) {
      foley.provider.onSubmit(REFUSED);
    }
    List<Generation> takes = foley.acceptTakes(2 + random.nextInt(3));
    List<Generation> open = new ArrayList<>(takes);
    for (int waking = 0; waking < 2_000 && !open.isEmpty(); waking++) {
      Generation take = open.get(random.nextInt(open.size()));
      switch (random.nextInt(12)) {
        case 0 -> foley.delivery.afterPosting(() -> {
          throw new IllegalStateException("kill -9");
        });
        case 1 -> foley.fetcher.loseFile(take.id().value());
        case 2 -> foley.delivery.answering(NOT_NOW);
        case 3 -> foley.store.beforeReplace(() -> foley.step.advance(take.id()));
        default -> foley.clock.advance(Duration.ofMillis(random.nextInt(3_000)));
      }
      try {
        if (foley.step.advance(take.id()) instanceof Next.Finished) {
          open.remove(take);
        }
      } catch (IllegalStateException killed) {
        assertThat(killed).hasMessage("kill -9");
      }
    }

    assertThat(open).isEmpty();
    assertThat(foley.delivery.messages()).hasSize(1);
    assertThat(foley.delivery.messages().getFirst()).hasSameSizeAs(takes);
    assertThat(takes).allMatch(take -> row(take).state().isFinal());
    assertThat(takes.stream().map(take -> row(take).state()).filter(GenerationState.Delivered.class::isInstance))
        .hasSize(foley.delivery.sounds().size()).extracting(TakesTest::messageId).containsOnly(Optional.of(1L));
  }

  private List<Generation> readyTakes(int count) {
    List<Generation> takes = foley.acceptTakes(count);
    takes.forEach(take -> foley.runTo(take.id(), GenerationState.Ready.class));
    return takes;
  }

  private Generation row(Generation take) {
    return foley.store.find(take.id()).orElseThrow();
  }

  private static List<GenerationId> ids(List<Generation> takes) {
    return takes.stream().map(Generation::id).toList();
  }

  private static Optional<Long> messageId(GenerationState state) {
    return state instanceof GenerationState.Delivered delivered ? Optional.of(delivered.messageId()) : Optional.empty();
  }
}
