package dev.foley.generation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foley.provider.AudioRequest;
import dev.foley.provider.FakeProvider;
import dev.foley.provider.Parameter;
import dev.foley.provider.ParameterValue;
import dev.foley.provider.SoundKind;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class LearnedTimesTest {
  private final GenerationFixture foley = new GenerationFixture();
  private final InMemoryRecords records = new InMemoryRecords(foley.store);
  private final Deque<Runnable> work = new ArrayDeque<>();
  private final LearnedTimes times = new LearnedTimes(records, foley.catalogue, work::add, foley.clock);

  @Test
  void answersEmptyUntilItHasRead() {
    took(12, 50, 52, 54);

    assertThat(times.of(request(12))).isEmpty();
    assertThat(times.of(request(12))).isEmpty();
    assertThat(work).as("read once").hasSize(1);
    read();

    assertThat(times.of(request(12))).hasValueSatisfying(about(52));
    assertThat(work).isEmpty();
  }

  @Test
  void saysNothingOfWhatWasMadeTwice() {
    took(12, 50, 52);
    times.of(request(12));
    read();

    assertThat(times.of(request(12))).isEmpty();
  }

  @Test
  void oneThatTookVeryLongDoesNotCount() {
    took(12, 50, 51, 52, 53, 600);
    times.of(request(12));
    read();

    assertThat(times.of(request(12))).hasValueSatisfying(about(52));
  }

  @Test
  void soundsOfAboutTheSameLengthCount() {
    for (int i = 0; i < 15; i++) {
      took(5, 10);
      took(45, 90);
    }
    times.of(request(5));
    times.of(request(45));
    read();
    read();

    assertThat(times.of(request(5))).hasValueSatisfying(about(10));
    assertThat(times.of(request(45))).hasValueSatisfying(about(90));
  }

  @Test
  void onlyTheLatestCount() {
    for (int i = 0; i < 60; i++) {
      took(12, 100);
    }
    for (int i = 0; i < 50; i++) {
      took(12, 20);
    }
    times.of(request(47));
    read();

    assertThat(times.of(request(47))).hasValueSatisfying(about(20));
  }

  @Test
  void whatHasGrownOldIsReadAnewAndAnsweredWithMeanwhile() {
    took(12, 50, 52, 54);
    times.of(request(12));
    read();
    took(12, 70, 70, 70, 70);
    foley.clock.advance(Duration.ofMinutes(5));

    assertThat(times.of(request(12))).hasValueSatisfying(about(52));
    read();
    assertThat(times.of(request(12))).hasValueSatisfying(about(70));
  }

  @Test
  void aDatabaseThatDoesNotAnswerIsAskedAgain() {
    took(12, 50, 52, 54);
    foley.store.outOfOrder(true);
    times.of(request(12));
    read();
    foley.store.outOfOrder(false);

    assertThat(times.of(request(12))).isEmpty();
    read();
    assertThat(times.of(request(12))).hasValueSatisfying(about(52));
  }

  @Test
  void whereThereIsNoRoomToReadTheNextOneTriesAgain() {
    LearnedTimes refused = new LearnedTimes(records, foley.catalogue, _ -> {
      throw new RejectedExecutionException("all permits are taken");
    }, foley.clock);

    assertThat(refused.of(request(12))).isEmpty();
    assertThat(refused.of(request(12))).isEmpty();
  }

  /** What was not watched was found late, by up to a fifth. */
  private static Consumer<Duration> about(int seconds) {
    return actual -> assertThat(actual.toMillis() / 1000.0).isBetween(seconds * 0.8, seconds * 1.1);
  }

  private void read() {
    work.remove().run();
  }

  /** Sounds of a length in seconds, and how many seconds the service took for each. */
  private void took(int length, int... seconds) {
    for (int took : seconds) {
      Generation queued = foley.accept(GenerationFixture.MEMBER, request(length));
      Generation submitting = queued.to(new GenerationState.Submitting(foley.clock.instant()));
      foley.store.replace(submitting);
      foley.clock.advance(Duration.ofSeconds(took));
      foley.store.replace(submitting.to(new GenerationState.Completed(FakeProvider.RESULT, foley.clock.instant())));
    }
  }

  private static AudioRequest request(int seconds) {
    return new AudioRequest(FakeProvider.MODEL.id(), SoundKind.MUSIC, "rain",
        Map.of(Parameter.SECONDS, ParameterValue.of(seconds)));
  }
}
