package dev.foley.playground.services;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** The faults that a simulated service has been told to show: first planned, first shown. Thread-safe. */
public final class ServiceFaults {
  private static final int MAX_PLANNED = 1_000;

  private final BiPredicate<Fault, Fault.Moment> known;
  private final List<Planned> planned = new ArrayList<>(); // guarded by this
  private long lastId; // guarded by this

  /** @param known whether the service can show a fault then, if the fault {@linkplain Fault#fits fits} the moment */
  public ServiceFaults(BiPredicate<Fault, Fault.Moment> known) {
    this.known = known;
  }

  /**
   * A fault that has not been shown often enough yet.
   *
   * @param times how often it is still to be shown
   * @param prompt only for jobs whose prompt contains this; empty for all
   */
  public record Planned(long id, Fault.Moment at, Fault fault, int times, String prompt) {
    boolean concerns(Fault.Moment moment, String jobPrompt, @Nullable String status) {
      return at == moment && jobPrompt.contains(prompt)
          && !(fault instanceof Fault.Word word && !word.instead().equals(status));
    }
  }

  /** Plans a fault for the next {@code times} calls or jobs. */
  public Planned plan(Fault.Moment at, Fault fault, int times) {
    return plan(at, fault, times, "");
  }

  /**
   * Plans a fault for the next {@code times} calls or jobs whose prompt contains a text.
   *
   * @throws IllegalArgumentException if the fault cannot strike at that moment, or {@code times} is not 1 to 100,000
   * @throws IllegalStateException if a thousand are planned already
   */
  public synchronized Planned plan(Fault.Moment at, Fault fault, int times, String prompt) {
    if (!fault.fits(at) || !known.test(fault, at)) {
      throw new IllegalArgumentException(fault + " cannot strike at " + at);
    }
    if (times < 1 || times > 100_000) {
      throw new IllegalArgumentException("times " + times + " is not between 1 and 100000");
    }
    if (planned.size() == MAX_PLANNED) {
      throw new IllegalStateException(MAX_PLANNED + " faults are planned already: clear them first");
    }
    Planned added = new Planned(++lastId, at, fault, times, prompt);
    planned.add(added);
    return added;
  }

  /** What is still to be shown, in order. */
  public synchronized List<Planned> planned() {
    return List.copyOf(planned);
  }

  public synchronized void clear() {
    planned.clear();
  }

  /**
   * The fault to show now; counted as shown.
   *
   * @param status the status that a poll is about to answer; null elsewhere
   */
  public synchronized Optional<Fault> take(Fault.Moment moment, String prompt, @Nullable String status) {
    for (int i = 0; i < planned.size(); i++) {
      Planned candidate = planned.get(i);
      if (candidate.concerns(moment, prompt, status)) {
        if (candidate.times() == 1) {
          planned.remove(i);
        } else {
          planned.set(i, new Planned(candidate.id(), moment, candidate.fault(), candidate.times() - 1,
              candidate.prompt()));
        }
        return Optional.of(candidate.fault());
      }
    }
    return Optional.empty();
  }
}
