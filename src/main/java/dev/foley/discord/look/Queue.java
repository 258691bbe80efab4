package dev.foley.discord.look;

import dev.foley.generation.Expectation;
import dev.foley.generation.Generation;
import dev.foley.generation.GenerationId;
import dev.foley.generation.Generations;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.dv8tion.jda.api.utils.messages.MessageEditData;

/** Puts together what is pending in a channel. Thread-safe, blocking. */
final class Queue {
  private final Generations generations;
  private final Expectation expectation;
  private final InstantSource clock;

  Queue(Generations generations, Expectation expectation, InstantSource clock) {
    this.generations = generations;
    this.expectation = expectation;
    this.clock = clock;
  }

  /** In the channel where the viewer is. */
  MessageEditData of(Viewer viewer) {
    Map<GenerationId, List<Generation>> requests = new LinkedHashMap<>();
    for (Generation take : generations.pendingIn(viewer.origin().channel())) {
      requests.computeIfAbsent(take.takes().first(), _ -> new ArrayList<>()).add(take);
    }
    return new QueueCard(viewer.origin().locale(), viewer, expectation, generations::cancellable, clock.instant())
        .of(List.copyOf(requests.values()));
  }
}
