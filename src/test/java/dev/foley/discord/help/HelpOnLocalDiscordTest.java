package dev.foley.discord.help;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foley.discord.BotOnLocalDiscord;
import dev.foley.discord.Models;
import dev.foley.discord.interaction.CommandForm;
import dev.foley.discord.text.Messages;
import dev.foley.generation.InMemoryGenerationStore;
import dev.foley.playground.discord.ComponentView;
import dev.foley.playground.discord.Invocation;
import dev.foley.playground.discord.MessageView;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HelpOnLocalDiscordTest {
  private static BotOnLocalDiscord local;

  @BeforeAll
  static void start() throws Exception {
    local = new BotOnLocalDiscord(new InMemoryGenerationStore(), Models.catalogue());
  }

  @AfterAll
  static void stop() {
    local.close();
  }

  @Test
  void withoutATopicItBeginsAtTheBeginning() throws Exception {
    MessageView help = help("mia", "music", "/help");

    assertThat(help.ephemeral()).isTrue();
    assertThat(title(help)).isEqualTo("Getting started");
    assertThat(help.embeds().getFirst().description()).contains("/music prompt:warm lo-fi piano", "/queue");
    ComponentView menu = help.components().getFirst();
    assertThat(menu.options()).hasSize(HelpTopic.values().length);
    assertThat(menu.options()).filteredOn(ComponentView.Option::preset).extracting(ComponentView.Option::value)
        .containsExactly("start");
  }

  @Test
  void aTopicIsChosenByItsName() throws Exception {
    assertThat(title(help("mia", "music", "/help topic:Sound effects"))).isEqualTo("Sound effects");
  }

  @Test
  void itIsThereInDirectMessagesToo() throws Exception {
    assertThat(title(help("mia", "@mia", "/help topic:What it costs"))).isEqualTo("What it costs");
  }

  @Test
  void theMenuLeafsToAnotherPageInTheSameMessage() throws Exception {
    String channel = local.newChannel();
    MessageView help = help("mia", channel, "/help");

    local.members().select("mia", channel, help.id(), "help:topic", List.of("Buttons")).sent();

    MessageView leafed = local.message(channel, message -> title(message).equals("Buttons"));
    assertThat(leafed.id()).isEqualTo(help.id());
    assertThat(leafed.embeds().getFirst().description()).contains("**Again** · ", "**Remix**");
    assertThat(leafed.components().getFirst().options()).filteredOn(ComponentView.Option::preset)
        .extracting(ComponentView.Option::value).containsExactly("buttons");
  }

  @Test
  void theMenuStillWorksAfterARestart() throws Exception {
    String channel = local.newChannel();
    MessageView help = help("mia", channel, "/help");
    local.restart();

    local.members().select("mia", channel, help.id(), "help:topic", List.of("What is kept")).sent();

    assertThat(local.message(channel, message -> title(message).equals("What is kept")).id()).isEqualTo(help.id());
  }

  @Test
  void aForgedTopicBeginsAtTheBeginning() throws Exception {
    String id = local.members().invokeForged("mia", "music", "help", Map.of("topic", "nonsense")).sent();
    assertThat(title(shown(id))).isEqualTo("Getting started");
  }

  @ParameterizedTest
  @MethodSource("examples")
  void everyExampleCanBePasted(String example) {
    assertThat(local.members().invoke("mia", local.newChannel(), example)).isInstanceOf(Invocation.Sent.class);
  }

  static Stream<String> examples() {
    return Arrays.stream(CommandForm.values()).flatMap(form -> HelpText.examples(form).stream())
        .map(example -> Messages.of(Locale.ENGLISH, example));
  }

  private static MessageView help(String member, String channel, String line) throws Exception {
    return shown(local.members().invoke(member, channel, line).sent());
  }

  private static MessageView shown(String interactionId) throws Exception {
    return local.members().awaitInteraction(interactionId, view -> !view.responses().isEmpty(),
        BotOnLocalDiscord.PATIENCE).responses().getFirst();
  }

  private static String title(MessageView message) {
    return message.embeds().isEmpty() ? "" : String.valueOf(message.embeds().getFirst().title());
  }
}
