package dev.foley.discord.look;

import dev.foley.generation.Generation;
import dev.foley.generation.GenerationState;
import dev.foley.generation.Origin;
import dev.foley.generation.Take;
import dev.foley.provider.AudioArtifact;
import dev.foley.provider.AudioSpool;
import dev.foley.provider.FailureReason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The sounds of a past request that are still here: kept copies, and files that never found a way to their member. Blocking. */
final class KeptTakes {
  private final AudioSpool spool;

  KeptTakes(AudioSpool spool) {
    this.spool = spool;
  }

  /**
   * All takes as they are told again, with the state that they had before they were delivered.
   *
   * @param takes of a request that has ended
   * @param here where they are to be told
   * @return empty unless every sound of them is here
   */
  Optional<List<Take>> of(List<Generation> takes, Origin here) {
    List<Take> told = new ArrayList<>();
    for (Generation take : takes) {
      Optional<Take> known = told(take, here);
      if (known.isEmpty()) {
        return Optional.empty();
      }
      told.add(known.get());
    }
    return Optional.of(List.copyOf(told));
  }

  private Optional<Take> told(Generation take, Origin here) {
    return switch (take.state()) {
      case GenerationState.Delivered(_, _, Optional<AudioArtifact> audio, Instant at) ->
        audio.flatMap(spool::shelved).map(file -> sound(take, file, here, at));
      case GenerationState.Failed(FailureReason reason, Instant at) when reason == FailureReason.UNDELIVERABLE ->
        spool.find(take.id().value()).map(file -> sound(take, file, here, at));
      case GenerationState.Failed(FailureReason reason, _) ->
        Optional.of(new Take.Missing(at(here, take, take.state()), reason));
      default -> Optional.empty();
    };
  }

  private static Take sound(Generation take, AudioArtifact file, Origin here, Instant endedAt) {
    Instant since = take.timing().answeredAt().orElse(endedAt);
    return new Take.Sound(at(here, take, new GenerationState.Ready(file, since)), file);
  }

  private static Generation at(Origin here, Generation take, GenerationState state) {
    return new Generation(take.id(), take.version(), here, take.request(), take.takes(), take.lineage(),
        take.createdAt(), take.failures(), take.cost(), take.timing(), state);
  }
}
