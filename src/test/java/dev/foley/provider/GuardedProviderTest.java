package dev.foley.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.foley.generation.FakeClock;
import dev.foley.provider.ProviderException.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Limits of a service, with time that the test moves. */
class GuardedProviderTest {
  private static final ModelId MODEL = FakeProvider.MODEL.id();
  private static final ModelId NARROW = new ModelId("narrow");
  private static final ProviderJobId JOB = new ProviderJobId("job");
  private static final Duration OPEN_FOR = Duration.ofSeconds(20);

  private final FakeClock clock = new FakeClock();
  private final FakeProvider service = new FakeProvider(List.of(FakeProvider.MODEL, narrow()));
  private final GuardedProvider guarded = guarded(3, 1_000);

  // Submits under way

  @Test
  void asManySubmitsAsConfiguredAreUnderWay() {
    List<Admission.Place> places = List.of(granted(MODEL), granted(MODEL), granted(MODEL));
    assertThat(guarded.admit(MODEL)).isInstanceOf(Admission.Busy.class);

    places.getFirst().close();
    places.getFirst().close();

    granted(MODEL);
    assertThat(guarded.admit(MODEL)).isInstanceOf(Admission.Busy.class);
  }

  @Test
  void aModelsOwnLimitCountsBesides() {
    Admission.Place narrow = granted(NARROW);
    assertThat(guarded.admit(NARROW)).isInstanceOf(Admission.Busy.class);
    granted(MODEL);
    granted(MODEL); // what was refused to the narrow one took no place of the others

    narrow.close();

    granted(NARROW);
  }

  @Test
  void admittingSendsNothing() {
    granted(MODEL).close();
    assertThat(service.submits()).isEmpty();
  }

  @Test
  void whatTheServiceSaysThatItTakesNarrowsTheLimitAndWidensItAgain() {
    guarded.maximumObserved(1);
    Admission.Place only = granted(MODEL);
    assertThat(guarded.admit(MODEL)).isInstanceOf(Admission.Busy.class);
    only.close();

    guarded.maximumObserved(50);

    List.of(granted(MODEL), granted(MODEL), granted(MODEL));
    assertThat(guarded.admit(MODEL)).isInstanceOf(Admission.Busy.class);
  }

  @Test
  void aServiceThatSaysItTakesNothingIsGivenOne() {
    guarded.maximumObserved(0);
    granted(MODEL);
    assertThat(guarded.admit(MODEL)).isInstanceOf(Admission.Busy.class);
  }

  @Test
  void aNarrowerLimitThatIsHeardOfWithinASubmitStopsNobody() throws Exception {
    List<Admission.Place> places = List.of(granted(MODEL), granted(MODEL), granted(MODEL));
    service.duringSubmit(() -> guarded.maximumObserved(1));

    guarded.submit(submission());

    places.get(0).close();
    places.get(1).close();
    assertThat(guarded.admit(MODEL)).isInstanceOf(Admission.Busy.class);
    places.get(2).close();
    granted(MODEL);
  }

  @Test
  void whateverHappensEveryPlaceComesBack() throws Exception {
    AtomicInteger underWay = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    List<Callable<Void>> members = new ArrayList<>();
    for (int member = 0; member < 200; member++) {
      int number = member;
      members.add(() -> {
        while (true) {
          if (guarded.admit(number % 2 == 0 ? MODEL : NARROW) instanceof Admission.Granted(Admission.Place place)) {
            try (place) {
              most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
              guarded.maximumObserved(1 + number % 5);
              underWay.decrementAndGet();
              return null;
            }
          }
          clock.advance(Duration.ofMillis(10)); // a new second comes
          Thread.onSpinWait();
        }
      });
    }
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      for (Future<Void> member : threads.invokeAll(members)) {
        member.get();
      }
    }

    assertThat(most).hasValueLessThanOrEqualTo(3);
    guarded.maximumObserved(3);
    clock.advance(Duration.ofSeconds(2));
    List.of(granted(NARROW), granted(MODEL), granted(MODEL));
  }

  // Requests a second

  @Test
  void asManyRequestsASecondAsConfigured() {
    GuardedProvider slow = guarded(10, 2);
    assertThat(slow.admit(MODEL)).isInstanceOf(Admission.Granted.class);
    assertThat(slow.admit(MODEL)).isInstanceOf(Admission.Granted.class);
    assertThat(slow.admit(MODEL)).isEqualTo(new Admission.Busy(Duration.ofSeconds(1)));

    clock.advance(Duration.ofSeconds(1));

    assertThat(slow.admit(MODEL)).isInstanceOf(Admission.Granted.class);
  }

  @Test
  void questionsCountAsWell() throws Exception {
    GuardedProvider slow = guarded(10, 1);
    slow.poll(JOB, "c");

    assertThat(slow.poll(JOB, "c")).isEqualTo(new PollOutcome.NotAsked(Duration.ofSeconds(1)));
    assertThat(slow.admit(MODEL)).isInstanceOf(Admission.Busy.class);
    assertThat(service.polls()).hasSize(1);
  }

  @Test
  void questionsThatAreTurnedAwayComeBackAsFastAsTheyAreLetThrough() throws Exception {
    GuardedProvider slow = guarded(10, 2);
    slow.poll(JOB, "c");
    slow.poll(JOB, "c");

    List<PollOutcome> turnedAway = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      turnedAway.add(slow.poll(JOB, "c"));
    }

    assertThat(turnedAway).containsExactly(notAsked(1_000), notAsked(1_500), notAsked(2_000), notAsked(2_500));
    clock.advance(Duration.ofSeconds(30));
    slow.poll(JOB, "c");
    slow.poll(JOB, "c");
    assertThat(slow.poll(JOB, "c")).as("nobody is left").isEqualTo(notAsked(1_000));
  }

  @Test
  void howeverManyAreTurnedAwayEachComesBackInMinutes() throws Exception {
    GuardedProvider slow = guarded(10, 1);
    for (int i = 0; i < 1_000; i++) {
      slow.poll(JOB, "c");
    }
    assertThat(slow.poll(JOB, "c")).isEqualTo(new PollOutcome.NotAsked(Duration.ofMinutes(5)));
  }

  @Test
  void aRequestThatTheSecondHasNoRoomForKeepsNoPlace() {
    GuardedProvider slow = guarded(1, 1);
    close(slow.admit(MODEL));
    assertThat(slow.admit(MODEL)).isInstanceOf(Admission.Busy.class);

    clock.advance(Duration.ofSeconds(1));

    assertThat(slow.admit(MODEL)).isInstanceOf(Admission.Granted.class);
  }

  // What the service asked for

  @Test
  void afterRetryAfterNothingIsSentUntilThen() throws Exception {
    service.onSubmitThrottle(Duration.ofSeconds(7));
    assertFails(() -> guarded.submit(submission()), Kind.THROTTLED, Duration.ofSeconds(7));
    clock.advance(Duration.ofSeconds(2));

    assertThat(guarded.admit(MODEL)).isEqualTo(new Admission.Busy(Duration.ofSeconds(5)));
    assertThat(guarded.admit(NARROW)).isEqualTo(new Admission.Busy(Duration.ofSeconds(5)));
    assertThat(guarded.poll(JOB, "c")).isEqualTo(new PollOutcome.NotAsked(Duration.ofSeconds(5)));
    assertFails(() -> guarded.cancel(JOB), Kind.THROTTLED, Duration.ofSeconds(5));
    assertThat(service.polls()).isEmpty();
    assertThat(service.cancelled()).isEmpty();
  }

  @Test
  void afterThatTimeEverythingIsSentAgain() throws Exception {
    service.onPollThrottle(Duration.ofSeconds(7));
    assertFails(() -> guarded.poll(JOB, "c"), Kind.THROTTLED, Duration.ofSeconds(7));
    assertThat(guarded.admit(MODEL)).isInstanceOf(Admission.Busy.class);

    clock.advance(Duration.ofSeconds(7));

    granted(MODEL).close();
    assertThat(guarded.poll(JOB, "c")).isInstanceOf(PollOutcome.Finished.class);
  }

  @Test
  void aShorterWaitDoesNotUndoALongerOne() {
    service.onSubmitThrottle(Duration.ofSeconds(60)).onSubmitThrottle(Duration.ofSeconds(1));
    assertFails(() -> guarded.submit(submission()), Kind.THROTTLED, Duration.ofSeconds(60));
    assertFails(() -> guarded.submit(submission()), Kind.THROTTLED, Duration.ofSeconds(1));

    assertThat(guarded.admit(MODEL)).isEqualTo(new Admission.Busy(Duration.ofSeconds(60)));
  }

  @Test
  void aRefusalForWantOfRoomThatNamesNoTimeHoldsBackForASecond() {
    service.onSubmitFail(Kind.THROTTLED);
    assertThatThrownBy(() -> guarded.submit(submission())).isInstanceOf(ProviderException.class);

    assertThat(guarded.admit(MODEL)).isEqualTo(new Admission.Busy(Duration.ofSeconds(1)));
  }

  @Test
  void oneOddAnswerDoesNotStopTheServiceForADay() {
    service.onSubmitThrottle(RetryAfter.LONGEST);
    assertThatThrownBy(() -> guarded.submit(submission())).isInstanceOf(ProviderException.class);

    assertThat(guarded.admit(MODEL)).isEqualTo(new Admission.Busy(Duration.ofMinutes(5)));
  }

  // Failures in a row

  @ParameterizedTest
  @EnumSource(value = Kind.class, names = {"UNAVAILABLE", "OUTCOME_UNKNOWN"})
  void aServiceThatKeepsFailingIsLeftAlone(Kind kind) {
    failInARow(kind, 3);

    assertThat(guarded.down()).isTrue();
    assertThat(guarded.admit(MODEL)).asInstanceOf(InstanceOfAssertFactories.type(Admission.Down.class))
        .satisfies(down -> assertThat(down.askAgainAfter()).isBetween(OPEN_FOR, OPEN_FOR.plusMillis(1)));
    assertThatThrownBy(() -> guarded.poll(JOB, "c")).isInstanceOfSatisfying(ProviderException.class, refused -> {
      assertThat(refused.kind()).isEqualTo(Kind.UNAVAILABLE);
      assertThat(refused.retryAfter()).isPresent();
    });
    assertThat(service.polls()).isEmpty();
  }

  @Test
  void failingPollsCountAsWell() {
    service.onPollFail(Kind.UNAVAILABLE).onPollFail(Kind.UNAVAILABLE).onPollFail(Kind.UNAVAILABLE);
    for (int i = 0; i < 3; i++) {
      assertThatThrownBy(() -> guarded.poll(JOB, "c")).isInstanceOf(ProviderException.class);
    }

    assertThat(guarded.down()).isTrue();
  }

  @Test
  void anAnswerInBetweenShowsThatItWorks() throws Exception {
    failInARow(Kind.UNAVAILABLE, 2);
    guarded.poll(JOB, "c");
    failInARow(Kind.UNAVAILABLE, 2);

    assertThat(guarded.down()).isFalse();
  }

  @ParameterizedTest
  @EnumSource(value = Kind.class, names = {"THROTTLED", "UNAUTHORIZED", "INVALID_RESPONSE"})
  void whatIsNoOutageDoesNotCount(Kind kind) {
    failInARow(kind, 10);

    assertThat(guarded.down()).isFalse();
  }

  @Test
  void refusalsDoNotCount() throws Exception {
    for (int i = 0; i < 10; i++) {
      service.onSubmit(new SubmitOutcome.Refused(FailureReason.CONTENT_REFUSED, "scripted"));
      guarded.submit(submission());
    }

    assertThat(guarded.down()).isFalse();
  }

  @Test
  void afterAWhileOneCallTriesItAndAllIsWellAgain() throws Exception {
    failInARow(Kind.UNAVAILABLE, 3);
    clock.advance(OPEN_FOR.plusMillis(1));
    assertThat(guarded.down()).isFalse();

    guarded.poll(JOB, "c");

    failInARow(Kind.UNAVAILABLE, 2);
    assertThat(guarded.down()).isFalse();
    granted(MODEL);
  }

  @Test
  void aTrialThatFailsLeavesItAloneAgain() {
    failInARow(Kind.UNAVAILABLE, 3);
    clock.advance(OPEN_FOR.plusMillis(1));

    failInARow(Kind.OUTCOME_UNKNOWN, 1);

    assertThat(guarded.down()).isTrue();
    assertThat(guarded.admit(MODEL)).isInstanceOf(Admission.Down.class);
  }

  @Test
  void whileOneCallTriesItTheOthersWait() throws Exception {
    failInARow(Kind.UNAVAILABLE, 3);
    clock.advance(OPEN_FOR.plusMillis(1));
    List<ProviderException> refused = new ArrayList<>();
    service.duringPoll(() -> {
      try {
        guarded.submit(submission());
      } catch (ProviderException e) {
        refused.add(e);
      }
    });

    guarded.poll(JOB, "c");

    assertThat(refused).extracting(ProviderException::kind).containsExactly(Kind.UNAVAILABLE);
    assertThat(service.submits()).hasSize(3); // those that failed
    guarded.submit(submission());
  }

  @Test
  void aTrialThatTaughtNothingLeavesRoomForTheNext() throws Exception {
    failInARow(Kind.UNAVAILABLE, 3);
    clock.advance(OPEN_FOR.plusMillis(1));
    service.duringSubmit(() -> {
      throw new IllegalStateException("a defect");
    });
    assertThatThrownBy(() -> guarded.submit(submission())).hasMessage("a defect");

    guarded.poll(JOB, "c");

    assertThat(guarded.down()).isFalse();
  }

  @Test
  void tellsWhatTheServiceTells() throws Exception {
    assertThat(guarded.name()).isEqualTo(service.name());
    assertThat(guarded.models()).isEqualTo(service.models());
    assertThat(guarded.cancels()).isFalse();
    assertThat(guarded.voices()).isEmpty();
    assertThat(guarded.balance()).isEmpty();
  }

  private GuardedProvider guarded(int inFlight, int perSecond) {
    return new GuardedProvider(service, new ProviderLimits(inFlight, perSecond, 3, OPEN_FOR), clock,
        () -> Duration.between(Instant.EPOCH, clock.instant()).toNanos());
  }

  private Admission.Place granted(ModelId model) {
    return ((Admission.Granted) guarded.admit(model)).place();
  }

  private static PollOutcome notAsked(long millis) {
    return new PollOutcome.NotAsked(Duration.ofMillis(millis));
  }

  private static void close(Admission admission) {
    ((Admission.Granted) admission).place().close();
  }

  private void failInARow(Kind kind, int times) {
    for (int i = 0; i < times; i++) {
      service.onSubmitFail(kind);
      assertThatThrownBy(() -> guarded.submit(submission())).isInstanceOf(ProviderException.class);
    }
  }

  private interface Attempt {
    Object make() throws ProviderException;
  }

  private static void assertFails(Attempt attempt, Kind kind, Duration retryAfter) {
    assertThatThrownBy(attempt::make).isInstanceOfSatisfying(ProviderException.class, e -> {
      assertThat(e.kind()).isEqualTo(kind);
      assertThat(e.retryAfter()).contains(retryAfter);
    });
  }

  private static Submission submission() {
    return new Submission(new AudioRequest(MODEL, SoundKind.MUSIC, "warm piano", Map.of()), "c", 42);
  }

  private static AudioModel narrow() {
    AudioModel usual = FakeProvider.MODEL;
    return new AudioModel(NARROW, usual.provider(), usual.kinds(), usual.prompt(), usual.parameters(),
        usual.required(), usual.formats(), usual.usualSeconds(), Optional.empty(), OptionalInt.of(1), true);
  }
}
