package dev.foley.store;

/**
 * How the timers of this instance are at one moment.
 *
 * @param isAlive whether they have been started, not stopped, and have looked for work or told of their life in the last half minute
 * @param busy workers, of so many
 */
public record TimerUse(boolean isAlive, int workers, int busy) {}
