package dev.foley.ops.metrics;

import dev.foley.generation.Generation;
import dev.foley.generation.GenerationListener;
import dev.foley.generation.GenerationState;
import dev.foley.generation.LedgerEntry;
import dev.foley.provider.AudioModel;
import dev.foley.provider.Cost;
import dev.foley.provider.ModelCatalogue;
import dev.foley.provider.ModelId;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Makes events of what is heard of generations.
 *
 * <p>What one cost is counted when it has ended, as the ledger has it by then. The ledger's own lines come earlier and are corrected by
 * later ones (an estimate by the service's figure, a charge by its release), which a counter cannot be.
 */
final class GenerationEvents implements GenerationListener {
  private final ModelCatalogue catalogue;
  private final Consumer<Event> events;

  GenerationEvents(ModelCatalogue catalogue, Consumer<Event> events) {
    this.catalogue = catalogue;
    this.events = events;
  }

  @Override
  public void changed(Generation generation) {
    Event.Source source = source(generation);
    events.accept(new Event.Changed(source, generation.state().name()));
    switch (generation.state()) {
      case GenerationState.Delivered delivered -> {
        events.accept(new Event.Delivered(source, between(generation, delivered), generation.timing().took()));
        settled(generation, source, LedgerEntry.Kind.CHARGED);
      }
      case GenerationState.Failed failed -> {
        events.accept(new Event.Failed(source, failed.reason()));
        settled(generation, source, switch (failed.reason().charge()) {
          case NONE -> LedgerEntry.Kind.RELEASED;
          case POSSIBLE -> LedgerEntry.Kind.UNCERTAIN;
          case MADE -> LedgerEntry.Kind.CHARGED;
        });
      }
      case GenerationState.Queued _, GenerationState.Submitting _, GenerationState.Pending _, GenerationState.Cancelling _, GenerationState.Completed _, GenerationState.Ready _, GenerationState.Failing _ ->
        {
        }
    }
  }

  @Override
  public void retrying(Generation generation, String detail) {
    events.accept(new Event.Repeated(source(generation)));
  }

  private void settled(Generation generation, Event.Source source, LedgerEntry.Kind kind) {
    Optional<Cost> cost = generation.cost().or(() -> model(generation)
        .flatMap(model -> model.estimate(generation.request())));
    cost.ifPresent(known -> events.accept(new Event.Settled(source, kind, known)));
  }

  private Event.Source source(Generation generation) {
    return model(generation).map(GenerationEvents::source)
        .orElseGet(() -> new Event.Source(Event.OTHER, Event.OTHER));
  }

  static Event.Source source(AudioModel model) {
    return new Event.Source(model.provider().value(), model.id().value());
  }

  private Optional<AudioModel> model(Generation generation) {
    ModelId asked = generation.request().model();
    return catalogue.model(asked);
  }

  private static Duration between(Generation generation, GenerationState.Delivered delivered) {
    return Duration.between(generation.createdAt(), delivered.at());
  }
}
