package dev.foley.provider;

import java.time.Duration;

/** How long a model's jobs take, as its service says. */
public record UsualTime(Duration least, Duration most) {
  public UsualTime {
    if (!least.isPositive() || most.compareTo(least) < 0) {
      throw new IllegalArgumentException("usual time from " + least + " to " + most);
    }
  }
}
