package dev.foley.bench.chaos;

import dev.foley.bench.chaos.Verdict.End;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * The verdicts, counted.
 *
 * @param moments of all kills, in their order
 */
record Tally(List<KillMoment> moments, Collection<Verdict> verdicts) {
  static final List<String> HEADER = List.of("killed", "kills", "generations", "delivered", "cancelled", "unknown",
      "unheard", "asked again", "lost", "pending", "double");

  /** One for each kind of moment, and one for all. */
  List<List<String>> rows() {
    List<List<String>> rows = new ArrayList<>();
    for (KillMoment moment : KillMoment.values()) {
      if (moments.contains(moment)) {
        rows.add(of(moment).row(moment.words()));
      }
    }
    rows.add(row("all"));
    return rows;
  }

  private Tally of(KillMoment moment) {
    return new Tally(moments.stream().filter(moment::equals).toList(),
        verdicts.stream().filter(verdict -> verdict.asked().moment() == moment).toList());
  }

  private List<String> row(String name) {
    return List.of(name, Integer.toString(moments.size()), Integer.toString(generations()), count(End.DELIVERED),
        count(End.CANCELLED), count(End.UNKNOWN), count(End.UNHEARD), count(End.ASKED_AGAIN), count(End.LOST),
        count(End.LEFT_PENDING), Integer.toString(sum(Verdict::doubleSubmits) + sum(Verdict::doubleDeliveries)));
  }

  private String count(End end) {
    return Integer.toString(requests(end));
  }

  int generations() {
    return sum(verdict -> verdict.asked().ask().takes());
  }

  int requests(End end) {
    return (int) verdicts.stream().filter(verdict -> verdict.end() == end).count();
  }

  int sum(ToIntFunction<Verdict> figure) {
    return verdicts.stream().mapToInt(figure).sum();
  }

  List<Verdict> bad() {
    return verdicts.stream().filter(Verdict::isBad).toList();
  }
}
