package dev.foley;

import dev.foley.generation.Drafts;
import dev.foley.provider.Spool;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Throws away what is kept for a while only, at the start and every hour: copies of delivered files, and drafts nobody took up. */
final class Housekeeping {
  private static final Logger log = LoggerFactory.getLogger(Housekeeping.class);
  private static final Duration DRAFTS_LAST = Duration.ofDays(7);

  private final ScheduledExecutorService thread = Executors
      .newSingleThreadScheduledExecutor(Thread.ofVirtual().name("foley-housekeeping").factory());
  private final Spool spool;
  private final Drafts drafts;
  private final InstantSource clock;

  Housekeeping(Spool spool, Drafts drafts, InstantSource clock) {
    this.spool = spool;
    this.drafts = drafts;
    this.clock = clock;
  }

  @SuppressWarnings("FutureReturnValueIgnored") // it never completes, and a round never throws
  void start() {
    thread.scheduleWithFixedDelay(this::run, 0, 1, TimeUnit.HOURS);
  }

  /** One round; what fails is logged, and tried again in the next. */
  void run() {
    runOrLog("kept results", () -> {
      int removed = spool.sweepKept(clock.instant());
      if (removed > 0) {
        log.atInfo().addKeyValue("files", removed).log("Kept results removed");
      }
    });
    runOrLog("drafts", () -> drafts.removeBefore(clock.instant().minus(DRAFTS_LAST)));
  }

  private static void runOrLog(String what, Runnable task) {
    try {
      task.run();
    } catch (RuntimeException e) {
      log.atWarn().addKeyValue("what", what).setCause(e).log("Housekeeping failed; the next try comes in an hour");
    }
  }

  /** A round that is under way may end: each of its steps is short. */
  void close() throws InterruptedException {
    thread.shutdown();
    if (!thread.awaitTermination(5, TimeUnit.SECONDS)) {
      thread.shutdownNow();
    }
  }
}
