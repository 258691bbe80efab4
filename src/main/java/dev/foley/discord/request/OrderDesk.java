package dev.foley.discord.request;

import dev.foley.generation.Acceptance;
import dev.foley.generation.Draft;
import dev.foley.generation.Drafts;
import dev.foley.generation.Generation;
import dev.foley.generation.GenerationId;
import dev.foley.generation.Generations;
import dev.foley.generation.LimitReached;
import dev.foley.generation.Order;
import dev.foley.generation.policy.Preferences;
import dev.foley.provider.Cost;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Records what has been validated: as generations, or as a draft if its member is to be asked first. Thread-safe, blocking; each method
 * throws {@link dev.foley.generation.StoreException} when the database does not answer.
 */
final class OrderDesk {
  private static final Logger log = LoggerFactory.getLogger(OrderDesk.class);

  private final Generations generations;
  private final Drafts drafts;
  private final Gates gates;
  private final CostQuestion question;
  private final Supplier<GenerationId> ids;
  private final InstantSource clock;

  OrderDesk(Generations generations, Drafts drafts, Gates gates, CostQuestion question, Supplier<GenerationId> ids,
      InstantSource clock) {
    this.generations = generations;
    this.drafts = drafts;
    this.gates = gates;
    this.question = question;
    this.ids = ids;
    this.clock = clock;
  }

  /** What became of an order. */
  sealed interface Outcome {
    /** The reply has been told "queued" by the listener of generations. */
    record Accepted() implements Outcome {}

    /** Its member has to say yes. */
    record Asked(Draft draft, Cost cost) implements Outcome {}

    /** Nothing was recorded. */
    record Refused(LimitReached limit) implements Outcome {}
  }

  Outcome take(Order order, Preferences preferences) {
    Optional<Cost> dear = question.about(order, preferences);
    if (dear.isPresent()) {
      Draft draft = new Draft(ids.get(), order, clock.instant());
      drafts.insert(draft);
      log.atInfo().addKeyValue("draft", draft.id()).addKeyValue("model", order.request().model())
          .log("A member is asked before a costly request");
      return new Outcome.Asked(draft, dear.get());
    }
    return record(order, preferences);
  }

  /** Takes up a draft, once. If a limit stands against it, it stays. */
  Optional<Outcome> confirm(Draft draft, Order order, Preferences preferences) {
    if (!drafts.remove(draft.id())) {
      return Optional.empty();
    }
    Outcome outcome = new Outcome.Accepted();
    boolean recorded = false;
    try {
      outcome = record(order, preferences);
      recorded = outcome instanceof Outcome.Accepted;
      return Optional.of(outcome);
    } finally {
      if (!recorded) {
        drafts.insert(draft);
      }
    }
  }

  private Outcome record(Order order, Preferences preferences) {
    return switch (generations.accept(order, gates.of(order, preferences))) {
      case Acceptance.Accepted accepted -> {
        accepted.generations().forEach(OrderDesk::log);
        yield new Outcome.Accepted();
      }
      case Acceptance.Refused(LimitReached limit) -> {
        log.atInfo().addKeyValue("limit", limit.getClass().getSimpleName()).log("A limit stands against a request");
        yield new Outcome.Refused(limit);
      }
    };
  }

  private static void log(Generation generation) {
    log.atInfo().addKeyValue("generationId", generation.id()).addKeyValue("request", generation.takes().first())
        .addKeyValue("model", generation.request().model())
        .addKeyValue("promptLength", generation.request().prompt().length()).log("Generation accepted");
  }
}
