package dev.foley.generation;

import dev.foley.provider.AudioProvider;
import dev.foley.provider.ModelId;
import dev.foley.provider.ProviderName;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Whose turn it is where a service has no room for all: nobody waits behind one member's forty requests.
 *
 * <p><b>The problem.</b> Requests that find no room come back by their own timers and take whatever place is free in that moment.
 * A member with forty of them comes by forty times as often as a member with one, and takes nearly every place.
 *
 * <p><b>The mechanism.</b> Those that wait stand in a {@link TurnLine}, one for each service, and one for each model that has a limit
 * of its own, since such a model may be full while its service is not. The turn is with the member who has the fewest submits under way
 * or served of late, then with the request that waits longest. Whoever comes by out of turn steps aside: it asks nobody, writes nothing,
 * and has not failed. When a place becomes free, or the time has passed for which the service asked to be spared, the one whose turn it
 * is gets called, by {@link GenerationTimer#hurry(GenerationId)}; and whoever was let in calls the next two, so that where there is room
 * for many it is soon filled.
 *
 * <p><b>How it fails.</b> All of this is in memory and a matter of order only; whether there is room is still the service's own limit's
 * business. A call is a hint and can be lost; a request that is called may have been cancelled, or be advanced by another instance by
 * now. So a turn lasts a few seconds from the call and then goes on to the next, and who does not come back when it was to come leaves
 * the line. The worst that happens is an order that is not fair for a moment; nobody is kept from a free place for longer than
 * {@link TurnLine#TURN}. After a restart the line forms anew as timers fire. Thread-safe; the timer is never called under a lock.
 */
final class FairTurns {
  private static final int CALLED_BY_EACH = 2;
  private static final int COMING_BY = 50;

  private final Map<Line, TurnLine> lines = new ConcurrentHashMap<>();
  private final GenerationTimer timer;
  private final InstantSource clock;

  /** @param model only if it has a limit of its own */
  private record Line(ProviderName provider, Optional<ModelId> model) {}

  FairTurns(GenerationTimer timer, InstantSource clock) {
    this.timer = timer;
    this.clock = clock;
  }

  /** Whether a request may ask its service for a place. If not, whoever may is called where that could help. */
  boolean isTurn(Generation generation, AudioProvider provider) {
    TurnLine line = line(generation, provider);
    Instant now = clock.instant();
    boolean isTurn = line.isTurn(generation, now);
    if (!isTurn && line.mayHaveRoom(now)) {
      line.callNext(now).forEach(timer::hurry);
    }
    return isTurn;
  }

  /** The service has no room; it is not asked again before then. */
  void noRoom(Generation generation, AudioProvider provider, Duration askAgainAfter) {
    line(generation, provider).noRoomUntil(clock.instant().plus(askAgainAfter));
  }

  /**
   * How long a request may sleep, where so many wait that all of them coming by often would be most of what the bot does. Whose turn it
   * is gets called, so no place stays free meanwhile: of a line of any length, {@value #COMING_BY} a second still look.
   */
  Duration crowding(Generation generation, AudioProvider provider) {
    return Duration.ofSeconds(line(generation, provider).length()).dividedBy(COMING_BY);
  }

  /** A request that waits will come by again then. */
  void waitsUntil(Generation generation, AudioProvider provider, Instant again) {
    line(generation, provider).waits(generation, again);
  }

  /** A request does not wait for room any more. */
  void leaves(Generation generation, AudioProvider provider) {
    line(generation, provider).leaves(generation);
  }

  /** A request has a place, and is being submitted. */
  void begins(Generation generation, AudioProvider provider) {
    TurnLine line = line(generation, provider);
    line.begins(generation);
    line.callMore(CALLED_BY_EACH, clock.instant()).forEach(timer::hurry);
  }

  /** Its place is free again. */
  void ends(Generation generation, AudioProvider provider) {
    Instant now = clock.instant();
    line(generation, provider).ends(generation, now);
    List<TurnLine> ofService = lines.entrySet().stream()
        .filter(entry -> entry.getKey().provider().equals(provider.name())).map(Map.Entry::getValue).toList();
    ofService.forEach(line -> line.callNext(now).forEach(timer::hurry));
  }

  /** How many stand in the lines before each service. */
  Map<ProviderName, Integer> waiting() {
    Map<ProviderName, Integer> waiting = new HashMap<>();
    lines.forEach((line, standing) -> waiting.merge(line.provider(), standing.length(), Integer::sum));
    return waiting;
  }

  private TurnLine line(Generation generation, AudioProvider provider) {
    ModelId asked = generation.request().model();
    Optional<ModelId> limited = provider.models().stream()
        .filter(model -> model.id().equals(asked) && model.maxInFlight().isPresent()).map(model -> model.id())
        .findFirst();
    return lines.computeIfAbsent(new Line(provider.name(), limited), _ -> new TurnLine());
  }
}
