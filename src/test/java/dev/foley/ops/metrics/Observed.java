package dev.foley.ops.metrics;

import dev.foley.generation.ChannelId;
import dev.foley.generation.Generation;
import dev.foley.generation.GenerationId;
import dev.foley.generation.GenerationListener;
import dev.foley.generation.GenerationState;
import dev.foley.generation.GuildId;
import dev.foley.generation.Origin;
import dev.foley.generation.Takes;
import dev.foley.generation.Timing;
import dev.foley.generation.UserId;
import dev.foley.provider.AudioModel;
import dev.foley.provider.AudioProvider;
import dev.foley.provider.AudioRequest;
import dev.foley.provider.Cost;
import dev.foley.provider.CostUnit;
import dev.foley.provider.FailureReason;
import dev.foley.provider.ModelCatalogue;
import dev.foley.provider.ModelDeclaration;
import dev.foley.provider.ModelFile;
import dev.foley.provider.ModelId;
import dev.foley.provider.PollOutcome;
import dev.foley.provider.ProviderCallListener;
import dev.foley.provider.ProviderJobId;
import dev.foley.provider.ProviderName;
import dev.foley.provider.SoundKind;
import dev.foley.provider.Submission;
import dev.foley.provider.SubmitOutcome;
import dev.foley.secret.Secret;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Metrics of a bot that is only thought of, and what a scrape says of it. */
final class Observed {
  static final Instant NOW = Instant.parse("2026-11-21T12:01:00Z");
  static final ModelId MODEL = new ModelId("stable-audio");

  private static final Instant ORDERED = NOW.minusSeconds(60);
  private static final List<AudioModel> MODELS = ModelFile.builtIn().stream().map(ModelDeclaration::model).toList();

  private final Metrics metrics = new Metrics();
  private final Thought readings = new Thought();
  private final ModelCatalogue catalogue = new ModelCatalogue(MODELS, List.of(new Idle()));
  private final GenerationListener listener = metrics.generations(catalogue);

  Metrics metrics() {
    return metrics;
  }

  Thought readings() {
    return readings;
  }

  String scrape() {
    return metrics.scrape(catalogue, readings);
  }

  /** The value of one series, named as a scrape names it. */
  double value(String series) {
    return scrape().lines().filter(line -> line.startsWith(series + " "))
        .map(line -> Double.parseDouble(line.substring(series.length() + 1))).findFirst()
        .orElseThrow(() -> new AssertionError("no series " + series));
  }

  /** One of everything that can happen. */
  void everything() {
    generation(MODEL, delivered());
    Generation failed = generation(MODEL, new GenerationState.Failed(FailureReason.OUTCOME_UNKNOWN, NOW));
    listener.retrying(failed, "503");
    metrics.services().called(new ProviderName("aimlapi"), "submit", ProviderCallListener.Outcome.ANSWERED, 1);
    metrics.discordCalled("interactions", 204, Duration.ofMillis(1));
    metrics.woken(Duration.ZERO);
    metrics.count(new Event.Fetched("fetched", Duration.ZERO));
  }

  static GenerationState delivered() {
    return new GenerationState.Delivered(4_444_444_444L, NOW);
  }

  Generation generation(ModelId model, GenerationState state) {
    Generation generation = new Generation(new GenerationId("0ABCDEFGHJKMN"), 3,
        new Origin(new ChannelId(1_111_111_111L), new UserId(2_222_222_222L), Optional.of(new GuildId(3_333_333_333L)),
            5_555_555_555L, Secret.of("interaction-token"), ORDERED, 10 << 20, Locale.ENGLISH, false),
        new AudioRequest(model, SoundKind.MUSIC, "lo-fi piano", Map.of()),
        Takes.single(new GenerationId("0ABCDEFGHJKMN")), Optional.empty(), ORDERED, 0,
        Optional.of(new Cost(new BigDecimal("1500"), CostUnit.AIML_CREDITS)),
        new Timing(Optional.of(ORDERED.plusSeconds(10)), Optional.of(ORDERED.plusSeconds(50))), state);
    listener.changed(generation);
    return generation;
  }

  /** What the parts of the bot would say. */
  static final class Thought implements Readings {
    Gateway gateway = new Gateway(2, 2, 1_234, Optional.of(Duration.ofMillis(80)), 0, 0);
    Supplier<Stored> stored = () -> new Stored(Map.of("Pending", 7L), 3, Duration.ofMillis(40));

    @Override
    public String version() {
      return "1.2.3";
    }

    @Override
    public Gateway gateway() {
      return gateway;
    }

    @Override
    public Intake intake() {
      return new Intake(256, 2, 0);
    }

    @Override
    public List<Service> services() {
      return List.of(new Service("aimlapi", true, 4));
    }

    @Override
    public Scheduler scheduler() {
      return new Scheduler(true, 128, 5);
    }

    @Override
    public Pool pool() {
      return new Pool(1, 0, 2);
    }

    @Override
    public Disk disk() {
      return new Disk(1 << 30, 4L << 30);
    }

    @Override
    public Stored stored() {
      return stored.get();
    }
  }

  /** A service with a key that nobody asks anything. */
  private record Idle() implements AudioProvider {
    @Override
    public ProviderName name() {
      return new ProviderName("aimlapi");
    }

    @Override
    public List<AudioModel> models() {
      return MODELS.stream().filter(model -> model.provider().equals(name())).toList();
    }

    @Override
    public SubmitOutcome submit(Submission submission) {
      throw new UnsupportedOperationException();
    }

    @Override
    public PollOutcome poll(ProviderJobId jobId, String correlationId) {
      throw new UnsupportedOperationException();
    }
  }
}
