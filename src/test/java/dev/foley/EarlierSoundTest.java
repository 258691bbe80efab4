package dev.foley;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foley.playground.discord.EmbedView;
import dev.foley.playground.discord.MessageView;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was made is found again, by the whole bot. */
class EarlierSoundTest {
  @TempDir
  private Path directory;

  @Test
  void aSoundIsShownAgainListedAndExplained() throws Exception {
    try (WholeBot bot = WholeBot.start(directory, Map.of())) {
      MessageView made = bot.answer(bot.type("/music prompt:warm lo-fi piano seconds:2"));
      String footer = String.valueOf(made.embeds().getFirst().footer());
      String id = footer.substring(footer.lastIndexOf(" · ") + 3);

      // The sound is in the channel an instant before it is written down that it is.
      Awaitility.await().atMost(WholeBot.PATIENCE)
          .untilAsserted(() -> assertThat(says(bot, bot.type("/history")).embeds().getFirst().description())
              .contains("warm lo-fi piano", "Delivered", made.id(), id));

      MessageView shown = says(bot, bot.type("/show id:" + id));
      assertThat(shown.id()).isNotEqualTo(made.id());
      assertThat(shown.embeds().getFirst().footer()).endsWith(id);
      String sound = shown.attachments().stream().map(file -> file.url()).findFirst()
          .orElseGet(() -> String.valueOf(shown.component("Download").orElseThrow().url()));
      try (var bytes = URI.create(sound).toURL().openStream()) {
        assertThat(bytes.readNBytes(4)).asString().isEqualTo("RIFF");
      }

      MessageView details = says(bot,
          bot.member().invokeOnMessage("ben", "music", "Audio details", made.id()).sent());
      assertThat(details.embeds().getFirst().fields()).extracting(EmbedView.Field::value)
          .anySatisfy(value -> assertThat(value).contains("44.1 kHz"))
          .anySatisfy(value -> assertThat(value).contains("charged"));
      assertThat(says(bot, bot.type("/queue")).embeds().getFirst().description())
          .isEqualTo("Nothing is pending here.");
    }
  }

  private static MessageView says(WholeBot bot, String interaction) throws Exception {
    return bot.member().awaitInteraction(interaction,
        view -> view.responses().stream().anyMatch(message -> !message.embeds().isEmpty()),
        WholeBot.PATIENCE).responses().getFirst();
  }
}
