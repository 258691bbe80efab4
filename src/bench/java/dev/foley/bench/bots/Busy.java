package dev.foley.bench.bots;

import dev.foley.playground.PlaygroundSettings;
import dev.foley.playground.services.JobTimes;
import dev.foley.playground.services.aimlapi.AimlApiSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.random.RandomGenerator;

/** A host who lets members ask for as much as they like, of a service that takes as much. */
public final class Busy {
  private static final String CONFIG = """
      limits: {pendingPerMember: 10000, pendingPerChannel: 10000}
      generation: {submitPatience: 1h, queuePatience: 4h, deadline: 4h}
      providers: {aimlapi: {inFlight: 200, perSecond: 1000}}
      """;
  private static final long CREDITS = 1L << 50;

  private Busy() {}

  /**
   * The services, whose sound costs nothing to make.
   *
   * @param times of jobs
   * @param running how many jobs the service works on at once; the others wait there
   */
  public static PlaygroundSettings playground(JobTimes times, int running) {
    PlaygroundSettings settings = PlaygroundSettings.defaults(1);
    return settings.withAimlApi(AimlApiSettings
        .defaults(InstantSource.system(), RandomGenerator.of("SecureRandom"), new SteadyTone()).withTimes(times)
        .withLimits(new AimlApiSettings.Limits(running, 100_000)).withMoney(new AimlApiSettings.Money(CREDITS, 1)));
  }

  /**
   * What Foley's environment says of it.
   *
   * @param data where its configuration is written
   */
  public static Map<String, String> environment(Path data) throws IOException {
    return Map.of("FOLEY_CONFIG", Files.writeString(data.resolve("foley.yaml"), CONFIG).toString());
  }
}
