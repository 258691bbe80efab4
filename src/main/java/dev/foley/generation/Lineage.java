package dev.foley.generation;

/**
 * Out of what a generation was made: an earlier one.
 *
 * @param parent the first take's id of the request that it continues
 */
public record Lineage(GenerationId parent, Kind kind) {
  /** What the member did with the earlier one. */
  public enum Kind {
    /** The same words, another seed. */
    AGAIN,
    /** The same words and options, changed by hand. */
    EDIT,
    /** The same, longer. */
    LONGER,
    /** Somebody's words, taken up by another member or in another place. */
    REMIX
  }
}
