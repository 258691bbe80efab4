package dev.foley.discord.usage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foley.discord.BotOnLocalDiscord;
import dev.foley.discord.Models;
import dev.foley.generation.InMemoryGenerationStore;
import dev.foley.playground.discord.EmbedView;
import dev.foley.playground.discord.InteractionView;
import dev.foley.playground.discord.MessageView;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code /usage}, by mia and by ben, who each asked for something. */
class UsageOnLocalDiscordTest {
  private final InMemoryGenerationStore store = new InMemoryGenerationStore();
  private BotOnLocalDiscord local;
  private String channel;

  @BeforeEach
  void start() throws Exception {
    local = new BotOnLocalDiscord(store, Models.catalogue());
    channel = local.newChannel();
    local.answerTo(channel, "/music model:long-audio prompt:rain takes:2");
    local.answer(local.members().invoke("ben", channel, "/music model:long-audio prompt:wind").sent());
  }

  @AfterEach
  void stop() {
    local.close();
  }

  @Test
  void aMemberSeesTheirOwnAndTheServersSumPrivatelyWithAPicture() throws Exception {
    MessageView answer = usage("mia", channel, "/usage");
    assertThat(answer.ephemeral()).isTrue();
    EmbedView card = answer.embeds().getFirst();
    assertThat(card.title()).isEqualTo("Usage this month");
    assertThat(ImageIO.read(URI.create(Objects.requireNonNull(card.imageUrl())).toURL()).getWidth()).isEqualTo(1_040);
    assertThat(card.fields()).extracting(EmbedView.Field::value).containsExactly(
        "**40 credits**\n40 Stability credits (0.40 USD)", "**60 credits**\n60 Stability credits (0.60 USD)",
        "1 request, 2 sounds\nMusic · long-audio: 1");
  }

  @Test
  void theSameIsReadAfterARestart() throws Exception {
    local.restart();
    assertThat(usage("mia", channel, "/usage period:today").embeds().getFirst().fields().getFirst().value())
        .startsWith("**40 credits**");
  }

  @Test
  void inDirectMessagesThereIsNoServer() throws Exception {
    EmbedView card = usage("ben", "@ben", "/usage period:the last 30 days").embeds().getFirst();
    assertThat(card.title()).isEqualTo("Usage of the last 30 days");
    assertThat(card.fields()).extracting(EmbedView.Field::name).containsExactly("🟦 You", "Your requests");
  }

  @Test
  void whoNeverAskedReadsThatNothingWasSpent() throws Exception {
    MessageView answer = usage("ada", "@ada", "/usage");
    assertThat(answer.embeds().getFirst().description()).isEqualTo("Nothing was spent in this time.");
    assertThat(answer.embeds().getFirst().imageUrl()).isNull();
  }

  @Test
  void aForgedPeriodIsThisMonth() throws Exception {
    String sent = local.members().invokeForged("mia", channel, "usage", Map.of("period", "century")).sent();
    assertThat(answered(sent).embeds().getFirst().title()).isEqualTo("Usage this month");
  }

  @Test
  void whenTheDatabaseDoesNotAnswerTheMemberIsTold() throws Exception {
    store.outOfOrder(true);
    MessageView answer = local.answer(local.members().invoke("mia", channel, "/usage").sent());
    assertThat(answer.content()).startsWith("What was spent cannot be read at the moment.");
    assertThat(answer.ephemeral()).isTrue();
  }

  private MessageView usage(String member, String where, String line) throws Exception {
    return answered(local.members().invoke(member, where, line).sent());
  }

  private MessageView answered(String interaction) throws Exception {
    InteractionView answered = local.members().awaitInteraction(interaction,
        view -> view.responses().stream().anyMatch(message -> !message.embeds().isEmpty()),
        BotOnLocalDiscord.PATIENCE);
    return answered.responses().getFirst();
  }
}
