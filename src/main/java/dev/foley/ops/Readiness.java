package dev.foley.ops;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs all checks at once, and waits for none of them longer than {@link #PATIENCE}: whoever asks has a time limit, too. */
final class Readiness {
  static final Duration PATIENCE = Duration.ofSeconds(2);

  private static final Logger log = LoggerFactory.getLogger(Readiness.class);

  private final Map<String, BooleanSupplier> checks;
  private final ExecutorService threads;
  private final Duration patience;

  Readiness(Map<String, BooleanSupplier> checks, ExecutorService threads) {
    this(checks, threads, PATIENCE);
  }

  Readiness(Map<String, BooleanSupplier> checks, ExecutorService threads, Duration patience) {
    for (String name : checks.keySet()) {
      if (!name.matches("[a-z][a-z0-9-]*")) {
        throw new IllegalArgumentException("not a name for a check: " + name);
      }
    }
    this.checks = new LinkedHashMap<>(checks);
    this.threads = threads;
    this.patience = patience;
  }

  /** @param passed by name */
  record Report(Map<String, Boolean> passed) {
    boolean ready() {
      return !passed.containsValue(false);
    }

    String json() {
      // Names need no escaping: the constructor saw to it.
      return passed.entrySet().stream().map(check -> "\"" + check.getKey() + "\":" + check.getValue())
          .collect(Collectors.joining(",", "{\"ready\":" + ready() + ",\"checks\":{", "}}\n"));
    }
  }

  Report look() {
    List<Callable<Boolean>> tasks = new ArrayList<>();
    checks.values().forEach(check -> tasks.add(check::getAsBoolean));
    Map<String, Boolean> passed = new LinkedHashMap<>();
    try {
      List<Future<Boolean>> results = threads.invokeAll(tasks, patience.toMillis(), TimeUnit.MILLISECONDS);
      int next = 0;
      for (String name : checks.keySet()) {
        passed.put(name, hasPassed(name, results.get(next++)));
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      checks.keySet().forEach(name -> passed.putIfAbsent(name, false));
    }
    return new Report(passed);
  }

  private static boolean hasPassed(String name, Future<Boolean> result) {
    return switch (result.state()) {
      case SUCCESS -> result.resultNow();
      case FAILED -> {
        log.atDebug().addKeyValue("check", name).setCause(result.exceptionNow()).log("Check failed");
        yield false;
      }
      case CANCELLED, RUNNING -> {
        log.atDebug().addKeyValue("check", name).log("Check took too long");
        yield false;
      }
    };
  }
}
