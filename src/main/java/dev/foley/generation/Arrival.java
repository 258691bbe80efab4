package dev.foley.generation;

import dev.foley.provider.AudioArtifact;
import dev.foley.provider.AudioSpool;
import dev.foley.provider.Cost;
import dev.foley.provider.FailureReason;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * {@code → Ready}: a sound is here. One in which there is nothing to be heard is a failure instead, at once and for good: the same file
 * would be silent again, and another sound would be paid for again.
 */
final class Arrival {
  private final Transitions transitions;
  private final Bookkeeper books;
  private final AudioSpool spool;
  private final InstantSource clock;

  Arrival(Transitions transitions, Bookkeeper books, AudioSpool spool, InstantSource clock) {
    this.transitions = transitions;
    this.books = books;
    this.spool = spool;
    this.clock = clock;
  }

  /**
   * Commits what came.
   *
   * @param before the generation that it is the sound of
   * @param reported what the service said it charged, if it came with that
   * @param lines of the ledger that the answer itself causes, given the next version
   */
  Next of(Generation before, AudioArtifact audio, Optional<Cost> reported,
      Function<Generation, List<LedgerEntry>> lines) {
    Instant now = clock.instant();
    if (Judgement.isSilent(audio)) {
      return silent(before, audio, reported, lines, now);
    }
    Generation ready = before.to(new GenerationState.Ready(audio, now), reported);
    transitions.commit(ready, lines.apply(ready));
    return new Next.WakeAt(now);
  }

  private Next silent(Generation before, AudioArtifact audio, Optional<Cost> reported,
      Function<Generation, List<LedgerEntry>> lines, Instant now) {
    FailureReason reason = FailureReason.RESULT_SILENT;
    Generation failing = before.to(new GenerationState.Failing(reason, now), reported);
    List<LedgerEntry> all = Stream
        .concat(lines.apply(failing).stream(), books.failed(failing, reason.charge()).stream())
        .toList();
    if (transitions.commit(failing, all)) {
      transitions.listener().failed(failing, reason, "no sample is loud enough to be heard");
      spool.discard(audio);
    }
    return new Next.WakeAt(now);
  }
}
