package dev.foley;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foley.generation.FakeClock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SteadyClockTest {
  private final FakeClock wall = new FakeClock();
  private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 7); // it may overflow
  private final SteadyClock clock = new SteadyClock(wall, nanos::get);
  private final Instant start = wall.instant();

  @Test
  void tellsTheHostsTime() {
    pass(Duration.ofMinutes(5));
    assertThat(clock.instant()).isEqualTo(start.plus(Duration.ofMinutes(5)));
  }

  @Test
  void followsAJumpForward() {
    wall.advance(Duration.ofHours(1));
    assertThat(clock.instant()).isEqualTo(start.plus(Duration.ofHours(1)));
  }

  @Test
  void goesOnSlowlyWhenTheHostsClockIsPutBackUntilThatHasCaughtUp() {
    wall.advance(Duration.ofHours(-1));
    assertThat(clock.instant()).isEqualTo(start);

    pass(Duration.ofMinutes(10));
    assertThat(clock.instant()).isEqualTo(start.plus(Duration.ofMinutes(5)));
    pass(Duration.ofMinutes(110));
    assertThat(clock.instant()).isEqualTo(start.plus(Duration.ofHours(1))).isEqualTo(wall.instant());
    pass(Duration.ofMinutes(1));
    assertThat(clock.instant()).isEqualTo(wall.instant());
  }

  private void pass(Duration time) {
    wall.advance(time);
    nanos.addAndGet(time.toNanos());
  }
}
