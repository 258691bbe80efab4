package dev.foley.discord.interaction;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class RightOfWayTest {
  private final List<Runnable> later = new ArrayList<>();
  private final RightOfWay way = new RightOfWay(later::add);

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
    await().atMost(10, SECONDS).until(() -> other.getState() == Thread.State.WAITING);

    way.release();
    assertThat(other.join(Duration.ofMillis(100))).isFalse();
    way.release();
    assertThat(other.join(Duration.ofSeconds(10))).isTrue();
  }

  @Test
  void oneTimerIsEnoughForAllWhoWait() throws Exception {
    way.claim();
    Thread one = Thread.ofPlatform().start(way::giveWay);
    Thread other = Thread.ofPlatform().start(way::giveWay);
    await().atMost(10, SECONDS)
        .until(() -> one.getState() == Thread.State.WAITING && other.getState() == Thread.State.WAITING);

    assertThat(later).hasSize(1);
    later.getFirst().run();
    assertThat(one.join(Duration.ofSeconds(10)) && other.join(Duration.ofSeconds(10))).isTrue();

    Thread third = Thread.ofPlatform().start(way::giveWay);
    await().atMost(10, SECONDS).until(() -> third.getState() == Thread.State.WAITING);
    assertThat(later).as("the next one's").hasSize(2);
    way.release();
    assertThat(third.join(Duration.ofSeconds(10))).isTrue();
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
