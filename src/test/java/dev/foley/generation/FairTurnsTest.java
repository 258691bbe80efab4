package dev.foley.generation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foley.provider.Admission;
import dev.foley.provider.AudioModel;
import dev.foley.provider.AudioRequest;
import dev.foley.provider.FakeProvider;
import dev.foley.provider.GuardedProvider;
import dev.foley.provider.ModelCatalogue;
import dev.foley.provider.ModelId;
import dev.foley.provider.ProviderLimits;
import dev.foley.provider.SoundKind;
import dev.foley.provider.Submission;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who is let in when a service has room for one only. */
class FairTurnsTest {
  private static final UserId BUSY_BEE = new UserId(1);
  private static final UserId SECOND = new UserId(2);
  private static final UserId THIRD = new UserId(3);

  private final GenerationFixture foley = new GenerationFixture();
  private final GuardedProvider oneAtATime = new GuardedProvider(foley.provider,
      new ProviderLimits(1, 1_000, 5, Duration.ofSeconds(20)), foley.clock);

  FairTurnsTest() {
    foley.step = foley.step(new ModelCatalogue(List.of(), List.of(oneAtATime)));
  }

  @Test
  void nobodyWaitsBehindOneMembersFortyRequests() {
    List<Generation> forty = accept(BUSY_BEE, 40);
    List<Generation> one = new ArrayList<>();
    foley.provider.duringSubmit(() -> {
      forty.subList(1, 40).forEach(this::advance);
      one.addAll(accept(SECOND, 1));
      advance(one.getFirst());
    });

    advance(forty.getFirst());

    assertThat(foley.hurried()).last().isEqualTo(one.getFirst().id());
    forty.subList(1, 40).forEach(this::advance);
    assertThat(submitted()).as("all others step aside").containsExactly(forty.getFirst().id());
    advance(one.getFirst());
    assertThat(submitted()).containsExactly(forty.getFirst().id(), one.getFirst().id());
    assertThat(foley.hurried()).as("the next two").endsWith(forty.get(1).id(), forty.get(2).id());
  }

  @Test
  void membersTakeTurns() {
    List<Generation> all = Stream.of(accept(BUSY_BEE, 4), accept(SECOND, 2), accept(THIRD, 1)).flatMap(List::stream)
        .toList();
    occupied(all.getFirst(), () -> all.forEach(this::advance));

    for (int i = 0; i < 6; i++) {
      GenerationId next = foley.hurried().getLast();
      foley.provider.duringSubmit(() -> waiting(all).forEach(this::advance)); // whoever is called now comes in vain
      foley.step.advance(next);
    }

    assertThat(submitted().stream().map(id -> foley.store.find(id).orElseThrow().origin().member()))
        .containsExactly(BUSY_BEE, SECOND, THIRD, BUSY_BEE, SECOND, BUSY_BEE, BUSY_BEE);
  }

  @Test
  void amongEqualsTheOneThatWaitsLongestGoesFirst() {
    Generation first = accept(BUSY_BEE, 1).getFirst();
    foley.clock.advance(Duration.ofMillis(1));
    Generation longest = accept(THIRD, 1).getFirst();
    foley.clock.advance(Duration.ofMillis(1));
    Generation latest = accept(SECOND, 1).getFirst();

    occupied(first, () -> {
      advance(latest);
      advance(longest);
    });

    assertThat(foley.hurried()).containsExactly(longest.id());
  }

  @Test
  void steppingAsideAsksNobodyAndWritesNothing() {
    List<Generation> two = accept(BUSY_BEE, 2);
    Generation other = accept(SECOND, 1).getFirst();
    occupied(two.getFirst(), () -> advance(other));
    foley.events.clear();
    Generation before = foley.store.find(two.get(1).id()).orElseThrow();

    Next next = foley.step.advance(two.get(1).id());

    assertThat(foley.store.find(two.get(1).id())).contains(before);
    assertThat(foley.events).containsExactly("progress QUEUED");
    assertThat(next).isInstanceOfSatisfying(Next.WakeAt.class,
        wake -> assertThat(wake.at()).isBetween(foley.clock.instant().plusMillis(900), in(Duration.ofSeconds(2))));
  }

  @Test
  void whoWaitsIsCountedBeforeTheService() {
    List<Generation> three = accept(BUSY_BEE, 3);
    assertThat(foley.step.waiting()).isEmpty();

    occupied(three.getFirst(), () -> {
      advance(three.get(1));
      advance(three.get(2));
      assertThat(foley.step.waiting()).isEqualTo(Map.of(oneAtATime.name(), 2));
    });
  }

  @Test
  void whereNobodyWaitsEverybodyIsLetIn() {
    accept(BUSY_BEE, 5).forEach(this::advance);

    assertThat(submitted()).hasSize(5);
    assertThat(foley.hurried()).isEmpty();
  }

  @Test
  void whereThereIsRoomForManyAgainItIsSoonFilled() {
    List<Generation> all = accept(BUSY_BEE, 16);
    unguarded(new Admission.Busy(Duration.ofSeconds(1)));
    all.forEach(this::advance); // the first is told that there is no room, the others step aside
    foley.clock.advance(Duration.ofSeconds(1));
    advance(all.getFirst());

    int rounds = 0;
    int until = foley.hurried().size();
    for (int from = 0; from < until; rounds++) {
      foley.hurried().subList(from, until).forEach(foley.step::advance);
      from = until;
      until = foley.hurried().size();
    }

    assertThat(submitted()).hasSize(16);
    assertThat(rounds).isLessThanOrEqualTo(5);
  }

  @Test
  void whoIsCalledAndDoesNotComeHoldsUpTheOthersForAMomentOnly() {
    List<Generation> two = accept(BUSY_BEE, 2);
    Generation gone = accept(SECOND, 1).getFirst();
    occupied(two.getFirst(), () -> {
      advance(gone);
      advance(two.get(1));
    });
    foley.generations.cancel(gone.id());

    advance(two.get(1));
    assertThat(submitted()).as("it is still the other's turn").containsExactly(two.getFirst().id());

    foley.clock.advance(TurnLine.TURN);
    advance(two.get(1));
    assertThat(submitted()).containsExactly(two.getFirst().id(), two.get(1).id());
  }

  @Test
  void whoWasPassedOverHasItsTurnWhenItComesBack() {
    List<Generation> three = accept(BUSY_BEE, 3);
    Generation late = accept(SECOND, 1).getFirst();
    occupied(three.getFirst(), () -> {
      advance(late);
      three.forEach(this::advance);
    });
    foley.clock.advance(TurnLine.TURN);

    occupied(three.get(1), () -> advance(late));

    assertThat(foley.hurried()).last().isEqualTo(late.id());
  }

  @Test
  void whoDoesNotComeBackAtAllLeavesTheLine() {
    List<Generation> two = accept(BUSY_BEE, 2);
    Generation other = accept(SECOND, 1).getFirst();
    unguarded(new Admission.Busy(Duration.ofSeconds(1)));
    advance(other);
    foley.clock.advance(Duration.ofMinutes(1));

    advance(two.getFirst());

    assertThat(submitted()).containsExactly(two.getFirst().id());
  }

  @Test
  void whenTheServiceMayHaveRoomAgainTheOneWhoseTurnItIsIsCalled() {
    Generation first = accept(SECOND, 1).getFirst();
    foley.clock.advance(Duration.ofMillis(1));
    Generation second = accept(BUSY_BEE, 1).getFirst();
    unguarded(new Admission.Busy(Duration.ofSeconds(10)));
    advance(first);

    advance(second);
    assertThat(foley.hurried()).as("the service asked for ten seconds").isEmpty();
    foley.clock.advance(Duration.ofSeconds(10));
    advance(second);
    advance(second);

    assertThat(foley.hurried()).as("called once").containsExactly(first.id());
    assertThat(submitted()).isEmpty();
    advance(first);
    assertThat(submitted()).containsExactly(first.id());
  }

  @Test
  void aModelThatIsFullKeepsNobodyFromTheOthers() {
    AudioModel usual = FakeProvider.MODEL;
    AudioModel narrow = new AudioModel(new ModelId("narrow"), usual.provider(), usual.kinds(), usual.prompt(),
        usual.parameters(), usual.required(), usual.formats(), usual.usualSeconds(), usual.price(), OptionalInt.of(1),
        true);
    FakeProvider provider = new FakeProvider(List.of(narrow, usual));
    FairTurns turns = new FairTurns(() -> {}, foley.clock);
    Generation full = foley.accept(BUSY_BEE, request(narrow));
    Generation other = foley.accept(SECOND, request(usual));

    turns.noRoom(full, provider, Duration.ofSeconds(5));
    turns.waitsUntil(full, provider, in(Duration.ofSeconds(5)));

    assertThat(turns.isTurn(other, provider)).isTrue();
    assertThat(turns.isTurn(foley.accept(THIRD, request(narrow)), provider)).isFalse();
  }

  @Test
  void inALineOfThousandsEachComesByRarelyAndWhoseTurnItIsIsCalledAllTheSame() {
    List<Generation> all = accept(BUSY_BEE, 2_000);
    Generation other = accept(SECOND, 1).getFirst();
    List<Next> last = new ArrayList<>();
    occupied(all.getFirst(), () -> {
      all.subList(1, 2_000).forEach(this::advance);
      advance(other);
      last.add(foley.step.advance(all.getLast().id()));
    });

    assertThat(last).singleElement().isInstanceOfSatisfying(Next.WakeAt.class,
        wake -> assertThat(wake.at()).isAfter(in(Duration.ofSeconds(20))));
    assertThat(foley.hurried()).last().isEqualTo(other.id());
  }

  @Test
  void whereFewWaitTheyComeByOften() {
    List<Generation> few = accept(BUSY_BEE, 20);
    occupied(few.getFirst(), () -> few.subList(1, 20).forEach(this::advance));

    assertThat(foley.step.advance(few.getLast().id())).isInstanceOfSatisfying(Next.WakeAt.class,
        wake -> assertThat(wake.at()).isBefore(in(Duration.ofSeconds(3))));
  }

  /** What happens while a request has the only place. */
  private void occupied(Generation first, Runnable meanwhile) {
    foley.provider.duringSubmit(meanwhile);
    advance(first);
  }

  private List<Generation> accept(UserId member, int count) {
    return Stream.generate(() -> foley.accept(member)).limit(count).toList();
  }

  private static AudioRequest request(AudioModel model) {
    return new AudioRequest(model.id(), SoundKind.MUSIC, "rain", Map.of());
  }

  private void advance(Generation generation) {
    foley.step.advance(generation.id());
  }

  private List<Generation> waiting(List<Generation> all) {
    return all.stream().filter(one -> foley.state(one.id()) instanceof GenerationState.Queued).toList();
  }

  private List<GenerationId> submitted() {
    return foley.provider.submits().stream().map(Submission::correlationId).map(GenerationId::new).toList();
  }

  private Instant in(Duration time) {
    return foley.clock.instant().plus(time);
  }

  /** A service that has room for all, but for what it says first. */
  private void unguarded(Admission first) {
    foley.provider.onAdmit(first);
    foley.step = foley.step(foley.catalogue);
  }
}
