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
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs all checks at once, and waits for none of them longer than {@link #PATIENCE}: whoever asks has a time limit, too. */
final class Readiness {
  static final Duration PATIENCE = Duration.ofSeconds(2);

  private static final Logger log = LoggerFactory.getLogger(Readiness.class);

  private final List<Check> checks;
  private final ExecutorService threads;
  private final Duration patience;

  Readiness(List<Check> checks, ExecutorService threads) {
    this(checks, threads, PATIENCE);
  }

  Readiness(List<Check> checks, ExecutorService threads, Duration patience) {
    this.checks = List.copyOf(checks);
    this.threads = threads;
    this.patience = patience;
  }

  /**
   * How it went.
   *
   * @param passed by name
   * @param reasons why not, by the names of those that have failed
   */
  record Report(Map<String, Boolean> passed, Map<String, String> reasons) {
    boolean ready() {
      return !passed.containsValue(false);
    }

    /** Nothing needs escaping: {@link Check} sees to it. */
    String json() {
      String checks = object(passed, String::valueOf);
      return "{\"ready\":" + ready() + ",\"checks\":" + checks
          + (reasons.isEmpty() ? "" : ",\"reasons\":" + object(reasons, text -> "\"" + text + "\"")) + "}\n";
    }

    private static <V> String object(Map<String, V> values, Function<V, String> value) {
      return values.entrySet().stream().map(entry -> "\"" + entry.getKey() + "\":" + value.apply(entry.getValue()))
          .collect(Collectors.joining(",", "{", "}"));
    }
  }

  Report look() {
    List<Callable<Boolean>> tasks = new ArrayList<>();
    checks.forEach(check -> tasks.add(check.passes()::getAsBoolean));
    Map<String, Boolean> passed = new LinkedHashMap<>();
    try {
      List<Future<Boolean>> results = threads.invokeAll(tasks, patience.toMillis(), TimeUnit.MILLISECONDS);
      int next = 0;
      for (Check check : checks) {
        passed.put(check.name(), hasPassed(check.name(), results.get(next++)));
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      checks.forEach(check -> passed.putIfAbsent(check.name(), false));
    }
    Map<String, String> reasons = new LinkedHashMap<>();
    checks.stream().filter(check -> Boolean.FALSE.equals(passed.get(check.name())))
        .forEach(check -> reasons.put(check.name(), check.otherwise()));
    return new Report(passed, reasons);
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
