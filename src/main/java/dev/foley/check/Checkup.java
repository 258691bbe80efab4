package dev.foley.check;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets probes look side by side, and waits for none of them longer than it is told. */
public final class Checkup {
  private static final Logger log = LoggerFactory.getLogger(Checkup.class);

  private Checkup() {}

  /**
   * @param patience for all together; who has not answered then is interrupted
   * @return a finding of each probe, in the order of the probes
   */
  public static List<Finding> of(List<Probe> probes, Duration patience) throws InterruptedException {
    ExecutorService threads = Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("check-", 0).factory());
    try {
      List<Future<Finding>> looks = threads.invokeAll(probes.stream().map(Checkup::look).toList(),
          patience.toMillis(), TimeUnit.MILLISECONDS);
      List<Finding> findings = new ArrayList<>();
      for (int i = 0; i < looks.size(); i++) {
        findings.add(result(probes.get(i), looks.get(i), patience));
      }
      return findings;
    } finally {
      threads.shutdownNow(); // and not closed: that would wait for whoever does not hear the interrupt
    }
  }

  private static Callable<Finding> look(Probe probe) {
    return probe::look;
  }

  /** Of a look that has ended, in one way or another. */
  private static Finding result(Probe probe, Future<Finding> look, Duration patience) {
    return switch (look.state()) {
      case SUCCESS -> look.resultNow();
      case CANCELLED, RUNNING -> Finding.problem(probe.subject(), "No answer within " + patience.toSeconds() + " s.",
          "See whether it can be reached from here: a firewall, a proxy, a name that leads elsewhere.");
      case FAILED -> failed(probe, look.exceptionNow());
    };
  }

  private static Finding failed(Probe probe, Throwable failure) {
    log.atDebug().addKeyValue("subject", probe.subject()).setCause(failure).log("A probe failed");
    return Finding.problem(probe.subject(), "Could not be looked at (" + failure.getClass().getSimpleName() + ").",
        "FOLEY_LOG_LEVEL=debug shows why.");
  }
}
