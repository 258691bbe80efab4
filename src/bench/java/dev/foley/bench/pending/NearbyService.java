package dev.foley.bench.pending;

import dev.foley.generation.GenerationId;
import dev.foley.provider.AudioModel;
import dev.foley.provider.AudioProvider;
import dev.foley.provider.ModelId;
import dev.foley.provider.Parameter;
import dev.foley.provider.ParameterRange;
import dev.foley.provider.PollOutcome;
import dev.foley.provider.Progress;
import dev.foley.provider.PromptRange;
import dev.foley.provider.ProviderJobId;
import dev.foley.provider.ProviderName;
import dev.foley.provider.ResultFormat;
import dev.foley.provider.SoundKind;
import dev.foley.provider.Submission;
import dev.foley.provider.SubmitOutcome;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/**
 * A service within the process, whose answers take as long as they would over a network and cost next to nothing. When a job will be
 * done stands in its id, so that nothing need be remembered, and a job can be made that has been under way for long. Jobs take what
 * services publish: 50 to 60 s, of which 15 % take longer, by 15 s on average.
 */
final class NearbyService implements AudioProvider {
  static final ProviderName NAME = new ProviderName("nearby");
  static final AudioModel MODEL = new AudioModel(new ModelId("nearby-audio"), NAME, Set.of(SoundKind.MUSIC),
      new PromptRange(1, 1_000), Map.of(Parameter.SECONDS, ParameterRange.Numbers.whole(1, 47, 30)), Set.of(),
      List.of(new ResultFormat("wav", 176_400)), BigDecimal.ZERO, Optional.empty(), OptionalInt.empty(), true);
  private static final URI RESULT = URI.create("https://cdn.example/result.wav");
  private static final double SLOW = 0.15;
  private static final double TAIL_SECONDS = 15;

  private final Duration latency;
  private final boolean atOnce;
  private final InstantSource clock;
  private final RandomGenerator random = new Random(1);

  private NearbyService(Duration latency, boolean atOnce, InstantSource clock) {
    this.latency = latency;
    this.atOnce = atOnce;
    this.clock = clock;
  }

  /** Takes jobs. */
  static NearbyService ofJobs(Duration latency, InstantSource clock) {
    return new NearbyService(latency, false, clock);
  }

  /** Answers each submit with the sound, after that long. */
  static NearbyService atOnce(Duration latency, InstantSource clock) {
    return new NearbyService(latency, true, clock);
  }

  @Override
  public ProviderName name() {
    return NAME;
  }

  @Override
  public List<AudioModel> models() {
    return List.of(MODEL);
  }

  @Override
  public SubmitOutcome submit(Submission submission) {
    answerLater();
    return atOnce
        ? new SubmitOutcome.Finished(RESULT, Optional.empty())
        : new SubmitOutcome.Accepted(job(new GenerationId(submission.correlationId()), clock.instant(), duration()),
            Optional.empty());
  }

  @Override
  public PollOutcome poll(ProviderJobId job, String correlationId) {
    answerLater();
    return clock.millis() < doneAt(job)
        ? new PollOutcome.Running(Progress.GENERATING)
        : new PollOutcome.Finished(RESULT, Optional.empty());
  }

  /** How long the next job takes. */
  Duration duration() {
    double seconds = 50 + 10 * random.nextDouble();
    if (random.nextDouble() < SLOW) {
      seconds -= TAIL_SECONDS * Math.log(1 - random.nextDouble());
    }
    return Duration.ofMillis(Math.round(seconds * 1_000));
  }

  static ProviderJobId job(GenerationId id, Instant acceptedAt, Duration takes) {
    return new ProviderJobId(id.value() + "@" + acceptedAt.plus(takes).toEpochMilli());
  }

  private static long doneAt(ProviderJobId job) {
    return Long.parseLong(job.value().substring(job.value().indexOf('@') + 1));
  }

  private void answerLater() {
    try {
      TimeUnit.NANOSECONDS.sleep(latency.toNanos());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
