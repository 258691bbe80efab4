package dev.foley.playground.services.fal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.foley.playground.services.Chance;
import dev.foley.playground.services.Fault;
import dev.foley.playground.services.FileForm;
import dev.foley.playground.services.JobTimes;
import dev.foley.playground.services.RenderedClips;
import dev.foley.playground.services.ServiceFaults;
import dev.foley.playground.services.WorkPlaces;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Draws what becomes of a job, all of it when the job arrives. Thread-safe. */
final class FalFuture {
  private static final Duration FOR_EVER = Duration.ofDays(36_500);
  private static final WorkPlaces.Span NO_PLACE_YET = new WorkPlaces.Span(Instant.MAX, Instant.MAX);
  private static final long MAX_SEED = 1L << 31;

  private final FalSettings settings;
  private final ServiceFaults faults;
  private final RenderedClips clips;
  private final Chance chance;

  FalFuture(FalSettings settings, ServiceFaults faults, RenderedClips clips, Chance chance) {
    this.settings = settings;
    this.faults = faults;
    this.clips = clips;
    this.chance = chance;
  }

  /** A job that has no place yet. An input against the schema is found out by the model, when its turn comes. */
  FalJob of(String key, FalModel model, JsonNode body, Instant at) {
    String words = FalInput.words(model, body);
    JobTimes.Drawn drawn = chance.draw(settings.times());
    return switch (FalInput.read(model, body)) {
      case FalInput.Read.Invalid invalid -> job(key, model, words, 0, at,
          new JobTimes.Drawn(drawn.waiting(), Duration.ZERO), FalErrors.ofModel(422, invalid.detail()),
          new FalJob.Bill(BigDecimal.ZERO, 0, false));
      case FalInput.Read.Valid valid -> {
        Fault fault = faults.take(Fault.Moment.JOB, words, null).orElse(null);
        boolean never = end(fault) == Fault.Outcome.End.NEVER;
        yield job(key, model, words, valid.input().length().toMillis() / 1e3, at,
            never ? new JobTimes.Drawn(drawn.waiting(), FOR_EVER) : drawn, end(valid.input(), fault),
            bill(valid.input(), drawn.working(), fault));
      }
    };
  }

  private FalJob job(String key, FalModel model, String words, double seconds, Instant at, JobTimes.Drawn drawn,
      FalEnd end, FalJob.Bill bill) {
    return new FalJob(chance.uuid(), key, model, words, seconds, at, drawn, NO_PLACE_YET, end, bill);
  }

  private FalEnd end(FalInput input, @Nullable Fault fault) {
    return switch (end(fault)) {
      case ERROR_OBJECT -> FalErrors.of(500, "downstream_service_error", "The model could not do this one");
      case ERROR_STRING -> FalErrors.of(503, "runner_disconnected", "The runner went away");
      case ERROR_NULL -> new FalEnd.Failed(500, "", "",
          JsonNodeFactory.instance.objectNode().put("detail", "Internal Server Error"));
      case FILTERED -> FalErrors.of(422, "content_policy_violation", "The content was flagged by a content checker");
      case NO_AUDIO_FILE -> sounded(input, fault, FalEnd.Shape.NO_FILE);
      case NO_URL -> sounded(input, fault, FalEnd.Shape.NO_URL);
      case NEVER -> sounded(input, fault, FalEnd.Shape.WHOLE);
      case null -> sounded(input, fault, FalEnd.Shape.WHOLE);
    };
  }

  private static Fault.Outcome.@Nullable End end(@Nullable Fault fault) {
    return fault instanceof Fault.Outcome outcome ? outcome.end() : null;
  }

  private FalEnd sounded(FalInput input, @Nullable Fault fault, FalEnd.Shape shape) {
    long seed = input.seed().orElseGet(() -> chance.nextLong(MAX_SEED));
    FileForm form = fault instanceof Fault.File file ? file.form() : FileForm.USUAL;
    String fileName = input.model() == FalModel.STABLE_AUDIO
        ? "tmp.wav"
        : chance.token(10) + "." + input.coding().extension();
    String path = "files/b/" + chance.hex(8) + "/" + chance.token(21) + "_" + fileName;
    return new FalEnd.Sounded(clips.reserve(input.sound(seed), input.coding()), seed, form, shape, fileName, path,
        input.inline(), fault instanceof Fault.ResultAt elsewhere ? elsewhere.url() : null);
  }

  /** Errors of status 5xx are free; that a filtered sound is not free is allowed by the documents. */
  private FalJob.Bill bill(FalInput input, Duration working, @Nullable Fault fault) {
    FalSettings.Money money = settings.money();
    BigDecimal billable = switch (input.model()) {
      case STABLE_AUDIO -> seconds(working);
      case STABLE_AUDIO_25 -> BigDecimal.ONE;
      case SOUND_EFFECTS -> seconds(input.length());
    };
    long perUnit = switch (input.model()) {
      case STABLE_AUDIO -> money.perComputeSecond();
      case STABLE_AUDIO_25 -> money.perAudio();
      case SOUND_EFFECTS -> money.perSecondOfSound();
    };
    long price = billable.multiply(BigDecimal.valueOf(perUnit)).setScale(0, RoundingMode.CEILING).longValueExact();
    return new FalJob.Bill(billable, price, fault instanceof Fault.Outcome outcome && outcome.failed());
  }

  private static BigDecimal seconds(Duration duration) {
    return BigDecimal.valueOf(duration.toMillis(), 3).stripTrailingZeros();
  }
}
