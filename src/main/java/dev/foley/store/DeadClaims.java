package dev.foley.store;

import com.github.kagkarlsson.scheduler.task.Execution;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Tells whether a claim whose heartbeats are old belongs to a process that is dead.
 *
 * <p>One look does not tell. When the database comes back after a minute, or a whole machine wakes up, every heartbeat is old; and the
 * clock that wrote it is not the one that reads it. A process that lives has beaten again by the next look, two beats later. So the
 * claim of another instance counts as dead when two looks found the same heartbeat. A claim of our own whose step is not running any
 * more needs no second one: nobody else can finish it. Should an instance be frozen for so long and wake up all the same, it finds
 * that the row has another version by then. Thread-safe.
 */
final class DeadClaims {
  private static final int REMEMBERED = 10_000;

  private final String self;
  /** The heartbeat that was found last, by generation; those looked at first go first. Guarded by itself. */
  private final Map<String, Instant> found = new LinkedHashMap<>() {
    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
      return size() > REMEMBERED;
    }
  };

  /** @param self what this process signs its claims with */
  DeadClaims(String self) {
    this.self = self;
  }

  /** @param claim whose heartbeats are old, and whose step does not run here */
  boolean isDead(Execution claim) {
    if (self.equals(claim.pickedBy)) {
      return true;
    }
    synchronized (found) {
      Instant before = found.put(claim.getId(), claim.lastHeartbeat);
      return claim.lastHeartbeat.equals(before);
    }
  }
}
