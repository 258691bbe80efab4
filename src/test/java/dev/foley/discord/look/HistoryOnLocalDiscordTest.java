package dev.foley.discord.look;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foley.discord.Samples;
import dev.foley.generation.Generation;
import dev.foley.generation.GenerationId;
import dev.foley.generation.Takes;
import dev.foley.playground.discord.MessageView;
import dev.foley.provider.FailureReason;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code /history}, as members see it. */
class HistoryOnLocalDiscordTest {
  @TempDir
  Path directory;
  private LookFixture foley;

  @BeforeEach
  void start() throws Exception {
    foley = new LookFixture(directory);
  }

  @AfterEach
  void stop() {
    foley.close();
  }

  @Test
  void eachRequestHasItsWordsAndAWayToItsMessage() throws Exception {
    String channel = foley.local.newChannel();
    Generation delivered = foley.delivered(channel, "/music prompt:rain seconds:12");
    foley.failed(foley.asked(channel, "/sound prompt:a door"), FailureReason.CONTENT_REFUSED);

    MessageView answer = foley.answerTo(channel, "/history");
    String card = LookFixture.card(answer);
    assertThat(answer.ephemeral()).isTrue();
    assertThat(card).contains(" · Music · “rain”\n-# Delivered · 12 s · stable-audio · [open]("
        + MessageLinks.of(delivered).orElseThrow() + ") · " + delivered.id())
        .contains(" · Sound effect · “a door”\n-# Failed · stable-audio · ");
    assertThat(card.indexOf("a door")).isLessThan(card.indexOf("rain"));
  }

  @Test
  void pagesAreTurnedInBothDirectionsAlsoAfterARestart() throws Exception {
    String channel = foley.local.newChannel();
    Generation asked = foley.asked(channel, "/music prompt:number 1 of many");
    for (int i = 2; i <= 19; i++) {
      GenerationId id = new GenerationId("%013d".formatted(Long.parseLong(asked.id().value()) + i));
      foley.store.insert(List.of(Generation.queued(id, asked.origin(), Samples.request("number " + i + " of many"),
          Takes.single(id), asked.createdAt())));
    }
    MessageView list = foley.answerTo(channel, "/history");
    assertThat(list.component("Newer")).isEmpty();

    MessageView second = turned(channel, list, "Older", "number 11 of");
    assertThat(LookFixture.card(second)).contains("number 4 of").doesNotContain("number 12 of", "number 3 of");
    foley.local.restart();
    MessageView last = turned(channel, second, "Older", "number 1 of");
    assertThat(last.component("Older")).isEmpty();
    MessageView back = turned(channel, last, "Newer", "number 11 of");
    assertThat(LookFixture.card(back)).contains("number 4 of");
    MessageView first = turned(channel, back, "Newer", "number 19 of");
    assertThat(LookFixture.card(first)).contains("number 12 of");
    assertThat(first.component("Newer")).isEmpty();
  }

  @Test
  void inAServerItIsWhatWasMadeThereAndInDirectMessagesAll() throws Exception {
    String channel = foley.local.newChannel();
    foley.asked(channel, "/music prompt:in the server");
    foley.asked("@mia", "/music prompt:between us");

    assertThat(LookFixture.card(foley.answerTo(channel, "/history"))).contains("in the server")
        .doesNotContain("between us");
    assertThat(LookFixture.card(foley.answerTo("@mia", "/history"))).contains("in the server", "between us");
  }

  @Test
  void aModeratorSeesWhatOthersMadeInTheOpen() throws Exception {
    String channel = foley.local.newChannel();
    foley.asked(channel, "/music prompt:for all to hear");
    foley.asked(channel, "/music prompt:secret garden private:true");

    String card = LookFixture.card(foley.answerTo("ada", channel, "/history member:mia"));
    assertThat(card).contains("for all to hear", "a private request").doesNotContain("secret");

    MessageView refusal = foley.answerTo("ben", channel, "/history member:mia");
    assertThat(refusal.ephemeral()).isTrue();
    assertThat(refusal.content()).startsWith("Only moderators of a server");
  }

  @Test
  void aForgedPageGivesNothing() throws Exception {
    String channel = foley.local.newChannel();
    Generation mias = foley.asked(channel, "/music prompt:rain");
    MessageView list = foley.answerTo("ben", channel, "/history");
    assertThat(LookFixture.card(list)).contains("You have not asked for a sound here yet.");

    for (String argument : List.of(mias.origin().member() + ".aZZZZZZZZZZZZZ",
        mias.origin().member() + ".a0000000000000",
        "99999999999999999999.b0000000000000", "x", "")) {
      MessageView refusal = foley
          .answer(foley.local.members().pressForged("ben", channel, list.id(), "history:" + argument));
      assertThat(refusal.content()).startsWith("I do not know what this button belongs to.");
      assertThat(refusal.ephemeral()).isTrue();
    }
  }

  @Test
  void oneIsChosenAndShownAgain() throws Exception {
    String channel = foley.local.newChannel();
    Generation delivered = foley.delivered(channel, "/music prompt:rain");
    foley.files.shelve(foley.wav);
    MessageView list = foley.answerTo(channel, "/history");

    MessageView shown = foley.answer(foley.local.members().select("mia", channel, list.id(), "Show one again",
        List.of(delivered.id().value())));
    assertThat(shown.attachments()).isNotEmpty();
    assertThat(Objects.requireNonNull(shown.embeds().getFirst().footer())).endsWith(delivered.id().value());
  }

  private MessageView turned(String channel, MessageView list, String button, String until) throws Exception {
    foley.local.members().press("mia", channel, list.id(), button).sent();
    return foley.local.message(channel,
        view -> view.id().equals(list.id()) && LookFixture.card(view).contains(until));
  }
}
