package dev.foley.discord.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foley.discord.BotOnLocalDiscord;
import dev.foley.discord.Models;
import dev.foley.generation.InMemoryGenerationStore;
import dev.foley.playground.discord.InteractionView;
import dev.foley.provider.AudioModel;
import dev.foley.provider.ModelCatalogue;
import dev.foley.provider.NeverAsked;
import dev.foley.provider.Parameter;
import dev.foley.provider.ParameterValue;
import dev.foley.provider.ProviderName;
import dev.foley.provider.Voice;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** A service that does not say for a long time which voices it has. */
class SlowVoicesOnLocalDiscordTest {
  @Test
  void nobodyWaitsForIt() throws Exception {
    Service service = new Service();
    ModelCatalogue catalogue = new ModelCatalogue(Models.ALL, List.of(service, Models.service("aimlapi")));
    try (BotOnLocalDiscord local = new BotOnLocalDiscord(new InMemoryGenerationStore(), catalogue)) {
      String channel = local.newChannel();
      String suggestions = local.members().autocomplete("mia", channel, "/speak text:x voice:ge").sent();
      String speech = local.members().invoke("mia", channel, "/speak text:x voice:George").sent();
      String music = local.members().invoke("ben", channel, "/music prompt:rain").sent();

      assertThat(local.answer(music)).matches(BotOnLocalDiscord::isQueued);
      InteractionView suggested = local.members().awaitInteraction(suggestions, InteractionView::acknowledged,
          BotOnLocalDiscord.PATIENCE);
      assertThat(suggested.choices()).containsExactly(new InteractionView.Choice("The usual voice", "default"));
      assertThat(local.generation(local.answer(speech)).request().parameters())
          .as("left to the service, which knows its voices").isEqualTo(
              Map.of(Parameter.VOICE, ParameterValue.of("George")));
      assertThat(local.members().interaction(speech).acknowledgedMillis()).isLessThan(3_000);
    } finally {
      service.gate.countDown();
    }
  }

  private static final class Service implements NeverAsked {
    private final CountDownLatch gate = new CountDownLatch(1);

    @Override
    public ProviderName name() {
      return new ProviderName("elevenlabs");
    }

    @Override
    public List<AudioModel> models() {
      return List.of(Models.model("speaker"));
    }

    @Override
    public List<Voice> voices() {
      try {
        gate.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      return Models.VOICES;
    }
  }
}
