package dev.foley.generation.polling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foley.provider.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LearnedTest {
  private static final double DRAW = 0.5;

  private final Random random = new Random(7);

  @Test
  void twoJobsAreTooFew() {
    assertThat(Learned.from(jobs(2, 30, 1), Optional.empty())).isEmpty();
    assertThat(Learned.from(jobs(3, 30, 1), Optional.empty())).get().matches(Learned::isMeasured);
  }

  @Test
  void whatTheServiceSaysIsExpectedButNotReliedUpon() {
    Learned told = Learned.from(List.of(), Optional.of(new Interval(50, 60))).orElseThrow();
    assertThat(told.isMeasured()).isFalse();
    assertThat(told.expected(Sighting.NONE, 0)).isBetween(50.0, 60.0);
  }

  @Test
  void asksFirstWhereJobsBeginToBeFinished() {
    Learned learned = Learned.from(jobs(200, 30, 1), Optional.empty()).orElseThrow();
    assertThat(learned.next(Sighting.NONE, DRAW)).isBetween(27.0, 31.0);
    assertThat(learned.expected(Sighting.NONE, 0)).isBetween(29.0, 31.0);
  }

  @Test
  void aJobThatOutlastsAllThatIsKnownIsAskedAboutByTheTimeItIsTwiceAsOld() {
    Learned learned = Learned.from(jobs(5, 7, 0.3), Optional.empty()).orElseThrow();
    for (double asked = 8; asked < 60; asked *= 1.5) {
      Sighting seen = Sighting.NONE.seen(Progress.GENERATING, asked);
      assertThat(learned.next(seen, DRAW)).isBetween(asked, 2 * asked + 0.2);
    }
  }

  @Test
  void jobsOfADifferentSpeedAreLearnedAnew() {
    List<PastJob> past = new ArrayList<>(jobs(12, 20, 1));
    past.addAll(jobs(150, 60, 2));
    Learned learned = Learned.from(past, Optional.empty()).orElseThrow();
    assertThat(learned.expected(Sighting.NONE, 0)).isBetween(18.0, 22.0);
  }

  @Test
  void anOutlierIsNoChange() {
    List<PastJob> past = new ArrayList<>(jobs(2, 20, 1));
    past.addAll(jobs(150, 60, 2));
    Learned learned = Learned.from(past, Optional.empty()).orElseThrow();
    assertThat(learned.expected(Sighting.NONE, 0)).isBetween(57.0, 63.0);
  }

  @Test
  void aBeginningThatWasSeenNarrowsTheRest() {
    Learned learned = Learned.from(queued(150), Optional.empty()).orElseThrow();
    Sighting begun = Sighting.NONE.seen(Progress.QUEUED, 39).seen(Progress.GENERATING, 41);
    assertThat(learned.expected(begun, 41)).isBetween(68.0, 72.0);
    assertThat(learned.next(begun, DRAW)).isBetween(64.0, 71.0);
    Sighting early = Sighting.NONE.seen(Progress.QUEUED, 4).seen(Progress.GENERATING, 6);
    assertThat(learned.expected(early, 6)).isBetween(33.0, 37.0);
  }

  @Test
  void aPlaceInTheQueueNarrowsTheRest() {
    List<PastJob> past = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      int place = 1 + random.nextInt(15);
      double begins = 1 + 2 * (place - 0.5);
      Sighting seen = Sighting.NONE.seen(Progress.queuedAt(place), 1).seen(Progress.queuedAt(1), begins - 0.5)
          .seen(Progress.GENERATING, begins + 0.5).seen(Progress.GENERATING, begins + 24);
      past.add(PastJob.of(seen, begins + 26));
    }
    Learned learned = Learned.from(past, Optional.empty()).orElseThrow();
    assertThat(learned.next(Sighting.NONE, DRAW)).as("the place is looked for at once").isBetween(0.8, 1.2);
    assertThat(learned.expected(Sighting.NONE.seen(Progress.queuedAt(12), 1), 1)).isBetween(46.0, 52.0);
    assertThat(learned.expected(Sighting.NONE.seen(Progress.queuedAt(2), 1), 1)).isBetween(27.0, 32.0);
  }

  @Test
  void jobsSubmittedTogetherAreAskedForApart() {
    Learned learned = Learned.from(jobs(200, 30, 3), Optional.empty()).orElseThrow();
    assertThat(random.doubles(20).map(draw -> learned.next(Sighting.NONE, draw)).distinct().count()).isEqualTo(20);
  }

  /** Each found within a second. */
  private List<PastJob> jobs(int count, double middle, double spread) {
    List<PastJob> jobs = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double ended = random.nextGaussian(middle, spread);
      double late = random.nextDouble();
      jobs.add(PastJob.of(new Interval(ended + late - 1, ended + late)));
    }
    return jobs;
  }

  /** Made in 30 s after a queue of up to a minute. */
  private List<PastJob> queued(int count) {
    List<PastJob> jobs = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double begins = 2 + 58 * random.nextDouble();
      Sighting seen = Sighting.NONE.seen(Progress.QUEUED, begins - 1).seen(Progress.GENERATING, begins + 1)
          .seen(Progress.GENERATING, begins + 29);
      jobs.add(PastJob.of(seen, begins + 31));
    }
    return jobs;
  }
}
