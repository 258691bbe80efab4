package dev.foley.bench.chaos;

import dev.foley.playground.services.ServiceHooks;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The services' own record of submits: which were under way when the bot was killed, and how many of each prompt were accepted. A service
 * calls its hooks for one submit on one thread. Thread-safe.
 */
final class Flights implements ServiceHooks {
  /**
   * An answer that left the service so shortly before the kill was still on its way, or about to be written down. On a machine with work
   * for its processors that takes a while.
   */
  private static final Duration ON_ITS_WAY = Duration.ofSeconds(1);

  /** No process submits anything so soon after it was started: what is received then was sent by the one before, in its last moment. */
  private static final Duration NOT_YET = Duration.ofMillis(300);

  /** One submit. Its fields are guarded by the list of all. */
  private static final class Flight {
    private final String prompt;
    private final int process;
    private @Nullable String job;
    private long answeredNanos;
    private boolean answered;

    Flight(String prompt, int process) {
      this.prompt = prompt;
      this.process = process;
    }
  }

  private final List<Flight> all = new ArrayList<>(); // guarded by itself
  private final List<Long> kills = new ArrayList<>(); // guarded by all
  private int process; // counts from 0; guarded by all
  private long startedNanos = System.nanoTime() - NOT_YET.toNanos(); // of that process; guarded by all
  private final Map<Thread, Flight> byThread = new ConcurrentHashMap<>();

  /** The bot is gone. What arrives from now on, before the next one starts, had left it before. */
  void killed() {
    synchronized (all) {
      kills.add(System.nanoTime());
    }
  }

  /** A new process begins. */
  void started() {
    synchronized (all) {
      process = kills.size();
      startedNanos = System.nanoTime();
    }
  }

  @Override
  public void submitReceived(String prompt) {
    synchronized (all) {
      boolean before = System.nanoTime() - startedNanos < NOT_YET.toNanos();
      Flight flight = new Flight(prompt, before ? Math.max(0, process - 1) : process);
      all.add(flight);
      byThread.put(Thread.currentThread(), flight);
    }
  }

  @Override
  public void beforeSubmitAnswer(String jobId) {
    change(flight -> flight.job = jobId);
  }

  @Override
  public void afterSubmitAnswer(String jobId) {
    change(flight -> {
      flight.answered = true;
      flight.answeredNanos = System.nanoTime();
    });
  }

  private interface Change {
    void make(Flight flight);
  }

  private void change(Change change) {
    Flight flight = byThread.get(Thread.currentThread());
    if (flight != null) {
      synchronized (all) {
        change.make(flight);
      }
    }
  }

  /** How many jobs were accepted whose prompt has this word. */
  int accepted(String word) {
    synchronized (all) {
      return (int) all.stream().filter(flight -> has(flight, word) && flight.job != null).count();
    }
  }

  /** How many submits with this word were under way when their process was killed. */
  int cutOff(String word) {
    synchronized (all) {
      return (int) all.stream().filter(flight -> has(flight, word) && isCutOff(flight)).count();
    }
  }

  /** One line for each submit with this word. */
  List<String> story(String word) {
    synchronized (all) {
      return all.stream().filter(flight -> has(flight, word))
          .map(flight -> "submit from process " + flight.process + ": "
              + (flight.job == null ? "not accepted" : flight.job)
              + (flight.answered ? ", answered" : ", not answered") + (isCutOff(flight) ? ", cut off by the kill" : ""))
          .toList();
    }
  }

  private static boolean has(Flight flight, String word) {
    return flight.prompt.contains(word);
  }

  private boolean isCutOff(Flight flight) {
    return flight.process < kills.size()
        && (!flight.answered || flight.answeredNanos > kills.get(flight.process) - ON_ITS_WAY.toNanos());
  }
}
