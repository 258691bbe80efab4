package dev.foley;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foley.playground.discord.AttachmentView;
import dev.foley.playground.discord.MessageView;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Speech as a voice message where a server wants it so, by the whole bot. */
class VoiceMessageTest {
  @TempDir
  private Path directory;

  @Test
  void speechIsAVoiceMessageOnceAManagerWantsItSo() throws Exception {
    try (WholeBot bot = WholeBot.start(directory, Map.of())) {
      MessageView file = bot.answer(bot.type("/speak text:Good evening. model:sketch-speech"));
      assertThat(file.attachments()).filteredOn(attachment -> attachment.filename().endsWith(".wav")).hasSize(1);

      String changed = bot.member().invoke("ada", "music", "/settings voice on:true").sent();
      bot.member().awaitInteraction(changed,
          view -> view.responses().stream().anyMatch(message -> !message.embeds().isEmpty()
              || message.content().contains("Speech")),
          WholeBot.PATIENCE);
      MessageView card = bot.answer(bot.type("/speak text:Good night. model:sketch-speech"));

      assertThat(card.attachments()).noneMatch(attachment -> attachment.filename().endsWith(".wav"));
      MessageView voice = bot.member().messages("mia", "music").stream()
          .filter(message -> message.attachments().stream().anyMatch(attachment -> attachment.voice() != null))
          .findFirst()
          .orElseThrow();
      AttachmentView sound = voice.attachments().getFirst();
      assertThat(sound.filename()).endsWith(".ogg");
      assertThat(sound.contentType()).isEqualTo("audio/ogg");
      assertThat(voice.content()).isEmpty();
    }
  }
}
