package dev.foley.sketch;

/** How a sound lies in time. Seconds are those of a sound without adjectives. */
sealed interface Manner {
  /** Seconds of one of it, or those that are enough to know it by. */
  double seconds();

  /**
   * Goes on for as long as it is wanted.
   *
   * @param periodic whether it returns to where it began, as a siren does, so that a loop must not mix two phases of it
   */
  record Going(double seconds, boolean periodic) implements Manner {}

  /**
   * Known by its rhythm, as steps are, so that it goes on for as long as it is wanted.
   *
   * @param every seconds from one beginning to the next
   * @param unsteadiness share of that by which beginnings wander
   */
  record Beat(double seconds, double every, double unsteadiness) implements Manner {}

  /**
   * Says all when it happens once, and happens again where there is time.
   *
   * @param every seconds from one beginning to the next
   * @param unsteadiness share of that by which beginnings wander
   */
  record Again(double seconds, double every, double unsteadiness) implements Manner {}

  /**
   * Happens once; takes longer where there is more time.
   *
   * @param longest seconds that it can be stretched to
   */
  record Once(double seconds, double longest) implements Manner {}
}
