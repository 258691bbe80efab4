package dev.foley.generation;

import dev.foley.provider.Cost;
import dev.foley.provider.ModelId;
import dev.foley.provider.ProviderName;
import java.time.Instant;

/**
 * One line about the money of one generation, written together with the change of state that caused it. A generation has one line
 * of each kind at most.
 *
 * @param request the first take's id
 * @param amount what the service reported, else the estimate
 * @param reported which of the two
 * @param requestedAt when the member asked: to this time all lines of a generation count
 * @param at when this line was first written
 */
public record LedgerEntry(GenerationId generation, GenerationId request, Kind kind, Cost amount, boolean reported,
    ProviderName provider, ModelId model, Payer payer, Instant requestedAt, Instant at) {
  /** What happened to the money. */
  public enum Kind {
    /** The request was recorded; so much may be spent. */
    RESERVED,
    /** The service took the request: so much is spent, unless it is {@link #RELEASED} later. */
    CHARGED,
    /** It came to nothing, and by the service's documents costs nothing. */
    RELEASED,
    /** It came to nothing, and whether it was charged nobody knows. */
    UNCERTAIN
  }
}
