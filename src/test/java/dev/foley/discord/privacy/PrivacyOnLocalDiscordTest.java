package dev.foley.discord.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foley.discord.BotOnLocalDiscord;
import dev.foley.discord.Models;
import dev.foley.generation.Generation;
import dev.foley.generation.GenerationState;
import dev.foley.generation.InMemoryGenerationStore;
import dev.foley.generation.Timing;
import dev.foley.playground.discord.MessageView;
import java.io.InputStream;
import java.net.URI;
import java.util.Optional;
import net.dv8tion.jda.api.utils.data.DataObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code /privacy}, and the button below its question. */
class PrivacyOnLocalDiscordTest {
  private final InMemoryGenerationStore store = new InMemoryGenerationStore();
  private BotOnLocalDiscord local;
  private String channel;
  private Generation made;
  private Generation pending;

  @BeforeEach
  void start() throws Exception {
    local = new BotOnLocalDiscord(store, Models.catalogue());
    channel = local.newChannel();
    made = delivered(local.generation(local.answerTo(channel, "/music prompt:rain")));
    pending = local.generation(local.answerTo(channel, "/music prompt:wind"));
  }

  @AfterEach
  void stop() {
    local.close();
  }

  @Test
  void anExportIsAPrivateFile() throws Exception {
    MessageView answer = local.answerTo(channel, "/privacy export");
    assertThat(answer.content()).startsWith("This is everything that I keep about you.");
    assertThat(answer.ephemeral()).isTrue();
    assertThat(answer.attachments()).extracting(file -> file.filename()).containsExactly("foley-1.json");
    DataObject file = read(answer.attachments().getFirst().url());
    assertThat(file.getString("account")).isEqualTo(made.origin().member().toString());
    assertThat(file.getArray("generations").getObject(1).getString("prompt")).isEqualTo("rain");
    assertThat(file.toString()).doesNotContain(made.origin().interactionToken().reveal());
  }

  @Test
  void anExportWorksInDirectMessagesAndForWhoNeverAsked() throws Exception {
    MessageView answer = local.answer(local.members().invoke("ben", "@ben", "/privacy export").sent());
    assertThat(read(answer.attachments().getFirst().url()).getArray("generations").length()).isZero();
  }

  @Test
  void nothingIsRemovedBeforeTheButtonIsPressed() throws Exception {
    MessageView question = local.answerTo(channel, "/privacy delete");
    assertThat(question.ephemeral()).isTrue();
    assertThat(question.content()).startsWith("This removes what I keep about you");
    assertThat(question.component("Remove my data").orElseThrow().customId())
        .isEqualTo("forget:" + made.origin().member());
    assertThat(store.find(made.id())).isPresent();
  }

  @Test
  void theButtonRemovesWhatHasEndedAndSaysWhatStays() throws Exception {
    MessageView question = local.answerTo(channel, "/privacy delete");
    local.members().press("mia", channel, question.id(), "Remove my data").sent();
    MessageView told = local.message(channel, view -> view.id().equals(question.id()) && view.components().isEmpty());
    assertThat(told.content()).startsWith("One request is removed, with its words and sounds.\n\n"
        + "One sound is still being made, or belongs to a request that is.").contains("What stays: ");
    assertThat(store.find(made.id())).isEmpty();
    assertThat(store.find(pending.id())).contains(pending);
  }

  @Test
  void theButtonWorksAfterARestartAndInDirectMessages() throws Exception {
    MessageView question = local.answerTo("@mia", "/privacy delete");
    local.restart();
    local.members().press("mia", "@mia", question.id(), "Remove my data").sent();
    local.message("@mia", view -> view.content().startsWith("One request is removed"));
    assertThat(store.find(made.id())).isEmpty();
  }

  @Test
  void somebodyElsesDataIsNotRemovedByAForgedPress() throws Exception {
    String message = local.messages(channel).getFirst().id();
    for (String id : new String[]{"forget:" + made.origin().member(), "forget:", "forget", "forget:x"}) {
      MessageView refusal = local.answer(local.members().pressForged("ben", channel, message, id).sent());
      assertThat(refusal.content()).startsWith("This button is about somebody else’s data.");
      assertThat(refusal.ephemeral()).isTrue();
    }
    assertThat(store.find(made.id())).isPresent();
  }

  @Test
  void whenTheDatabaseDoesNotAnswerTheMemberIsTold() throws Exception {
    MessageView question = local.answerTo(channel, "/privacy delete");
    store.outOfOrder(true);
    assertThat(local.answerTo(channel, "/privacy export").content())
        .startsWith("Your data cannot be read at the moment.");
    local.members().press("mia", channel, question.id(), "Remove my data").sent();
    local.message(channel, view -> view.content().startsWith("Your data cannot be reached at the moment"));
    store.outOfOrder(false);
    assertThat(store.find(made.id())).isPresent();
  }

  private Generation delivered(Generation queued) {
    Generation next = new Generation(queued.id(), queued.version() + 1, queued.origin(), queued.request(),
        queued.takes(), Optional.empty(), queued.createdAt(), 0, queued.cost(), Timing.NONE,
        new GenerationState.Delivered(7, queued.createdAt()));
    assertThat(store.replace(next)).isTrue();
    return next;
  }

  private static DataObject read(String url) throws Exception {
    try (InputStream file = URI.create(url).toURL().openStream()) {
      return DataObject.fromJson(file);
    }
  }
}
