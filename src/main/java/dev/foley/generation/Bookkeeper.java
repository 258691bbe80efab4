package dev.foley.generation;

import dev.foley.provider.AudioModel;
import dev.foley.provider.Cost;
import dev.foley.provider.FailureReason.Charge;
import dev.foley.provider.ModelCatalogue;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Writes the lines of the {@link Ledger} that a change of state causes. Pure but for the time. Where a service neither publishes a
 * price nor reports one there is nothing to write.
 *
 * <p>A reservation lasts from when the request is recorded for as long as it is being offered: a submit that is known not to have
 * arrived and will be repeated releases nothing, a request that ends without one does.
 */
final class Bookkeeper {
  private final ModelCatalogue catalogue;
  private final InstantSource clock;

  Bookkeeper(ModelCatalogue catalogue, InstantSource clock) {
    this.catalogue = catalogue;
    this.clock = clock;
  }

  /** The request is recorded, or about to be submitted: each time the same line. */
  List<LedgerEntry> reserved(Generation generation) {
    return entry(generation, LedgerEntry.Kind.RESERVED);
  }

  /** The service took the request. */
  List<LedgerEntry> charged(Generation generation) {
    return entry(generation, LedgerEntry.Kind.CHARGED);
  }

  /** A later answer came, perhaps with a figure. */
  List<LedgerEntry> answered(Generation generation, Optional<Cost> reported) {
    return reported.isPresent() ? charged(generation) : List.of();
  }

  /** It came to nothing. */
  List<LedgerEntry> failed(Generation generation, Charge charge) {
    return entry(generation, switch (charge) {
      case NONE -> LedgerEntry.Kind.RELEASED;
      case POSSIBLE -> LedgerEntry.Kind.UNCERTAIN;
      case MADE -> LedgerEntry.Kind.CHARGED;
    });
  }

  private List<LedgerEntry> entry(Generation generation, LedgerEntry.Kind kind) {
    Optional<AudioModel> model = catalogue.model(generation.request().model());
    Optional<Cost> amount = generation.cost().or(() -> model.flatMap(known -> known.estimate(generation.request())));
    if (model.isEmpty() || amount.isEmpty()) {
      return List.of();
    }
    return List.of(new LedgerEntry(generation.id(), generation.takes().first(), kind, amount.get(),
        generation.cost().isPresent(), model.get().provider(), model.get().id(), Payer.of(generation.origin()),
        generation.createdAt(), clock.instant()));
  }
}
