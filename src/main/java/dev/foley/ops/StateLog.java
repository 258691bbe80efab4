package dev.foley.ops;

import dev.foley.generation.Generation;
import dev.foley.generation.GenerationListener;
import dev.foley.generation.GenerationState;
import dev.foley.provider.AudioModel;
import dev.foley.provider.FailureReason;
import dev.foley.provider.ModelCatalogue;
import dev.foley.provider.Progress;
import dev.foley.provider.ProviderName;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.slf4j.spi.LoggingEventBuilder;

/** One log event per change of state. Neither the prompt nor an address is among its facts. Thread-safe. */
public final class StateLog implements GenerationListener {
  private static final Logger log = LoggerFactory.getLogger(StateLog.class);

  private final ModelCatalogue catalogue;

  /** @param catalogue tells which service makes a model */
  public StateLog(ModelCatalogue catalogue) {
    this.catalogue = catalogue;
  }

  /** Failures are left to {@link #failed}, which knows more of them. */
  @Override
  public void changed(Generation generation) {
    switch (generation.state()) {
      case GenerationState.Queued _, GenerationState.Submitting _, GenerationState.Pending _, GenerationState.Cancelling _, GenerationState.Completed _, GenerationState.Ready _, GenerationState.Delivered _ ->
        about(generation, Level.INFO).log("Generation changed");
      case GenerationState.Failing _, GenerationState.Failed _ -> {
      }
    }
  }

  @Override
  public void failed(Generation generation, FailureReason reason, String detail) {
    about(generation, level(generation.state(), reason)).addKeyValue("reason", reason).addKeyValue("detail", detail)
        .log("Generation failed");
  }

  @Override
  public void progressed(Generation generation, Progress progress) {
    LoggingEventBuilder event = about(generation, Level.DEBUG).addKeyValue("progress", progress.stage());
    if (progress.place().isPresent()) {
      event = event.addKeyValue("place", progress.place().getAsInt());
    }
    event.log("Generation progressed");
  }

  @Override
  public void retrying(Generation generation, String detail) {
    about(generation, Level.INFO).addKeyValue("detail", detail).log("Call failed, will be repeated");
  }

  private LoggingEventBuilder about(Generation generation, Level level) {
    LoggingEventBuilder event = log.atLevel(level)
        .addKeyValue("generationId", generation.id())
        .addKeyValue("state", generation.state().name())
        .addKeyValue("model", generation.request().model())
        .addKeyValue("failures", generation.failures());
    if (generation.takes().count() > 1) {
      event = event.addKeyValue("request", generation.takes().first())
          .addKeyValue("take", generation.takes().number());
    }
    Optional<ProviderName> provider = catalogue.model(generation.request().model()).map(AudioModel::provider);
    return provider.isPresent() ? event.addKeyValue("provider", provider.get()) : event;
  }

  /** Loud once per failure, when it is found: the change to {@code Failed} only says that the member knows. */
  private static Level level(GenerationState state, FailureReason reason) {
    return state instanceof GenerationState.Failing || reason == FailureReason.UNDELIVERABLE
        ? level(reason)
        : Level.INFO;
  }

  private static Level level(FailureReason reason) {
    return switch (reason) {
      // Only the host can end these.
      case KEY_REJECTED, OUT_OF_CREDITS, PLAN_INSUFFICIENT, RESULT_NOT_KEPT -> Level.ERROR;
      case REQUEST_REFUSED, CONTENT_REFUSED, LANGUAGE_REFUSED, VOICE_REFUSED, JOB_REFUSED, CANCELLED,
          CANCELLED_LATE, MODEL_UNAVAILABLE ->
        Level.INFO;
      case SERVICE_UNAVAILABLE, OUTCOME_UNKNOWN, GENERATION_FAILED, DEADLINE_PASSED, RESULT_MISSING, RESULT_UNREACHABLE,
          RESULT_ADDRESS_REFUSED, RESULT_NOT_AUDIO, RESULT_SILENT, RESULT_TRUNCATED, RESULT_TOO_LARGE, UNDELIVERABLE ->
        Level.WARN;
    };
  }
}
