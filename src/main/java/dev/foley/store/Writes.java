package dev.foley.store;

import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** How changes reach the disk. When a method returns, its change is committed; when it throws, nothing of it is. Thread-safe, blocking. */
interface Writes {
  /**
   * Makes one change in a transaction.
   *
   * @param change may be made a second time, after it was rolled back, and on another thread; must not ask for a second connection
   */
  <T> T commit(Function<Handle, T> change);

  /** As above, for a change that db-scheduler makes. */
  void commitTimers(Runnable change);

  /** Each in a transaction of its own: for a database that brings commits together by itself. */
  static Writes direct(Jdbi jdbi) {
    return new Writes() {
      @Override
      public <T> T commit(Function<Handle, T> change) {
        return jdbi.inTransaction(change::apply);
      }

      @Override
      public void commitTimers(Runnable change) {
        change.run();
      }
    };
  }
}
