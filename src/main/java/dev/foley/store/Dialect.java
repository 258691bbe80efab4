package dev.foley.store;

import com.github.kagkarlsson.scheduler.jdbc.JdbcCustomization;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import com.github.kagkarlsson.scheduler.jdbc.SqliteJdbcCustomization;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;

/** In what the two databases differ for those who use them. */
enum Dialect {
  /** A file of this process alone, which lets one transaction write at a time. */
  SQLITE {
    @Override
    JdbcCustomization scheduling() {
      return new SqliteJdbcCustomization();
    }

    @Override
    boolean isShared() {
      return false;
    }

    // A transaction begins IMMEDIATE here, so it is alone from its first statement on.
    @Override
    void oneAtATime(Handle transaction, Set<Long> keys) {}
  },

  /** A server on which several instances work. */
  POSTGRESQL {
    @Override
    JdbcCustomization scheduling() {
      return new PostgreSqlJdbcCustomization(false, false);
    }

    @Override
    boolean isShared() {
      return true;
    }

    // Each statement after this sees what those before it have committed, as READ COMMITTED has it. SERIALIZABLE would do without
    // locks, and refuse one of two orders that have nothing to do with each other whenever their rows share a page of an index.
    @Override
    void oneAtATime(Handle transaction, Set<Long> keys) {
      for (long key : new TreeSet<>(keys)) { // in one order, so that no two wait for each other
        transaction.createQuery("SELECT pg_advisory_xact_lock(:key)").bind("key", key).map((_, _) -> key).one();
      }
    }
  };

  /** How db-scheduler writes times, limits and claims. */
  abstract JdbcCustomization scheduling();

  /** Whether other processes may be at work on the same database. */
  abstract boolean isShared();

  /** Waits until no other transaction that named one of these keys is open, and lets none begin until this one ends. */
  abstract void oneAtATime(Handle transaction, Set<Long> keys);
}
