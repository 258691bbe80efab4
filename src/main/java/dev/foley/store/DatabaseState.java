package dev.foley.store;

/**
 * How a database was found. Names are for the host to read, without user, password and options.
 */
public sealed interface DatabaseState {
  /** Nothing is there yet, or nothing is in it, and all that is needed can be made. */
  record Fresh(String name) implements DatabaseState {}

  /** A running bot has it for itself, and knows best how it is. */
  record InUse(String name) implements DatabaseState {}

  /**
   * It can be used.
   *
   * @param engine whose database it is, with its version
   * @param version of its tables
   * @param latest that this Foley knows; where it is newer, the next start brings the tables there
   */
  record Ready(String name, String engine, int version, int latest) implements DatabaseState {}

  /** @param sentence what is wrong, and after it what to do */
  record Unusable(String sentence) implements DatabaseState {}
}
