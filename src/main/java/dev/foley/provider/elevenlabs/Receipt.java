package dev.foley.provider.elevenlabs;

import dev.foley.provider.SubmitOutcome;
import java.math.BigDecimal;
import java.util.Optional;

/** What came of one request for sound. */
sealed interface Receipt {
  /**
   * The sound came whole and is in the file.
   *
   * @param credits that it cost, where the service says so
   * @param requestId by which a later request can refer to it
   */
  record Whole(Optional<BigDecimal> credits, Optional<String> requestId) implements Receipt {}

  /** Nothing usable came, and nothing will. */
  record Unusable(SubmitOutcome.Refused outcome) implements Receipt {}
}
