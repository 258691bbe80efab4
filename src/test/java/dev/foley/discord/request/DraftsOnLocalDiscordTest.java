package dev.foley.discord.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foley.discord.BotOnLocalDiscord;
import dev.foley.discord.Features;
import dev.foley.discord.Models;
import dev.foley.discord.interaction.PreferenceSource;
import dev.foley.generation.Generation;
import dev.foley.generation.InMemoryGenerationStore;
import dev.foley.generation.Lineage;
import dev.foley.generation.policy.Budget;
import dev.foley.generation.policy.Limits;
import dev.foley.generation.policy.Tariff;
import dev.foley.playground.discord.MessageView;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What costs more than ten credits is asked about first. */
class DraftsOnLocalDiscordTest {
  private static final InMemoryGenerationStore STORE = new InMemoryGenerationStore();
  private static final Limits LIMITS = new Limits(Budget.UNLIMITED, Budget.UNLIMITED, OptionalInt.empty(),
      OptionalInt.empty(), Duration.ZERO, Optional.of(BigDecimal.TEN));
  /** 20 credits each. */
  private static final String DEAR = "/music prompt:rain model:long-audio seconds:12";

  @TempDir
  static Path spool;
  private static BotOnLocalDiscord local;
  private static Asked asked;

  @BeforeAll
  static void start() throws Exception {
    local = new BotOnLocalDiscord(STORE, Models.catalogue(),
        new Features.Policy(LIMITS, Tariff.DEFAULT, PreferenceSource.NONE));
    asked = new Asked(local, STORE, spool);
  }

  @AfterAll
  static void stop() {
    local.close();
  }

  @Test
  void whatIsCheapIsMadeAtOnce() throws Exception {
    assertThat(local.answerTo(local.newChannel(), "/music prompt:rain model:loops"))
        .matches(BotOnLocalDiscord::isQueued);
  }

  @Test
  void theQuestionNamesTheCostOfAllTakes() throws Exception {
    String channel = local.newChannel();
    MessageView question = local.answerTo(channel, DEAR + " takes:3");
    assertThat(question.content()).isEqualTo("This will cost about 60 Stability credits (0.60 USD) for 3 takes. "
        + "Nothing is sent before you say so.\n-# “rain” · long-audio");
    assertThat(question.components()).extracting("label").containsExactly("Make it", "Not now");
    assertThat(local.answerTo(channel, DEAR).content()).startsWith(
        "This will cost about 20 Stability credits (0.20 USD). Nothing is sent before you say so.");
  }

  @Test
  void makeItTurnsTheQuestionIntoThePendingReplyAfterARestart() throws Exception {
    String channel = local.newChannel();
    MessageView question = local.answerTo(channel, DEAR + " takes:2");
    local.restart();

    String press = local.members().press("mia", channel, "Make it").sent();
    MessageView reply = local.message(channel, BotOnLocalDiscord::isQueued);
    assertThat(reply.id()).isEqualTo(question.id());
    assertThat(reply.component("Make it")).isEmpty();
    Generation generation = asked.queued(reply);
    assertThat(generation.takes().count()).isEqualTo(2);
    assertThat(Long.toUnsignedString(generation.origin().interactionId())).isEqualTo(press);
    assertThat(local.messages(channel)).hasSize(1);
  }

  @Test
  void itIsMadeOnceHoweverOftenItIsPressed() throws Exception {
    String channel = local.newChannel();
    MessageView question = local.answerTo(channel, DEAR);
    String confirm = confirm(question);
    List<String> presses = List.of(local.members().pressForged("mia", channel, question.id(), confirm).sent(),
        local.members().pressForged("mia", channel, question.id(), confirm).sent());
    Generation made = asked.queued(local.message(channel, BotOnLocalDiscord::isQueued));
    for (String press : presses) {
      asked.heard(press);
    }

    local.restart();
    assertThat(asked.answer("mia", channel, question, confirm).content())
        .isEqualTo("This has been decided already. Use the command to ask again.");
    assertThat(STORE.unfinished(made.origin().channel())).containsExactly(made);
  }

  @Test
  void notNowSaysSoAndIsFinal() throws Exception {
    String channel = local.newChannel();
    MessageView question = local.answerTo(channel, DEAR);
    local.restart();
    local.members().press("mia", channel, "Not now").sent();
    MessageView dismissed = local.message(channel, view -> view.content().startsWith("Not made"));
    assertThat(dismissed.content()).isEqualTo("Not made, and nothing was charged.\n-# “rain” · long-audio");
    assertThat(dismissed.components()).isEmpty();

    for (String customId : List.of(confirm(question), confirm(question).replace("confirm", "dismiss"))) {
      MessageView sentence = asked.answer("mia", channel, dismissed, customId);
      assertThat(sentence.content()).startsWith("This has been decided already.");
      assertThat(sentence.ephemeral()).isTrue();
    }
  }

  @Test
  void nobodyElseDecides() throws Exception {
    String channel = local.newChannel();
    MessageView question = local.answerTo(channel, DEAR);
    for (String member : List.of("ben", "ada")) {
      for (String button : List.of("Make it", "Not now")) {
        MessageView refusal = local.answer(local.members().press(member, channel, question.id(), button).sent());
        assertThat(refusal.content()).isEqualTo("Only who asked for this can decide about it.");
        assertThat(refusal.ephemeral()).isTrue();
      }
    }
    assertThat(local.messages(channel)).containsExactly(question);
  }

  @Test
  void aForgedDraftIsAnsweredPrivately() throws Exception {
    String channel = local.newChannel();
    MessageView question = local.answerTo(channel, DEAR);
    for (String forged : List.of("confirm:x", "dismiss:", "confirm")) {
      assertThat(asked.answer("mia", channel, question, forged).content())
          .startsWith("I do not know what this button belongs to.");
    }
    assertThat(asked.answer("mia", channel, question, "confirm:ZZZZZZZZZZZZZ").content())
        .startsWith("This has been decided already.");
  }

  @Test
  void whatIsPrivateIsAskedAndMadeInPrivate() throws Exception {
    String channel = local.newChannel();
    assertThat(local.answerTo(channel, DEAR + " private:true").ephemeral()).isTrue();
    local.members().press("mia", channel, "Make it").sent();
    MessageView reply = local.message(channel, BotOnLocalDiscord::isQueued);
    assertThat(reply.ephemeral()).isTrue();
    assertThat(asked.queued(reply).origin().isPrivate()).isTrue();
  }

  @Test
  void inDirectMessagesAndWhereOnlyTheMemberHasInstalledTheBotItWorksToo() throws Exception {
    MessageView direct = local.answerTo("@mia", DEAR);
    asked.press("mia", "@mia", direct, confirm(direct));
    local.message("@mia", view -> view.id().equals(direct.id()) && BotOnLocalDiscord.isQueued(view));

    String channel = local.newChannel();
    local.answer(local.members().invoke("mia", channel, DEAR, "en-US", true).sent());
    local.members().press("mia", channel, "Make it").sent();
    local.message(channel, BotOnLocalDiscord::isQueued);
  }

  @Test
  void theButtonsBelowASoundAskToo() throws Exception {
    String channel = local.newChannel();
    Generation made = asked.made("mia", channel, "/music prompt:rain model:loops takes:2").getFirst();
    String form = local.members().pressForged("mia", channel, asked.newest("mia", channel).id(), "edit:" + made.id())
        .sent();
    asked.heard(form);
    MessageView question = local.answer(local.members().submit("mia", form, Map.of("model", "long-audio"))
        .sent());
    assertThat(question.content()).startsWith("This will cost about 40 Stability credits");

    local.members().press("mia", channel, question.id(), "Make it").sent();
    MessageView reply = local.message(channel, BotOnLocalDiscord::isQueued);
    assertThat(asked.queued(reply).lineage()).contains(new Lineage(made.id(), Lineage.Kind.EDIT));
  }

  @Test
  void aQuestionThatIsRemovedWhileItIsAnsweredIsTakenUpAllTheSame() throws Exception {
    String channel = local.newChannel();
    MessageView question = local.answerTo(channel, DEAR);
    int before = STORE.timers().size();
    BlockingQueue<Runnable> held = new LinkedBlockingQueue<>();
    local.work.set(held::add);
    try {
      local.members().press("mia", channel, question.id(), "Make it").sent();
      held.poll(10, TimeUnit.SECONDS).run();
      local.members().deleteMessage(channel, question.id());
      held.poll(10, TimeUnit.SECONDS).run();
    } finally {
      local.work.set(Thread::startVirtualThread);
    }
    assertThat(STORE.timers()).hasSize(before + 1);
  }

  @Test
  void whatCannotBeRecordedStaysToBeDecided() throws Exception {
    String channel = local.newChannel();
    MessageView question = local.answerTo(channel, DEAR);
    STORE.outOfOrder(true);
    try {
      assertThat(sentence("mia", channel, question)).contains("could not be recorded", "nothing was charged");
    } finally {
      STORE.outOfOrder(false);
    }
    local.members().press("mia", channel, "Make it").sent();
    local.message(channel, BotOnLocalDiscord::isQueued);
  }

  /** The private follow-up to a press that was acknowledged. */
  private static String sentence(String member, String channel, MessageView question) throws Exception {
    String press = local.members().press(member, channel, question.id(), "Make it").sent();
    return local.answer(press).content();
  }

  private static String confirm(MessageView question) {
    return Objects.requireNonNull(question.component("Make it").orElseThrow().customId());
  }
}
