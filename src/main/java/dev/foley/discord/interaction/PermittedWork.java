package dev.foley.discord.interaction;

import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/**
 * Runs tasks that wait, each at once and on a thread of its own, as far as there are permits. As an {@link Executor} it throws
 * {@link RejectedExecutionException} where there is none. Thread-safe.
 */
public interface PermittedWork extends Executor {
  /** A permit for one task that may begin later; empty if all are taken. */
  Optional<Permit> acquire();

  /** Good for one call of either method. */
  interface Permit {
    /**
     * Runs a task, and gives the permit back when that has ended.
     *
     * @throws RejectedExecutionException if no task is begun any more; the permit is given back
     */
    void use(Runnable task);

    /** Gives it back unused. */
    void release();
  }
}
