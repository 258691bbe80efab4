package dev.foley.sketch;

/**
 * One sound that is wanted.
 *
 * @param step place in the order: those of one step sound together or close on one another, the next step comes after
 */
record EffectCue(Sound sound, Traits traits, int step) {
  /** Beats that are enough to hear a rhythm. */
  private static final int RHYTHM = 9;
  private static final double RING_SECONDS = 0.3;
  /** From one knock or bark to the next. */
  private static final double WITHIN_SECONDS = 0.33;

  /** Seconds that it takes when nobody says how long. */
  double usualSeconds() {
    return switch (sound.manner()) {
      case Manner.Going(double seconds, boolean _) -> seconds;
      case Manner.Once _ -> eventSeconds();
      case Manner.Beat _ -> traits.count().orElse(RHYTHM) * every();
      case Manner.Again _ -> eventSeconds() + RING_SECONDS + (times() - 1) * every();
    };
  }

  /** Seconds of one event. */
  double eventSeconds() {
    double one = sound.manner().seconds() * Math.max(0.4, Math.min(2.5, traits.length()));
    return countsWithin() ? Math.max(one, traits.count().orElse(0) * WITHIN_SECONDS / traits.pace()) : one;
  }

  /** Seconds from one beginning to the next, 0 for what happens once. */
  double every() {
    double usual = switch (sound.manner()) {
      case Manner.Beat beat -> beat.every();
      case Manner.Again again -> again.every();
      case Manner.Going _, Manner.Once _ -> 0;
    };
    return usual / traits.pace() / Math.sqrt(traits.density());
  }

  /** Share of {@link #every} by which beginnings wander. */
  double unsteadiness() {
    return switch (sound.manner()) {
      case Manner.Beat beat -> beat.unsteadiness();
      case Manner.Again again -> again.unsteadiness();
      case Manner.Going _, Manner.Once _ -> 0;
    };
  }

  /** How many events were asked for, 1 where nobody counted. */
  private int times() {
    return isCounted() ? traits.count().orElse(1) : 1;
  }

  /** Whether a number of events was asked for. */
  boolean isCounted() {
    return traits.count().isPresent() && !countsWithin();
  }

  /** One who knocks or barks does so several times at once: their number is the model's. */
  private boolean countsWithin() {
    return sound == Sound.KNOCK || sound == Sound.BARK;
  }

  /** Whether it has a place of its own in its step, rather than lasting all through it. */
  boolean isEvent() {
    return sound.manner() instanceof Manner.Again || sound.manner() instanceof Manner.Once;
  }
}
