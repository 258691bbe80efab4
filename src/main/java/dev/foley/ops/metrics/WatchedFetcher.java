package dev.foley.ops.metrics;

import dev.foley.provider.AudioFetcher;
import dev.foley.provider.FetchOutcome;
import dev.foley.provider.IncomingSound;
import dev.foley.provider.ProviderException;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** Tells how long results take and what becomes of them. Where they lie is nobody's business. */
final class WatchedFetcher implements AudioFetcher {
  private final AudioFetcher watched;
  private final Consumer<Event> events;
  private final LongSupplier nanoTime;

  WatchedFetcher(AudioFetcher watched, Consumer<Event> events, LongSupplier nanoTime) {
    this.watched = watched;
    this.events = events;
    this.nanoTime = nanoTime;
  }

  @Override
  public FetchOutcome fetch(URI result, String name) throws ProviderException {
    return fetch(result, name, _ -> {});
  }

  @Override
  public FetchOutcome fetch(URI result, String name, Consumer<IncomingSound> reader) throws ProviderException {
    long start = nanoTime.getAsLong();
    String outcome = Event.OTHER;
    try {
      FetchOutcome fetched = watched.fetch(result, name, reader);
      outcome = switch (fetched) {
        case FetchOutcome.Fetched _ -> "fetched";
        case FetchOutcome.Broken _ -> "broken";
        case FetchOutcome.Rejected _ -> "rejected";
      };
      return fetched;
    } catch (ProviderException e) {
      outcome = e.kind().name().toLowerCase(Locale.ROOT);
      throw e;
    } finally {
      events.accept(new Event.Fetched(outcome, Duration.ofNanos(nanoTime.getAsLong() - start)));
    }
  }
}
