package dev.foley.bench.bots;

import dev.foley.playground.discord.InteractionView;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.awaitility.Awaitility;

/** Members in channels of their own, who all type {@code /music} at a given pace, whether they are answered or not. */
public final class Crowd {
  private static final int MEMBERS = 100;
  /** How long Discord waits; who answers later, or never, or "no", is counted with this. */
  private static final double TOO_LATE_MILLIS = 3_000;
  private static final int BATCH = 20;
  private static final double HURRIED = 400;
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Bot bot;
  private final int seconds;
  private int typed;

  /** @param seconds how long the sounds are that they ask for */
  public Crowd(Bot bot, int seconds) {
    this.bot = bot;
    this.seconds = seconds;
    for (int i = 0; i < MEMBERS; i++) {
      bot.playground().discord().world().addMember("member-" + i);
      bot.playground().discord().world().createChannel("room-" + i);
    }
  }

  /** Orders so many sounds, as fast as they are acknowledged, and waits until the service has all that were heard of. */
  public void order(int count) throws InterruptedException {
    long before = bot.playground().aimlApi().observations().submitsAccepted();
    int ordered = 0;
    while (ordered < count) {
      ordered += (int) type(BATCH, HURRIED).stream().filter(millis -> millis < TOO_LATE_MILLIS).count();
    }
    long expected = before + ordered;
    Awaitility.await(bot.kind().title() + " submits").atMost(Duration.ofSeconds(60))
        .until(() -> bot.playground().aimlApi().observations().submitsAccepted() >= expected);
  }

  /**
   * Types at a pace that does not wait for answers.
   *
   * @return how long each was unacknowledged, in milliseconds: from handing the event to the socket until the callback arrived
   */
  public List<Double> type(int count, double perSecond) throws InterruptedException {
    List<String> ids = new ArrayList<>();
    long start = System.nanoTime();
    for (int i = 0; i < count; i++) {
      long due = start + Math.round(TimeUnit.SECONDS.toNanos(1) * i / perSecond);
      for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
        LockSupport.parkNanos(left);
      }
      int who = typed++ % MEMBERS;
      ids.add(bot.members()
          .invoke("member-" + who, "room-" + who, "/music prompt:number " + typed + " seconds:" + seconds).sent());
    }
    List<Double> millis = new ArrayList<>();
    for (String id : ids) {
      millis.add(unacknowledged(id));
    }
    return millis;
  }

  private double unacknowledged(String id) throws InterruptedException {
    try {
      InteractionView seen = bot.members().awaitInteraction(id,
          interaction -> interaction.state() != InteractionView.State.WAITING, PATIENCE);
      return seen.deferred() ? Objects.requireNonNull(seen.acknowledgedMillis()) : TOO_LATE_MILLIS;
    } catch (TimeoutException _) {
      return TOO_LATE_MILLIS;
    }
  }

  /** How many sounds have arrived in their channels. */
  public long delivered() {
    return bot.playground().aimlApi().observations().downloads();
  }
}
