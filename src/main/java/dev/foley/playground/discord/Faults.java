package dev.foley.playground.discord;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Faults that wait for requests, each bounded in count and time. Thread-safe. */
final class Faults {
  private static final int MAX_RULES = 1_000;
  private static final Duration LONGEST = Duration.ofHours(1);

  private static final class Rule {
    final Pattern pattern;
    final Fault fault;
    final Instant until;
    int left;

    Rule(Pattern pattern, Fault fault, int left, Instant until) {
      this.pattern = pattern;
      this.fault = fault;
      this.left = left;
      this.until = until;
    }
  }

  private final InstantSource clock;
  private final List<Rule> rules = new ArrayList<>();
  private boolean outage;

  Faults(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * @param route {@code "METHOD /path"} below the API's base, where {@code *} stands for one segment (or the method)
   *     and {@code **} for any number of them
   */
  synchronized void inject(String route, Fault fault, int times, Duration atMost) {
    if (rules.size() >= MAX_RULES) {
      throw new IllegalStateException("at most " + MAX_RULES + " faults can wait");
    }
    Duration lasting = atMost.compareTo(LONGEST) > 0 ? LONGEST : atMost;
    rules.add(new Rule(pattern(route), fault, times, clock.instant().plus(lasting)));
  }

  synchronized void clear() {
    rules.clear();
    outage = false;
  }

  synchronized void outage(boolean on) {
    outage = on;
  }

  synchronized boolean outage() {
    return outage;
  }

  /** Takes the first fault that fits; it counts as used. */
  synchronized Optional<Fault> take(String method, String path) {
    Instant now = clock.instant();
    rules.removeIf(rule -> rule.left <= 0 || now.isAfter(rule.until));
    for (Iterator<Rule> iterator = rules.iterator(); iterator.hasNext();) {
      Rule rule = iterator.next();
      if (rule.pattern.matcher(method + " " + path).matches()) {
        if (--rule.left == 0) {
          iterator.remove();
        }
        return Optional.of(rule.fault);
      }
    }
    return Optional.empty();
  }

  private static Pattern pattern(String route) {
    StringBuilder regex = new StringBuilder();
    for (int i = 0; i < route.length(); i++) {
      if (route.startsWith("**", i)) {
        regex.append(".*");
        i++;
      } else if (route.charAt(i) == '*') {
        regex.append("[^/ ]*");
      } else {
        regex.append(Pattern.quote(route.substring(i, i + 1)));
      }
    }
    return Pattern.compile(regex.toString());
  }
}
