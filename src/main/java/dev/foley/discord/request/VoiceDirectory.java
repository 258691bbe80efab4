package dev.foley.discord.request;

import dev.foley.provider.AudioProvider;
import dev.foley.provider.ProviderException;
import dev.foley.provider.ProviderName;
import dev.foley.provider.Voice;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who can speak at each service, remembered for some minutes. Services are asked in the background, at most once at a time each; a
 * list that has grown old is still answered with while a new one is on its way, and stays if none comes. Thread-safe, never blocks.
 */
public final class VoiceDirectory {
  private static final Logger log = LoggerFactory.getLogger(VoiceDirectory.class);

  private static final Duration FRESH = Duration.ofMinutes(10);
  private static final Duration UNTIL_ASKED_AGAIN = Duration.ofSeconds(30);

  private final Executor work;
  private final InstantSource clock;
  /** Guarded by itself. */
  private final Map<ProviderName, Entry> entries = new HashMap<>();

  /** What is known of one service, or was asked. */
  private record Entry(CompletableFuture<List<Voice>> voices, Instant askedAt) {}

  /** @param work runs tasks that wait; may refuse them */
  public VoiceDirectory(Executor work, InstantSource clock) {
    this.work = work;
    this.clock = clock;
  }

  /**
   * The voices of a service: at once if they are known, else as soon as it has answered. Never fails; empty while the service cannot
   * be asked, and for one without voices.
   */
  public CompletableFuture<List<Voice>> of(AudioProvider provider) {
    Instant now = clock.instant();
    CompletableFuture<List<Voice>> asked = new CompletableFuture<>();
    List<Voice> known;
    synchronized (entries) {
      Entry entry = entries.get(provider.name());
      if (entry != null && !isDue(entry, now)) {
        return entry.voices().copy();
      }
      known = entry == null ? List.of() : entry.voices().getNow(List.of());
      // Whoever comes meanwhile is answered with the old list, if there is one.
      entries.put(provider.name(), new Entry(known.isEmpty() ? asked : CompletableFuture.completedFuture(known), now));
    }
    ask(provider, known, asked);
    return known.isEmpty() ? asked.copy() : CompletableFuture.completedFuture(known);
  }

  private static boolean isDue(Entry entry, Instant now) {
    boolean empty = entry.voices().getNow(List.of()).isEmpty();
    return entry.voices().isDone() && !now.isBefore(entry.askedAt().plus(empty ? UNTIL_ASKED_AGAIN : FRESH));
  }

  private void ask(AudioProvider provider, List<Voice> known, CompletableFuture<List<Voice>> asked) {
    try {
      work.execute(() -> {
        try {
          asked.complete(remember(provider, known));
        } finally {
          asked.complete(known); // whatever happened, nobody waits for ever
        }
      });
    } catch (RejectedExecutionException full) {
      asked.complete(known);
    }
  }

  private List<Voice> remember(AudioProvider provider, List<Voice> known) {
    try {
      List<Voice> voices = List.copyOf(provider.voices());
      synchronized (entries) {
        entries.computeIfPresent(provider.name(),
            (_, entry) -> new Entry(CompletableFuture.completedFuture(voices), entry.askedAt()));
      }
      return voices;
    } catch (ProviderException | RuntimeException e) {
      log.atWarn().addKeyValue("provider", provider.name()).addKeyValue("failure", String.valueOf(e.getMessage()))
          .log("A service did not say which voices it has");
      return known;
    }
  }
}
