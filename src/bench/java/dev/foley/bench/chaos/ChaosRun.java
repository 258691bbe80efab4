package dev.foley.bench.chaos;

import dev.foley.playground.Playground;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * One run: rounds of asking, killing and starting again, on one playground and one set of data. Requests are not waited for after each
 * kill, so that many a one is hit several times; now and then all are left in peace until each has come to its end.
 */
final class ChaosRun implements AutoCloseable {
  private static final int ROUNDS_WITHOUT_PEACE = 10;
  private static final int CHANNELS = 40;
  private static final Duration MOMENT_PATIENCE = Duration.ofSeconds(12);
  private static final Duration PEACE_PATIENCE = Duration.ofSeconds(90);
  private static final Duration LOOK = Duration.ofMillis(200);
  private static final Duration QUIET = Duration.ofSeconds(3);

  private final int kills;
  private final Random random;
  private final Consumer<String> say;
  private final Playground playground;
  private final Flights flights = new Flights();
  private final Patient bot;
  private final Members members;
  private final Trigger trigger;
  private final Asks asks;
  private final List<KillMoment> moments = new ArrayList<>();
  private int exitCode = -1;

  ChaosRun(int kills, long seed, Playground playground, Path directory, Consumer<String> say) throws IOException {
    this.kills = kills;
    this.random = new Random(seed);
    this.say = say;
    this.playground = playground;
    for (int i = 0; i < CHANNELS; i++) {
      playground.discord().world().createChannel(channel(i));
    }
    this.bot = new Patient(playground, flights, directory);
    this.members = new Members(playground.discord().control());
    this.trigger = new Trigger(bot::kill);
    this.asks = new Asks(playground.discord().world().members(), random);
    // Before the trigger's, so that what a kill cuts off has been recorded.
    Stream.<Consumer<Flights>>of(playground.aimlApi()::addHooks, playground.stability()::addHooks,
        playground.elevenLabs()::addHooks, playground.fal()::addHooks).forEach(service -> service.accept(flights));
    Moments.watch(playground, trigger, members);
  }

  /** @return the moments of all kills, in their order */
  List<KillMoment> go() throws IOException, InterruptedException, TimeoutException {
    bot.start();
    bot.awaitReady();
    playground.discord().control().awaitCommand("music", PEACE_PATIENCE);
    List<KillMoment> deck = new ArrayList<>();
    while (moments.size() < kills) {
      if (deck.isEmpty()) {
        deck.addAll(List.of(KillMoment.values()));
        deck.add(KillMoment.AT_RANDOM);
        Collections.shuffle(deck, random);
      }
      round(deck.removeLast());
      if (moments.size() % ROUNDS_WITHOUT_PEACE == 0) {
        peace();
      }
    }
    peace();
    // All has been told: whatever the bot still believes to be due would be told once more now.
    exitCode = bot.stop();
    bot.start();
    bot.awaitReady();
    TimeUnit.NANOSECONDS.sleep(QUIET.toNanos());
    return List.copyOf(moments);
  }

  List<Verdict> verdicts() {
    return members.all().stream().map(asked -> Verdict.of(seen(asked), flights)).toList();
  }

  Seen seen(Asked asked) {
    return Seen.of(asked, playground.discord().control());
  }

  Flights flights() {
    return flights;
  }

  Path log() {
    return bot.log();
  }

  /** Of the orderly stop at the end. */
  int exitCode() {
    return exitCode;
  }

  private void round(KillMoment planned) throws IOException, InterruptedException, TimeoutException {
    if (planned.needsNoRequest()) {
      killWhateverIsUnderWay(KillMoment.STARTED);
    } else {
      killed(withRequests(planned));
    }
    bot.start();
    if (planned == KillMoment.STARTING && moments.size() < kills) {
      TimeUnit.MILLISECONDS.sleep(random.nextInt(1500));
      bot.kill();
      killed(KillMoment.STARTING);
      bot.start();
    }
    bot.awaitReady();
  }

  private void killWhateverIsUnderWay(KillMoment moment) throws InterruptedException {
    ask(asks.any(channel(moments.size() % CHANNELS)), moment);
    TimeUnit.MILLISECONDS.sleep(random.nextInt(200));
    bot.kill();
    killed(moment);
  }

  private void killed(KillMoment moment) {
    moments.add(moment);
  }

  private KillMoment withRequests(KillMoment moment) throws InterruptedException {
    String channel = channel(moments.size() % CHANNELS);
    members.forgetPresses();
    trigger.set(moment, Duration.ofMillis(random.nextInt(4) == 0 ? random.nextInt(20) : 0));
    ask(asks.suiting(moment, channel), moment);
    for (int i = 1 + random.nextInt(3); i > 0; i--) {
      ask(asks.any(channel), moment);
    }
    if (moment == KillMoment.AT_RANDOM) {
      TimeUnit.MILLISECONDS.sleep(random.nextInt(2500));
      trigger.reached(moment);
    }
    if (trigger.await(MOMENT_PATIENCE)) {
      return moment;
    }
    bot.kill();
    return KillMoment.AT_RANDOM;
  }

  private void ask(Ask ask, KillMoment moment) {
    members.ask(ask, moment, moments.size() + 1);
  }

  /** Nothing is killed until each request has come to its end, or patience has. */
  private void peace() throws InterruptedException {
    long deadline = System.nanoTime() + PEACE_PATIENCE.toNanos();
    while (!members.look().isEmpty() && System.nanoTime() < deadline) {
      TimeUnit.NANOSECONDS.sleep(LOOK.toNanos());
    }
    List<Asked> open = members.open();
    say.accept(moments.size() + " kills, " + members.all().size() + " requests" + (open.isEmpty()
        ? ""
        : ", not at their end: " + String.join(", ", open.stream().map(Asked::word).toList())));
  }

  private static String channel(int number) {
    return "chaos-" + number;
  }

  @Override
  public void close() {
    bot.close();
  }
}
