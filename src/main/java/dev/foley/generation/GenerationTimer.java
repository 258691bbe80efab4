package dev.foley.generation;

/**
 * Wakes generations when they are due, by calling {@link GenerationStep#advance}. It owns <i>when</i>; the store owns <i>what</i>.
 * Timers survive restarts; each is set with its row, by {@link GenerationStore#insert}.
 */
public interface GenerationTimer {
  /** Looks for due timers now rather than at the next round. A hint: losing it costs a fraction of a second. */
  void hurry();

  /** Wakes this generation now, though its timer is set for later. A hint as well. */
  default void hurry(GenerationId id) {
    hurry();
  }
}
