package dev.foley.discord.look;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foley.generation.Generation;
import dev.foley.generation.GenerationState;
import dev.foley.playground.discord.MessageView;
import java.nio.file.Path;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code /queue}, as members see it. */
class QueueOnLocalDiscordTest {
  @TempDir
  static Path directory;
  private static LookFixture foley;

  @BeforeAll
  static void start() throws Exception {
    foley = new LookFixture(directory);
  }

  @AfterAll
  static void stop() {
    foley.close();
  }

  @Test
  void nothingPendingIsASentence() throws Exception {
    MessageView answer = foley.answerTo(foley.local.newChannel(), "/queue");

    assertThat(answer.ephemeral()).isTrue();
    assertThat(LookFixture.card(answer)).contains("Nothing is pending here.");
  }

  @Test
  void whatIsPendingHereIsListedInItsOrder() throws Exception {
    String channel = foley.local.newChannel();
    foley.pending(foley.asked(channel, "/music prompt:**loud** rain"));
    foley.asked(channel, "/sound prompt:a door takes:2");
    foley.asked(foley.local.newChannel(), "/music prompt:elsewhere");

    MessageView answer = foley.answerTo("ben", channel, "/queue");
    String description = String.valueOf(answer.embeds().getFirst().description());
    assertThat(description.lines().filter(line -> line.startsWith("**"))).satisfiesExactly(
        line -> assertThat(line).matches("\\*\\*1\\*\\* · Music · <@\\d+> · “\\\\\\*\\\\\\*loud\\\\\\*\\\\\\* rain”"),
        line -> assertThat(line).startsWith("**2** · Sound effect · 2 takes · ").endsWith("“a door”"));
    assertThat(description).contains("-# Generating · asked <t:", "-# Queued · asked <t:").doesNotContain("elsewhere");
    assertThat(answer.mentions()).isEmpty();
    assertThat(answer.component("Cancel 1")).isEmpty(); // they are not ben's
  }

  @Test
  void theirOwnIsCancelledFromTheListWhichThenSaysSo() throws Exception {
    String channel = foley.local.newChannel();
    Generation generation = foley.asked(channel, "/sound prompt:a door takes:2");
    MessageView list = foley.answerTo(channel, "/queue");

    foley.local.members().press("mia", channel, list.id(), "Cancel 1").sent();

    MessageView after = foley.local.message(channel,
        view -> view.id().equals(list.id()) && LookFixture.card(view).contains("Cancelled"));
    assertThat(after.component("Cancel 1")).isEmpty();
    assertThat(foley.store.takes(generation.id()))
        .allSatisfy(take -> assertThat(take.state()).isInstanceOf(GenerationState.Failing.class));
  }

  @Test
  void aModeratorMayCancelEverybodysAndOthersMayNot() throws Exception {
    String channel = foley.local.newChannel();
    Generation generation = foley.asked(channel, "/music prompt:rain");
    MessageView list = foley.answerTo("ben", channel, "/queue");

    MessageView refusal = foley.answer(
        foley.local.members().pressForged("ben", channel, list.id(), "queue:" + generation.id()));
    assertThat(refusal.content()).isEqualTo("Only the author of a request, or a moderator, can cancel it.");
    assertThat(foley.store.find(generation.id()).orElseThrow().state()).isInstanceOf(GenerationState.Queued.class);

    MessageView moderators = foley.answerTo("ada", channel, "/queue");
    foley.local.members().press("ada", channel, moderators.id(), "Cancel 1").sent();
    Awaitility.await().until(() -> foley.store.find(generation.id()).orElseThrow()
        .state() instanceof GenerationState.Failing);
  }

  @Test
  void somebodyElsesPrivateRequestIsNotTold() throws Exception {
    String channel = foley.local.newChannel();
    foley.asked(channel, "/music prompt:secret garden private:true");

    String others = LookFixture.card(foley.answerTo("ada", channel, "/queue"));
    assertThat(others).contains("**1** · a private request\n").doesNotContain("secret", "<@");
    assertThat(LookFixture.card(foley.answerTo(channel, "/queue"))).contains("“secret garden”");
  }

  @Test
  void itWorksInDirectMessagesAndAfterARestart() throws Exception {
    foley.asked("@mia", "/music prompt:rain");
    MessageView list = foley.answerTo("@mia", "/queue");
    assertThat(LookFixture.card(list)).contains("“rain”");

    foley.local.restart();
    foley.local.members().press("mia", "@mia", list.id(), "Cancel 1").sent();
    MessageView after = foley.local.message("@mia",
        view -> view.id().equals(list.id()) && LookFixture.card(view).contains("Cancelled"));
    foley.local.members().press("mia", "@mia", after.id(), "Refresh").sent();
  }

  @Test
  void aForgedPressIsAnsweredPrivately() throws Exception {
    String channel = foley.local.newChannel();
    Generation generation = foley.delivered(channel, "/music prompt:rain");
    String message = foley.local.messages(channel).getFirst().id();
    for (String id : new String[]{"queue:ZZZZZZZZZZZZZ", "queue:x", "queue:" + generation.id()}) {
      MessageView refusal = foley.answer(foley.local.members().pressForged("mia", channel, message, id));
      assertThat(refusal.ephemeral()).isTrue();
      assertThat(refusal.content()).isNotEmpty();
    }
    assertThat(foley.local.messages(channel).getFirst().attachments()).isNotEmpty(); // the list did not take its place
  }
}
