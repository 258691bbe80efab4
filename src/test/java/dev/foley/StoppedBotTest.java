package dev.foley;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foley.playground.Playground;
import dev.foley.playground.demo.BotProcess;
import dev.foley.playground.demo.Demo;
import dev.foley.playground.discord.MemberControl;
import dev.foley.playground.discord.MessageView;
import dev.foley.playground.services.Fault;
import dev.foley.playground.services.Fault.Moment;
import dev.foley.playground.services.ServiceObservations;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SIGTERM under load: nothing new is taken, what is in hand ends, the rest is left to the next start, which finishes all of it once. */
class StoppedBotTest {
  private static final int OF_EACH = 10;
  /** More are asked for than the service takes at once, so that some are still queued. */
  private static final String CONFIG = """
      providers:
        aimlapi: {inFlight: 12, perSecond: 1000}
      limits: {pendingPerMember: 500, pendingPerChannel: 500}
      """;

  @TempDir
  private Path directory;

  @Test
  void whatIsInHandEndsAndTheNextStartFinishesTheRestOnce() throws Exception {
    try (Playground playground = WholeBot.newPlayground(); BotProcess first = start(playground)) {
      playground.discord().faults().enforceRateLimits(false);
      MemberControl member = playground.discord().control();
      playground.aimlApi().faults().plan(Moment.SUBMIT, new Fault.Hang(4), 2 * OF_EACH, "slow submit");
      playground.aimlApi().faults().plan(Moment.DOWNLOAD, new Fault.Hang(3), OF_EACH, "slow download");
      BotHost.awaitOnline(playground);
      List<String> asked = new ArrayList<>();
      for (int i = 0; i < OF_EACH; i++) {
        for (String kind : List.of("slow download", "plain", "slow submit", "plain too", "slow submit too")) {
          asked.add(BotHost.ask(playground, "mia", "/music prompt:" + kind + " " + i + " seconds:1"));
        }
      }
      ServiceObservations seen = playground.aimlApi().observations();
      Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> seen.submitsReceived() >= 2 * OF_EACH
          && seen.downloads() > 0);

      CompletableFuture<Integer> exit = CompletableFuture.supplyAsync(() -> stop(first));
      askUntilItIsRestarting(playground, asked);

      assertThat(exit.get(45, TimeUnit.SECONDS)).isZero(); // the grace is 35 s
      assertThat(BotHost.log(directory)).doesNotContain("OUTCOME_UNKNOWN").doesNotContain("\tat ");
      long submitted = seen.submitsReceived();
      assertThat(submitted).isLessThan(asked.size());

      try (BotProcess second = start(playground)) {
        for (String id : asked) {
          MessageView answer = member.awaitInteraction(id, Demo::isFinal, Duration.ofMinutes(2)).responses()
              .getFirst();
          assertThat(answer.attachments()).as(WholeBot.text(answer)).hasSize(1);
        }
        assertThat(second.stop()).isZero();
      }
      assertThat(seen.submitsReceived()).isEqualTo(asked.size());
      assertThat(member.messages("mia", "music")).filteredOn(message -> !message.attachments().isEmpty())
          .hasSize(asked.size());
    }
  }

  /** What is still taken has to be delivered like everything else; in between, who comes in the very moment of the stop reads "busy". */
  private static void askUntilItIsRestarting(Playground playground, List<String> asked) throws Exception {
    for (MessageView heard = null; heard == null || !heard.content().startsWith("I am restarting");) {
      String id = BotHost.ask(playground, "ben", "/music prompt:too late " + asked.size() + " seconds:1");
      heard = playground.discord().control().interaction(id).responses().getFirst();
      if (!heard.ephemeral()) {
        asked.add(id);
      }
    }
  }

  private BotProcess start(Playground playground) throws Exception {
    Path config = Files.writeString(directory.resolve("stopped.yaml"), CONFIG);
    return BotHost.start(playground, directory, Map.of("FOLEY_CONFIG", config.toString()), List.of());
  }

  private static int stop(BotProcess bot) {
    try {
      return bot.stop();
    } catch (InterruptedException e) {
      throw new CompletionException(e);
    }
  }
}
