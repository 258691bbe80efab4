package dev.foley.bench.polling;

import dev.foley.bench.Series;
import java.util.ArrayList;
import java.util.List;

/** Adds up what following many jobs came to. One thread at a time. */
final class Tally {
  private final List<Double> latenesses = new ArrayList<>();
  private long asks;

  void add(Follower.Followed followed) {
    latenesses.add(followed.lateness());
    asks += followed.asks();
  }

  double lateness() {
    return latenesses.stream().mapToDouble(Double::doubleValue).average().orElse(0);
  }

  double quantile(double q) {
    return new Series(latenesses).quantile(q);
  }

  double asks() {
    return (double) asks / latenesses.size();
  }
}
