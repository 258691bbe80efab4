package dev.foley.discord.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foley.discord.BotOnLocalDiscord;
import dev.foley.discord.Models;
import dev.foley.generation.Generation;
import dev.foley.generation.InMemoryGenerationStore;
import dev.foley.playground.discord.InteractionView;
import dev.foley.playground.discord.MessageView;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The button Delete under a sound. */
class DeleteOnLocalDiscordTest {
  private static final InMemoryGenerationStore STORE = new InMemoryGenerationStore();

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
  void itsAuthorRemovesItAfterARestart() throws Exception {
    String channel = local.newChannel();
    Generation made = asked.made("mia", channel, "/music prompt:rain").getFirst();
    local.restart();
    delete("mia", channel, made);
    awaitEmpty(channel);
  }

  @Test
  void aModeratorRemovesItAndOthersDoNot() throws Exception {
    String channel = local.newChannel();
    Generation made = asked.made("mia", channel, "/music prompt:rain").getFirst();
    MessageView refusal = asked.answer("ben", channel, asked.newest("ben", channel), "delete:" + made.id());
    assertThat(refusal.content()).isEqualTo("Only its author, or a moderator, can remove this.");
    assertThat(refusal.ephemeral()).isTrue();
    assertThat(local.messages(channel)).hasSize(1);

    delete("ada", channel, made);
    awaitEmpty(channel);
  }

  @Test
  void inDirectMessagesAndInPrivateItsAuthorRemovesIt() throws Exception {
    Generation direct = asked.made("mia", "@mia", "/music prompt:rain").getFirst();
    int before = local.messages("@mia").size();
    delete("mia", "@mia", direct);
    Awaitility.await().atMost(BotOnLocalDiscord.PATIENCE)
        .untilAsserted(() -> assertThat(local.messages("@mia")).hasSize(before - 1));

    String channel = local.newChannel();
    delete("mia", channel, asked.made("mia", channel, "/music prompt:rain private:true").getFirst());
    awaitEmpty(channel);
  }

  @Test
  void withAForgedButtonNobodyRemovesSomebodyElsesMessage() throws Exception {
    String channel = local.newChannel();
    asked.made("mia", channel, "/music prompt:rain");
    MessageView mias = asked.newest("ben", channel);
    Generation bens = asked.made("ben", channel, "/music prompt:rain").getFirst();

    MessageView refusal = asked.answer("ben", channel, mias, "delete:" + bens.id());
    assertThat(refusal.content()).isEqualTo("Only its author, or a moderator, can remove this.");
    assertThat(local.messages(channel)).hasSize(2);
  }

  @Test
  void whatIsStillBeingMadeIsCancelledInstead() throws Exception {
    String channel = local.newChannel();
    Generation pending = local.generation(local.answerTo(channel, "/music prompt:rain"));
    assertThat(asked.answer("mia", channel, asked.newest("mia", channel), "delete:" + pending.id()).content())
        .isEqualTo("This is still being made. Stop it with Cancel instead.");
  }

  @Test
  void aMessageThatIsGoneAlreadyIsNoTrouble() throws Exception {
    String channel = local.newChannel();
    Generation made = asked.made("mia", channel, "/music prompt:rain").getFirst();
    MessageView result = asked.newest("mia", channel);
    BlockingQueue<Runnable> held = new LinkedBlockingQueue<>();
    local.work.set(held::add);
    try {
      String press = local.members().pressForged("mia", channel, result.id(), "delete:" + made.id()).sent();
      held.poll(10, TimeUnit.SECONDS).run();
      asked.heard(press);
      local.members().deleteMessage(channel, result.id());
      held.poll(10, TimeUnit.SECONDS).run();
      assertThat(local.members().interaction(press).responses()).isEmpty();
    } finally {
      local.work.set(Thread::startVirtualThread);
    }
    assertThat(local.messages(channel)).isEmpty();
  }

  private static void delete(String member, String channel, Generation made) throws Exception {
    InteractionView press = asked.press(member, channel, asked.newest(member, channel), "delete:" + made.id());
    assertThat(press.responses()).isEqualTo(List.of());
  }

  private static void awaitEmpty(String channel) {
    Awaitility.await().atMost(BotOnLocalDiscord.PATIENCE)
        .untilAsserted(() -> assertThat(local.messages(channel)).isEmpty());
  }
}
