package dev.foley;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foley.playground.Playground;
import dev.foley.playground.demo.BotProcess;
import dev.foley.playground.demo.Demo;
import dev.foley.playground.discord.MemberControl;
import dev.foley.playground.discord.MessageView;
import dev.foley.playground.discord.Moment;
import dev.foley.playground.services.Fault;
import dev.foley.playground.services.ServiceHooks;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The real process, killed or stopped at the moments that matter and started again: the sound arrives once, paid for once. */
class KilledBotTest {
  /** When the bot is killed. */
  enum When {
    POLLED, DOWNLOADING, UPLOADED, POSTED
  }

  @TempDir
  private Path directory;

  @ParameterizedTest
  @EnumSource(When.class)
  void theSoundArrivesOnceAndIsSubmittedOnce(When when) throws Exception {
    try (Playground playground = WholeBot.newPlayground()) {
      MemberControl member = playground.discord().control();
      BotProcess first = start(playground);
      CountDownLatch reached = new CountDownLatch(1);
      member.awaitCommand("music", WholeBot.PATIENCE);
      String id = member.invoke("mia", "music", "/music prompt:killed when " + when + " seconds:2").sent();
      if (when == When.POSTED || when == When.UPLOADED) {
        // The reply's token is used up, so that the result is a message of its own: the case that could be posted twice.
        member.awaitInteraction(id, seen -> seen.acknowledged() && seen.responses().stream()
            .anyMatch(message -> !message.loading()), WholeBot.PATIENCE);
        member.expireToken(id);
      }
      at(when, playground, reached::countDown);

      assertThat(reached.await(WholeBot.PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
      first.kill();
      playground.discord().faults().clear();
      awaitOffline(playground);

      try (BotProcess second = start(playground)) {
        member.awaitMessage("mia", "music", seen -> !seen.attachments().isEmpty(), WholeBot.PATIENCE);
        awaitSettled(playground, second);
        assertThat(sounds(member)).hasSize(1);
        assertThat(playground.aimlApi().observations().submits())
            .filteredOn(submit -> submit.prompt().startsWith("killed")).hasSize(1);
        assertThat(second.stop()).isZero();
      }
    }
  }

  @Test
  void aKillWithinTheSubmitIsToldAndNotRepeated() throws Exception {
    try (Playground playground = WholeBot.newPlayground()) {
      MemberControl member = playground.discord().control();
      BotProcess first = start(playground);
      CountDownLatch reached = new CountDownLatch(1);
      CountDownLatch killed = new CountDownLatch(1);
      playground.aimlApi().addHooks(new ServiceHooks() {
        @Override
        public void beforeSubmitAnswer(String jobId) {
          reached.countDown();
          try {
            killed.await(WholeBot.PATIENCE.toSeconds(), TimeUnit.SECONDS);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        }
      });
      member.awaitCommand("music", WholeBot.PATIENCE);
      String id = member.invoke("mia", "music", "/music prompt:in flight seconds:2").sent();
      assertThat(reached.await(WholeBot.PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
      first.kill();
      killed.countDown();
      awaitOffline(playground);

      try (BotProcess second = start(playground)) {
        MessageView told = member.awaitInteraction(id, Demo::isFinal, WholeBot.PATIENCE).responses().getFirst();
        assertThat(WholeBot.text(told)).contains("not known whether it arrived");
        assertThat(told.component("Try again")).isPresent();
        assertThat(playground.aimlApi().observations().submitsReceived()).isEqualTo(1);
        assertThat(second.isAlive()).isTrue();
      }
    }
  }

  /** The crash test found replies that said "thinking…" for ever: Discord had heard "heard you", and the row was not there yet. */
  @Test
  void aKillRightAfterTheAcknowledgementLeavesNobodyWaiting() throws Exception {
    try (Playground playground = WholeBot.newPlayground()) {
      MemberControl member = playground.discord().control();
      BotProcess first = start(playground);
      CountDownLatch killed = new CountDownLatch(1);
      member.awaitCommand("music", WholeBot.PATIENCE);
      playground.discord().faults().at(Moment.INTERACTION_ANSWERED, () -> {
        try {
          first.kill();
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
        killed.countDown();
      });
      String id = member.invoke("mia", "music", "/music prompt:promised seconds:2").sent();
      assertThat(killed.await(WholeBot.PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
      playground.discord().faults().clear();
      awaitOffline(playground);
      assertThat(member.interaction(id).responses()).allMatch(MessageView::loading);

      try (BotProcess second = start(playground)) {
        MessageView told = member.awaitInteraction(id,
            seen -> seen.responses().stream().noneMatch(MessageView::loading), WholeBot.PATIENCE).responses()
            .getFirst();
        assertThat(told.content()).isEqualTo(
            "I was restarted before I could answer this. Nothing was charged; please ask again.");
        assertThat(playground.aimlApi().observations().submitsReceived()).isZero();
        assertThat(second.isAlive()).isTrue();
      }
    }
  }

  @Test
  void aStopWithinTheSubmitWaitsForItsAnswerAndTheNextStartGoesOn() throws Exception {
    try (Playground playground = WholeBot.newPlayground()) {
      MemberControl member = playground.discord().control();
      CountDownLatch reached = new CountDownLatch(1);
      playground.aimlApi().addHooks(new ServiceHooks() {
        @Override
        public void submitReceived(String prompt) {
          reached.countDown();
        }
      });
      playground.aimlApi().faults().plan(Fault.Moment.SUBMIT, new Fault.Hang(3), 1);
      BotProcess first = start(playground);
      member.awaitCommand("music", WholeBot.PATIENCE);
      String id = member.invoke("mia", "music", "/music prompt:slow to answer seconds:2").sent();
      assertThat(reached.await(WholeBot.PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();

      assertThat(first.stop()).isZero();

      try (BotProcess second = start(playground)) {
        MessageView answer = member.awaitInteraction(id, Demo::isFinal, WholeBot.PATIENCE).responses()
            .getFirst();
        assertThat(answer.attachments()).hasSize(1);
        assertThat(playground.aimlApi().observations().submitsReceived()).isEqualTo(1);
        assertThat(second.isAlive()).isTrue();
      }
    }
  }

  private static void at(When when, Playground playground, Runnable action) {
    switch (when) {
      case POLLED -> playground.aimlApi().addHooks(new ServiceHooks() {
        @Override
        public void polled(String jobId) {
          action.run();
        }
      });
      case DOWNLOADING -> playground.aimlApi().addHooks(new ServiceHooks() {
        @Override
        public void downloadStarted(String jobId) {
          action.run();
        }
      });
      case UPLOADED -> playground.discord().faults().at(Moment.UPLOAD_RECEIVED, action);
      // Not the first words of a reply, which stand in the channel an instant before their own moment comes.
      case POSTED -> playground.discord().faults().at(Moment.MESSAGE_CREATED, () -> {
        if (!sounds(playground.discord().control()).isEmpty()) {
          action.run();
        }
      });
    }
  }

  private BotProcess start(Playground playground) throws Exception {
    return BotProcess.start(BotCommand.run(), WholeBot.environment(playground, directory, Map.of()),
        directory.resolve("bot.log"));
  }

  private static void awaitOffline(Playground playground) {
    Awaitility.await().atMost(WholeBot.PATIENCE)
        .until(() -> playground.discord().world().connectedSessions() == 0);
  }

  /** Commands and messages of the first process are still there, so neither says that the second one is. */
  private static void awaitOnline(Playground playground) {
    Awaitility.await().atMost(WholeBot.PATIENCE)
        .until(() -> playground.discord().world().connectedSessions() == 1);
  }

  /** The second process has written down that it delivered: its next generation goes through, after which nothing old is due. */
  private static void awaitSettled(Playground playground, BotProcess bot) throws Exception {
    awaitOnline(playground);
    MemberControl member = playground.discord().control();
    String next = member.invoke("ben", "music", "/music prompt:and another seconds:1").sent();
    member.awaitInteraction(next, Demo::isFinal, WholeBot.PATIENCE);
    assertThat(bot.isAlive()).isTrue();
  }

  private static List<MessageView> sounds(MemberControl member) {
    return member.messages("mia", "music").stream()
        .filter(message -> message.attachments().stream().anyMatch(file -> file.filename().startsWith("killed")))
        .toList();
  }
}
