package dev.foley.ops.metrics;

import dev.foley.generation.GenerationListener;
import dev.foley.provider.AudioFetcher;
import dev.foley.provider.ModelCatalogue;
import dev.foley.provider.ProviderCallListener;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * What happens in the bot, counted for Prometheus. Thread-safe, and never in anybody's way: nothing is waited for and nothing thrown where
 * something is counted.
 *
 * <p><b>Nobody pays for what nobody reads.</b> Micrometer and what it reads of the JVM are some 700 classes and 5 MB. They are loaded by the first
 * scrape, not by the start. What happens before that is remembered, up to {@value #REMEMBERED} events, and counted then; after so many
 * without anybody asking, nothing more is. A rate does not need what came before its first sample, so all that is lost is how much it
 * was.
 */
public final class Metrics implements AutoCloseable {
  static final int REMEMBERED = 1_000;

  /** What adapters call their requests; see {@code docs/metrics.md}. */
  private static final Set<String> OPERATIONS = Set.of("submit", "poll", "result", "cancel", "balance", "voices",
      "models");

  /** Guards {@link #early}, and the writing of {@link #meters} and {@link #closed}. */
  private final ReentrantLock lock = new ReentrantLock();
  private final List<Event> early = new ArrayList<>();
  private volatile @Nullable Meters meters;
  private boolean closed;

  /**
   * Listens to generations.
   *
   * @param catalogue tells whose models they are; others are counted together
   */
  public GenerationListener generations(ModelCatalogue catalogue) {
    return new GenerationEvents(catalogue, this::count);
  }

  /** Listens to the requests that services are sent. */
  public ProviderCallListener services() {
    return (provider, call, outcome, nanos) -> count(new Event.ServiceCalled(provider.value(),
        OPERATIONS.contains(call) ? call : Event.OTHER, outcome.name().toLowerCase(Locale.ROOT),
        Duration.ofNanos(nanos)));
  }

  /** The same fetcher, watched. */
  public AudioFetcher watched(AudioFetcher fetcher) {
    return new WatchedFetcher(fetcher, this::count, System::nanoTime);
  }

  /** A timer fired so much later than it was set for. */
  public void woken(Duration late) {
    count(new Event.Woken(late));
  }

  /**
   * A request to Discord ended.
   *
   * @param route one of few
   * @param status of HTTP; -1 if no answer came
   */
  public void discordCalled(String route, int status, Duration took) {
    String answer = status == 429 ? "429" : status < 0 ? "none" : status / 100 + "xx";
    count(new Event.DiscordCalled(route, answer, took));
  }

  /**
   * What Prometheus is told: its text format. The first time takes half a second longer, in which nothing else waits for it.
   *
   * @param catalogue of the models whose series begin at zero
   * @param readings looked at each time
   * @throws IllegalStateException after {@link #close}
   */
  public String scrape(ModelCatalogue catalogue, Readings readings) {
    return meters(catalogue, readings).scrape();
  }

  private Meters meters(ModelCatalogue catalogue, Readings readings) {
    Meters known = meters;
    if (known != null) {
      return known;
    }
    lock.lock();
    try {
      if (closed) {
        throw new IllegalStateException("metrics were closed");
      }
      Meters made = meters;
      if (made == null) {
        made = new Meters(catalogue, readings);
        early.forEach(made::count);
        early.clear();
        meters = made;
      }
      return made;
    } finally {
      lock.unlock();
    }
  }

  void count(Event event) {
    Meters known = meters;
    if (known == null) {
      known = remembered(event);
    }
    if (known != null) {
      known.count(event);
    }
  }

  /** @return the meters, if they have been made meanwhile: then it is theirs to count */
  private @Nullable Meters remembered(Event event) {
    lock.lock();
    try {
      if (meters == null && !closed && early.size() < REMEMBERED) {
        early.add(event);
      }
      return meters;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      early.clear();
      Meters known = meters;
      if (known != null) {
        known.close();
      }
    } finally {
      lock.unlock();
    }
  }
}
