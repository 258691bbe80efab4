package dev.foley.generation;

import dev.foley.provider.AudioFetcher;
import dev.foley.provider.AudioProvider;
import dev.foley.provider.AudioSpool;
import dev.foley.provider.FailureReason;
import dev.foley.provider.ModelCatalogue;
import dev.foley.provider.ProviderName;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * One step of one generation: reads the state, does one thing, commits the new state, says when to wake it next. Idempotent: woken
 * twice, or after a crash, it continues and never starts over. Different generations may be advanced at once; one generation by one
 * thread at a time, which the timer sees to. Should that fail, the guard on the row's version lets one of the two win.
 *
 * <p>It asks the store rather than the cache: one look-up by primary key, and always the truth with several instances.
 */
public final class GenerationStep {
  private static final String NO_PROVIDER = "its service has no key here";

  private final GenerationStore store;
  private final ModelCatalogue catalogue;
  private final Retry retry;
  private final FairTurns turns;
  private final SubmitStep submitStep;
  private final PollStep pollStep;
  private final CancelStep cancelStep;
  private final FetchStep fetchStep;
  private final DeliverStep deliverStep;

  /** Asks about jobs without having learned anything. */
  public GenerationStep(GenerationStore store, GenerationTimer timer, PendingGenerations pending,
      ModelCatalogue catalogue, AudioFetcher fetcher, AudioSpool spool, AudioDelivery delivery,
      GenerationListener listener, GenerationSettings settings, InstantSource clock, RandomGenerator random) {
    this(store, timer, pending, catalogue, fetcher, spool, delivery, listener, Pacing.UNLEARNED, settings, clock,
        random);
  }

  /** @param listener must not throw, as one made by {@link GenerationListener#of} does not */
  public GenerationStep(GenerationStore store, GenerationTimer timer, PendingGenerations pending,
      ModelCatalogue catalogue,
      AudioFetcher fetcher, AudioSpool spool, AudioDelivery delivery, GenerationListener listener,
      Pacing pacing, GenerationSettings settings, InstantSource clock,
      RandomGenerator random) {
    this.store = store;
    this.catalogue = catalogue;
    Transitions transitions = new Transitions(store, pending, listener);
    Bookkeeper books = new Bookkeeper(catalogue, clock);
    Backoff backoff = new Backoff(random);
    Arrival arrival = new Arrival(transitions, books, spool, clock);
    this.retry = new Retry(transitions, books, backoff, clock);
    this.turns = new FairTurns(timer, clock);
    this.submitStep = new SubmitStep(transitions, books, arrival, retry, backoff, turns, spool, pacing, settings,
        clock);
    this.pollStep = new PollStep(transitions, books, arrival, retry, pacing, settings, clock);
    this.cancelStep = new CancelStep(transitions, books, arrival, retry, clock);
    this.fetchStep = new FetchStep(arrival, retry, fetcher, delivery, settings, clock);
    this.deliverStep = new DeliverStep(store, transitions, retry, spool, delivery, settings, clock);
  }

  /**
   * Advances a generation by one step.
   *
   * @throws StoreException if the database does not answer; the timer wakes the generation again
   */
  public Next advance(GenerationId id) {
    Optional<Generation> found = store.find(id);
    if (found.isEmpty()) {
      return new Next.Finished();
    }
    Generation generation = found.get();
    return switch (generation.state()) {
      case GenerationState.Queued queued -> provider(generation)
          .map(provider -> submitStep.submit(generation, queued, provider))
          .orElseGet(() -> retry.giveUp(generation, FailureReason.MODEL_UNAVAILABLE, NO_PROVIDER));
      case GenerationState.Submitting _ ->
        submitStep.interrupted(generation, provider(generation).map(AudioProvider::repeatable).orElse(false));
      case GenerationState.Pending pending -> provider(generation)
          .map(provider -> pollStep.poll(generation, pending, provider))
          .orElseGet(() -> pollStep.cannotAsk(generation, pending, NO_PROVIDER));
      case GenerationState.Cancelling cancelling -> provider(generation)
          .map(provider -> cancelStep.cancel(generation, cancelling, provider))
          .orElseGet(() -> cancelStep.leave(generation, NO_PROVIDER));
      case GenerationState.Completed completed -> fetchStep.fetch(generation, completed);
      case GenerationState.Ready ready -> deliverStep.deliver(generation, ready);
      case GenerationState.Failing failing -> deliverStep.tell(generation, failing);
      case GenerationState.Delivered _, GenerationState.Failed _ -> new Next.Finished();
    };
  }

  /** How many generations wait for room at each service, as this process knows; a service before which nobody ever stood is absent. */
  public Map<ProviderName, Integer> waiting() {
    return turns.waiting();
  }

  private Optional<AudioProvider> provider(Generation generation) {
    return catalogue.provider(generation.request().model());
  }
}
