package dev.foley.discord.interaction;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class RightOfWayTest {
  private static final Duration FOR_EVER = Duration.ofHours(1);

  private final RightOfWay way = new RightOfWay(FOR_EVER);

  @Test
  void nobodyWaitsWhereNobodyIsOnIt() {
    way.giveWay();

    way.claim();
    way.release();
    way.giveWay();
  }

  @Test
  void whoGivesWayGoesOnWhenTheLastHasPassed() throws Exception {
    way.claim();
    way.claim();
    Thread other = Thread.ofPlatform().start(way::giveWay);
    await().atMost(10, SECONDS).until(() -> other.getState() == Thread.State.TIMED_WAITING);

    way.release();
    assertThat(other.join(Duration.ofMillis(100))).isFalse();
    way.release();
    assertThat(other.join(Duration.ofSeconds(10))).isTrue();
  }

  @Test
  void nobodyWaitsForLong() {
    RightOfWay usual = new RightOfWay();
    usual.claim();

    usual.giveWay();
  }

  @Test
  void whoIsInterruptedGoesOnAndStaysInterrupted() {
    way.claim();
    Thread.currentThread().interrupt();

    way.giveWay();

    assertThat(Thread.interrupted()).isTrue();
  }
}
