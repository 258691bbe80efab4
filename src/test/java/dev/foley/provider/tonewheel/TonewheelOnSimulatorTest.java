package dev.foley.provider.tonewheel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foley.audio.AudioContent;
import dev.foley.playground.server.PlaygroundServer;
import dev.foley.playground.services.Fault;
import dev.foley.playground.services.ManualClock;
import dev.foley.playground.services.TestTone;
import dev.foley.playground.services.tonewheel.SimulatedTonewheel;
import dev.foley.provider.AudioRequest;
import dev.foley.provider.FailureReason;
import dev.foley.provider.FetchOutcome;
import dev.foley.provider.FetchSettings;
import dev.foley.provider.HttpAudioFetcher;
import dev.foley.provider.ModelId;
import dev.foley.provider.Parameter;
import dev.foley.provider.ParameterValue;
import dev.foley.provider.PollOutcome;
import dev.foley.provider.Progress;
import dev.foley.provider.ProviderCallListener;
import dev.foley.provider.ProviderJobId;
import dev.foley.provider.SoundKind;
import dev.foley.provider.Spool;
import dev.foley.provider.Submission;
import dev.foley.provider.SubmitOutcome;
import dev.foley.secret.Secret;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The adapter and the simulated service, made independently of each other from the same (made-up) documents. */
class TonewheelOnSimulatorTest {
  private static final Duration TIMEOUT = Duration.ofSeconds(20);

  private final ManualClock clock = new ManualClock();
  private final SimulatedTonewheel tonewheel = new SimulatedTonewheel(clock, new TestTone());
  private final PlaygroundServer server = PlaygroundServer.start(0, List.of(tonewheel));
  private final OkHttpClient http = new OkHttpClient();
  private final TonewheelProvider provider = new TonewheelProvider(
      new TonewheelSettings(URI.create(server.baseUrl() + SimulatedTonewheel.API_PATH),
          Secret.of(SimulatedTonewheel.KEY), TIMEOUT),
      TonewheelModels.declared(), http, clock, ProviderCallListener.NONE);

  @TempDir
  private Path directory;

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aSoundIsAskedForAndWaitedForAndFetched() throws Exception {
    ProviderJobId job = submitted();
    assertThat(provider.poll(job, "x")).isEqualTo(new PollOutcome.Running(Progress.GENERATING));

    clock.advance(SimulatedTonewheel.TAKES);
    PollOutcome end = provider.poll(job, "x");
    assertThat(end).isInstanceOf(PollOutcome.Finished.class);
    assertThat(fetched(((PollOutcome.Finished) end).result())).isInstanceOfSatisfying(FetchOutcome.Fetched.class,
        fetched -> assertThat(fetched.audio().content()).isInstanceOfSatisfying(AudioContent.Wav.class,
            wav -> assertThat(wav.duration()).isEqualTo(Duration.ofSeconds(2))));
  }

  @Test
  void aJobThatFailsSaysSo() throws Exception {
    tonewheel.faults().plan(Fault.Moment.JOB, new Fault.Outcome(Fault.Outcome.End.ERROR_STRING), 1);
    ProviderJobId job = submitted();

    clock.advance(SimulatedTonewheel.TAKES);

    assertThat(provider.poll(job, "x")).isInstanceOfSatisfying(PollOutcome.Refused.class,
        refused -> assertThat(refused.reason()).isEqualTo(FailureReason.GENERATION_FAILED));
  }

  private ProviderJobId submitted() throws Exception {
    AudioRequest request = new AudioRequest(new ModelId("tonewheel/drawbars"), SoundKind.MUSIC, "a quiet hymn",
        Map.of(Parameter.SECONDS, new ParameterValue.Quantity(BigDecimal.TWO)));
    SubmitOutcome outcome = provider.submit(new Submission(request, "x", 42));
    assertThat(outcome).isInstanceOf(SubmitOutcome.Accepted.class);
    return ((SubmitOutcome.Accepted) outcome).jobId();
  }

  private FetchOutcome fetched(URI result) throws Exception {
    FetchSettings settings = new FetchSettings(directory, FetchSettings.DEFAULT_MAX_BYTES, TIMEOUT,
        Set.of(server.baseUrl().getAuthority()));
    return new HttpAudioFetcher(settings, new Spool(directory, settings.maxBytes()), http, clock).fetch(result, "x");
  }
}
