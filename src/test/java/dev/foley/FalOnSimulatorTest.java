package dev.foley;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foley.audio.PcmClip;
import dev.foley.audio.PcmFormat;
import dev.foley.playground.server.PlaygroundServer;
import dev.foley.playground.services.Fault;
import dev.foley.playground.services.JobTimes;
import dev.foley.playground.services.SoundSource;
import dev.foley.playground.services.fal.SimulatedFal;
import dev.foley.provider.AudioRequest;
import dev.foley.provider.Balance;
import dev.foley.provider.CancelOutcome;
import dev.foley.provider.Cost;
import dev.foley.provider.CostUnit;
import dev.foley.provider.FailureReason;
import dev.foley.provider.ModelFile;
import dev.foley.provider.ModelId;
import dev.foley.provider.Parameter;
import dev.foley.provider.ParameterValue;
import dev.foley.provider.PollOutcome;
import dev.foley.provider.Progress;
import dev.foley.provider.ProviderCallListener;
import dev.foley.provider.ProviderException;
import dev.foley.provider.ProviderJobId;
import dev.foley.provider.SoundKind;
import dev.foley.provider.Submission;
import dev.foley.provider.SubmitOutcome;
import dev.foley.provider.fal.FalProvider;
import dev.foley.provider.fal.FalSettings;
import dev.foley.secret.Secret;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicReference;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The adapter for fal and the simulated fal, made independently of each other from the same documents. */
class FalOnSimulatorTest {
  /** Jobs of 8 to 15 ms: long for the clock, which stands still, and short for a synchronous call, which waits. */
  private static final JobTimes SHORT = dev.foley.playground.services.fal.FalSettings.DEFAULT_TIMES.dividedBy(1_000);
  private static final Duration TIMEOUT = Duration.ofSeconds(20);

  private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-21T12:00:00Z"));
  private final InstantSource clock = now::get;
  private final SimulatedFal fal = new SimulatedFal(dev.foley.playground.services.fal.FalSettings
      .defaults(clock, new SplittableRandom(7), new Silent()).withTimes(SHORT).withRunning(1));
  private final PlaygroundServer server = PlaygroundServer.start(0, List.of(fal));

  @AfterEach
  void stop() {
    server.close();
  }

  private FalProvider provider(boolean synchronous) {
    return new FalProvider(new FalSettings(URI.create(server.baseUrl() + SimulatedFal.API_PATH),
        URI.create(server.baseUrl() + SimulatedFal.RUN_PATH), URI.create(server.baseUrl() + SimulatedFal.ACCOUNT_PATH),
        Secret.of("playground"), synchronous, TIMEOUT, TIMEOUT, TIMEOUT), ModelFile.builtIn(), new OkHttpClient(),
        clock,
        ProviderCallListener.NONE);
  }

  private static Submission submission(String model, String prompt) {
    return new Submission(new AudioRequest(new ModelId(model), SoundKind.SOUND, prompt,
        Map.of(Parameter.SECONDS, ParameterValue.of(1))), "0ABCDEFGHJKMN", 42);
  }

  private ProviderJobId submitted(String prompt) throws ProviderException {
    return ((SubmitOutcome.Accepted) provider(false)
        .submit(submission("fal-ai/stable-audio-25/text-to-audio", prompt))).jobId();
  }

  private PollOutcome poll(ProviderJobId job) throws ProviderException {
    return provider(false).poll(job, "x");
  }

  private void advance(Duration time) {
    now.updateAndGet(instant -> instant.plus(time));
  }

  @Test
  void jobsMoveUpInTheQueueAreMadeAndDone() throws Exception {
    ProviderJobId first = submitted("one");
    ProviderJobId second = submitted("two");
    assertThat(poll(first)).isEqualTo(new PollOutcome.Running(Progress.queuedAt(1)));
    assertThat(poll(second)).isEqualTo(new PollOutcome.Running(Progress.queuedAt(2)));
    advance(Duration.ofMillis(4));
    assertThat(poll(first)).isEqualTo(new PollOutcome.Running(Progress.GENERATING));
    assertThat(poll(second)).isEqualTo(new PollOutcome.Running(Progress.queuedAt(1)));
    advance(Duration.ofSeconds(1));
    assertThat(poll(second)).isInstanceOfSatisfying(PollOutcome.Finished.class, finished -> {
      assertThat(finished.result().getPath()).startsWith(SimulatedFal.CDN_PATH);
      assertThat(finished.cost()).contains(new Cost(BigDecimal.ONE, CostUnit.FAL_UNITS));
    });
  }

  @Test
  void everyModelCanBeCalledSynchronously() throws Exception {
    for (String model : List.of("fal-ai/stable-audio", "fal-ai/stable-audio-25/text-to-audio",
        "fal-ai/elevenlabs/sound-effects/v2")) {
      assertThat(provider(true).submit(submission(model, "x"))).isInstanceOf(SubmitOutcome.Finished.class);
    }
    assertThat(fal.observations().submits()).allSatisfy(seen -> assertThat(seen.ignoredFields()).isEmpty());
  }

  @Test
  void whatWaitsCanBeCancelledAndWhatIsDoneCannot() throws Exception {
    ProviderJobId first = submitted("one");
    ProviderJobId second = submitted("two");
    advance(Duration.ofMillis(4));
    assertThat(provider(false).cancel(second)).isEqualTo(CancelOutcome.REQUESTED);
    assertThat(poll(second)).isInstanceOfSatisfying(PollOutcome.Refused.class,
        refused -> assertThat(refused.reason()).isEqualTo(FailureReason.CANCELLED));
    assertThat(provider(false).cancel(first)).isEqualTo(CancelOutcome.REQUESTED);
    advance(Duration.ofSeconds(1));
    assertThat(poll(first)).isInstanceOf(PollOutcome.Finished.class);
    assertThat(provider(false).cancel(first)).isEqualTo(CancelOutcome.TOO_LATE);
    assertThat(provider(false).cancel(new ProviderJobId("fal-ai/stable-audio-25/requests/nothing")))
        .isEqualTo(CancelOutcome.UNKNOWN_JOB);
  }

  @Test
  void aFailedJobSaysWhy() throws Exception {
    fal.faults().plan(Fault.Moment.JOB, new Fault.Outcome(Fault.Outcome.End.FILTERED), 1, "one");
    fal.faults().plan(Fault.Moment.JOB, new Fault.Outcome(Fault.Outcome.End.ERROR_STRING), 1, "two");
    List<ProviderJobId> jobs = List.of(submitted("one"), submitted("two"));
    advance(Duration.ofSeconds(1));
    assertThat(poll(jobs.getFirst())).isInstanceOfSatisfying(PollOutcome.Refused.class,
        refused -> assertThat(refused.reason()).isEqualTo(FailureReason.JOB_REFUSED));
    assertThat(poll(jobs.getLast())).isInstanceOfSatisfying(PollOutcome.Refused.class,
        refused -> assertThat(refused.reason()).isEqualTo(FailureReason.GENERATION_FAILED));
  }

  @Test
  void theBalanceIsInDollars() throws Exception {
    submitted("one");
    assertThat(provider(false).balance())
        .contains(new Balance(new BigDecimal("99.8"), CostUnit.USD, Optional.empty()));
  }

  /** What is heard does not matter here. */
  private static final class Silent implements SoundSource {
    @Override
    public PcmClip music(String prompt, Duration length, long seed) {
      return silence(length);
    }

    @Override
    public PcmClip effect(String prompt, Duration length, boolean loop, long seed) {
      return silence(length);
    }

    @Override
    public PcmClip speech(String text, String voice, double speed, long seed) {
      return silence(Duration.ofSeconds(1));
    }

    private static PcmClip silence(Duration length) {
      return new PcmClip(PcmFormat.CD, new byte[(int) PcmFormat.CD.framesIn(length) * PcmFormat.CD.frameBytes()]);
    }
  }
}
