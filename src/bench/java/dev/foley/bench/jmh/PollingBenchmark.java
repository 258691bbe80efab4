package dev.foley.bench.jmh;

import dev.foley.generation.polling.Interval;
import dev.foley.generation.polling.Learned;
import dev.foley.generation.polling.PastJob;
import dev.foley.generation.polling.Sighting;
import dev.foley.provider.Progress;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** When a job is asked about: learning from 200 jobs, in the background, and the next moment, at each waking. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class PollingBenchmark {
  private static final int JOBS = 200;

  private final List<PastJob> opaque = opaque();
  private final List<PastJob> queued = queued();
  private final Learned learned = Learned.from(opaque, Optional.empty()).orElseThrow();
  private final Learned watched = Learned.from(queued, Optional.empty()).orElseThrow();
  private final Sighting waiting = Sighting.NONE.seen(Progress.UNKNOWN, 48);
  private final Sighting begun = Sighting.NONE.seen(Progress.QUEUED, 9).seen(Progress.GENERATING, 12);

  private static List<PastJob> opaque() {
    Random random = new Random(1);
    return Stream.generate(() -> 50 + 10 * random.nextDouble()).limit(JOBS)
        .map(end -> PastJob.of(new Interval(end - 1.5, end))).toList();
  }

  private static List<PastJob> queued() {
    Random random = new Random(2);
    return Stream.generate(() -> 5 + 10 * random.nextDouble()).limit(JOBS)
        .map(begins -> PastJob.of(Sighting.NONE.seen(Progress.QUEUED, begins - 2).seen(Progress.GENERATING, begins)
            .seen(Progress.GENERATING, begins + 28), begins + 30))
        .toList();
  }

  /** Of a service that says no more than that it is not finished. */
  @Benchmark
  public Optional<Learned> learning() {
    return Learned.from(opaque, Optional.empty());
  }

  /** Of a service whose queue is watched. */
  @Benchmark
  public Optional<Learned> learningOfAQueue() {
    return Learned.from(queued, Optional.empty());
  }

  /** A look-up. */
  @Benchmark
  public double nextMoment() {
    return learned.next(waiting, 0.4);
  }

  /** A plan of its own. */
  @Benchmark
  public double nextMomentOfOneThatHasBegun() {
    return watched.next(begun, 0.4);
  }
}
