package dev.foley.bench.pending;

import java.util.List;

/**
 * What one process has measured.
 *
 * @param catchUpSeconds from the start of the timers, with every generation overdue, until each had been woken once, or patience was over
 * @param catchUpProcessorSeconds what that cost
 * @param peakMegabytes the most that was resident, of everything
 */
record Findings(double catchUpSeconds, double catchUpProcessorSeconds, List<Window> windows, double peakMegabytes) {
  /**
   * A few seconds of the steady state.
   *
   * @param lateness50 seconds
   * @param lateness99 seconds
   * @param ended generations that came to their end
   */
  record Window(double seconds, double processorSeconds, long wakings, double lateness50, double lateness99,
      long statements, long ended) {
    double cores() {
      return processorSeconds / seconds;
    }

    double wakingsPerSecond() {
      return wakings / seconds;
    }

    double microsPerWaking() {
      return 1e6 * processorSeconds / Math.max(1, wakings);
    }
  }
}
