package dev.foley.ops.metrics;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is looked at when somebody asks, rather than counted as it happens. Only {@link #stored} may wait, or throw. */
public interface Readings {
  /** Of the program. */
  String version();

  Gateway gateway();

  Intake intake();

  List<Service> services();

  Scheduler scheduler();

  Pool pool();

  Disk disk();

  /**
   * Asks the database.
   *
   * @throws dev.foley.generation.StoreException if it does not answer
   */
  Stored stored();

  /**
   * The connection to Discord.
   *
   * @param shards of this instance; 0 before the first log-in has worked
   * @param guilds as seen by them
   * @param ping of the slowest shard; empty before the first heartbeat
   * @param resumed sessions that were taken up again where they broke off
   * @param begunAnew sessions that could not be
   */
  record Gateway(int shards, int connected, int guilds, Optional<Duration> ping, long resumed, long begunAnew) {}

  /**
   * What is on its way from Discord's threads into the store.
   *
   * @param refused since the start, for want of a permit
   */
  record Intake(int permits, int inUse, long refused) {}

  /**
   * A service.
   *
   * @param leftAlone because it keeps failing
   * @param waiting generations that wait for room there, as this instance knows
   */
  record Service(String provider, boolean leftAlone, int waiting) {}

  /**
   * What wakes generations.
   *
   * @param isAlive whether it has made a round of late
   * @param busy of so many workers
   */
  record Scheduler(boolean isAlive, int workers, int busy) {}

  /**
   * Connections to the database.
   *
   * @param waiting who wants one and has to wait
   */
  record Pool(int active, int idle, int waiting) {}

  /** Where the data directory lies; bytes. */
  record Disk(long free, long size) {}

  /**
   * What the database says, of all instances together.
   *
   * @param unfinished generations, by the name of their state
   * @param timersDue which nobody has taken up yet
   * @param oldestDue for how long the first of them has been due; zero where none is
   */
  record Stored(Map<String, Long> unfinished, long timersDue, Duration oldestDue) {}
}
