package dev.foley.discord.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foley.discord.BotOnLocalDiscord;
import dev.foley.discord.Models;
import dev.foley.generation.Generation;
import dev.foley.generation.InMemoryGenerationStore;
import dev.foley.generation.Lineage;
import dev.foley.playground.discord.InteractionView;
import dev.foley.playground.discord.MessageView;
import dev.foley.provider.Parameter;
import dev.foley.provider.ParameterValue;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The buttons Again and Longer under a sound, and Try again under a failure. */
class AgainOnLocalDiscordTest {
  private static final InMemoryGenerationStore STORE = new InMemoryGenerationStore();
  private static final String LINE = "/music prompt:rain model:long-audio seconds:12 seed:7";

  @TempDir
  static Path spool;
  private static BotOnLocalDiscord local;
  private static Asked asked;

  @BeforeAll
  static void start() throws Exception {
    local = new BotOnLocalDiscord(STORE, Models.catalogue());
    asked = new Asked(local, STORE, spool);
  }

  @AfterAll
  static void stop() {
    local.close();
  }

  @Test
  void againMakesTheSameWithAnotherSeedAsAMessageOfItsOwn() throws Exception {
    String channel = local.newChannel();
    Generation made = asked.made("mia", channel, LINE).getFirst();
    MessageView result = asked.newest("mia", channel);

    MessageView reply = asked.answer("mia", channel, result, "again:" + made.id());
    Generation again = asked.queued(reply);
    assertThat(reply.replyTo()).isEqualTo(result.id());
    assertThat(asked.newest("ben", channel).id()).isEqualTo(reply.id());
    assertThat(again.request().prompt()).isEqualTo("rain");
    assertThat(again.request().parameters()).isEqualTo(Map.of(Parameter.SECONDS, ParameterValue.of(12)));
    assertThat(again.lineage()).contains(new Lineage(made.id(), Lineage.Kind.AGAIN));
    assertThat(local.message(channel, view -> view.id().equals(result.id())).attachments()).hasSize(1);
  }

  @Test
  void longerMakesItAsLongAsItCanBePosted() throws Exception {
    String channel = local.newChannel();
    Generation made = asked.made("mia", channel, LINE).getFirst();

    Generation longer = asked
        .queued(asked.answer("mia", channel, asked.newest("mia", channel), "longer:" + made.id()));
    assertThat(longer.request().number(Parameter.SECONDS)).hasValueSatisfying(
        seconds -> assertThat(seconds).isEqualByComparingTo("190"));
    assertThat(longer.request().text(Parameter.FORMAT)).contains("mp3");
    assertThat(longer.request().number(Parameter.SEED)).isPresent();
    assertThat(longer.lineage()).contains(new Lineage(made.id(), Lineage.Kind.LONGER));
  }

  @Test
  void whatIsAsLongAsItGetsIsNotMadeAgain() throws Exception {
    String channel = local.newChannel();
    Generation made = asked.made("mia", channel, "/music prompt:rain model:loops seconds:47").getFirst();
    MessageView sentence = asked.answer("mia", channel, asked.newest("mia", channel), "longer:" + made.id());
    assertThat(sentence.content()).isEqualTo("This is as long as loops makes it, or as can be posted here.");
    assertThat(sentence.ephemeral()).isTrue();

    Generation spoken = asked.made("mia", channel, "/speak text:Hello.").getFirst();
    assertThat(asked.answer("mia", channel, asked.newest("mia", channel), "longer:" + spoken.id()).content())
        .isEqualTo("speaker decides by itself how long it is.");
  }

  @Test
  void somebodyElseIsToldOfRemixAndAModeratorIsSomebodyElse() throws Exception {
    String channel = local.newChannel();
    Generation made = asked.made("mia", channel, LINE).getFirst();
    MessageView result = asked.newest("mia", channel);
    for (String member : List.of("ben", "ada")) {
      for (String kind : List.of("again", "longer", "edit")) {
        MessageView refusal = asked.answer(member, channel, result, kind + ":" + made.id());
        assertThat(refusal.content()).startsWith("This is somebody else’s. Choose Apps › Remix");
        assertThat(refusal.ephemeral()).isTrue();
      }
    }
    assertThat(local.messages(channel)).extracting(MessageView::id).containsExactly(result.id());
  }

  @Test
  void allTakesAreMadeAgainAndWhatIsPrivateStaysPrivate() throws Exception {
    String channel = local.newChannel();
    Generation made = asked.made("mia", channel, LINE + " takes:3 private:true").getFirst();

    MessageView reply = asked.answer("mia", channel, asked.newest("mia", channel), "again:" + made.id());
    assertThat(reply.ephemeral()).isTrue();
    assertThat(asked.queued(reply).takes().count()).isEqualTo(3);
    assertThat(asked.queued(reply).origin().isPrivate()).isTrue();
  }

  @Test
  void itWorksAfterARestartInDirectMessages() throws Exception {
    Generation made = asked.made("mia", "@mia", LINE).getFirst();
    MessageView result = asked.newest("mia", "@mia");
    local.restart();

    for (String kind : List.of("again", "longer")) {
      Generation next = asked.queued(asked.answer("mia", "@mia", result, kind + ":" + made.id()));
      assertThat(next.origin().guild()).isEmpty();
      assertThat(next.lineage().map(Lineage::parent)).contains(made.id());
    }
  }

  @Test
  void aSecondClickIsNotASecondRequest() throws Exception {
    String channel = local.newChannel();
    Generation made = asked.made("mia", channel, LINE).getFirst();
    MessageView result = asked.newest("mia", channel);

    List<String> presses = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      presses.add(local.members().pressForged("mia", channel, result.id(), "again:" + made.id()).sent());
    }
    assertThat(List.of(local.answer(presses.getFirst()), local.answer(presses.getLast())))
        .anyMatch(BotOnLocalDiscord::isQueued)
        .anyMatch(said -> said.content().equals("This is being made already."));
  }

  @Test
  void aMessageThatIsGoneMeanwhileDoesNotMatter() throws Exception {
    String channel = local.newChannel();
    Generation made = asked.made("mia", channel, LINE).getFirst();
    MessageView result = asked.newest("mia", channel);
    AtomicReference<Runnable> held = new AtomicReference<>();
    local.work.set(held::set);
    String press;
    try {
      press = local.members().pressForged("mia", channel, result.id(), "again:" + made.id()).sent();
      Awaitility.await().atMost(BotOnLocalDiscord.PATIENCE).until(() -> held.get() != null);
    } finally {
      local.work.set(Thread::startVirtualThread);
    }
    local.members().deleteMessage(channel, result.id());
    held.get().run();

    assertThat(asked.queued(local.answer(press)).lineage().map(Lineage::parent)).contains(made.id());
  }

  @Test
  void tryAgainRepeatsTheVerySameInTheSameMessage() throws Exception {
    for (String kind : List.of("retry", "again")) { // as notices of failures carried it once
      String channel = local.newChannel();
      Generation failed = asked.failed("mia", channel, LINE);
      local.restart();

      asked.press("mia", channel, asked.newest("mia", channel), kind + ":" + failed.id());
      MessageView reply = local.message(channel, BotOnLocalDiscord::isQueued);
      assertThat(local.messages(channel)).hasSize(1);
      assertThat(asked.queued(reply).request()).isEqualTo(failed.request());
      assertThat(asked.queued(reply).lineage()).isEqualTo(Optional.empty());
    }
  }

  @Test
  void onlyTheAuthorMayTryAgain() throws Exception {
    String channel = local.newChannel();
    Generation failed = asked.failed("mia", channel, LINE);
    MessageView notice = asked.newest("mia", channel);
    for (String kind : List.of("retry", "again")) {
      MessageView refusal = asked.answer("ben", channel, notice, kind + ":" + failed.id());
      assertThat(refusal.content()).startsWith("Only the author of a request can try it again.");
      assertThat(refusal.ephemeral()).isTrue();
    }
    assertThat(local.messages(channel)).containsExactly(notice);
  }

  @Test
  void forgedButtonsAreAnsweredPrivately() throws Exception {
    String channel = local.newChannel();
    asked.made("mia", channel, LINE);
    MessageView result = asked.newest("mia", channel);
    for (String kind : List.of("retry", "again", "longer", "edit", "delete")) {
      for (String argument : List.of(":ZZZZZZZZZZZZZ", ":x", "", ":")) {
        MessageView refusal = asked.answer("mia", channel, result, kind + argument);
        assertThat(refusal.content()).startsWith("I do not know what this button belongs to.");
        assertThat(refusal.ephemeral()).isTrue();
      }
    }
  }

  @Test
  void whileTheDatabaseDoesNotAnswerAPressComesToNothingAndMayBeRepeated() throws Exception {
    String channel = local.newChannel();
    Generation made = asked.made("mia", channel, LINE).getFirst();
    MessageView result = asked.newest("mia", channel);
    STORE.outOfOrder(true);
    try {
      assertThat(asked.answer("mia", channel, result, "again:" + made.id()).content())
          .contains("could not be recorded", "nothing was charged");
    } finally {
      STORE.outOfOrder(false);
    }
    InteractionView repeated = asked.press("mia", channel, result, "again:" + made.id());
    asked.queued(local.answer(repeated.id()));
  }
}
