package dev.foley;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foley.playground.Playground;
import dev.foley.playground.conformance.ConformanceRecorder;
import dev.foley.playground.discord.InteractionView;
import dev.foley.playground.services.Fault;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Everything that Foley says to Discord, and hears from it, is as Discord's published description has it. Needs ../shared. */
class WholeBotConformanceTest {
  @TempDir
  private Path directory;

  @Test
  void everyRequestAndEveryAnswerFitsTheDescription() throws Exception {
    try (Playground playground = WholeBot.newPlayground();
        ConformanceRecorder recorder = ConformanceRecorder.start(playground.url());
        WholeBot bot = WholeBot.start(playground, directory,
            Map.of("DISCORD_API_URL", recorder.baseUrl() + "/api/v10/"))) {
      bot.answer(bot.type("/music prompt:in the reply seconds:1"));

      bot.member().invokeForged("mia", "music", "music", Map.of("prompt", " ")).sent();

      String late = bot.type("/music prompt:too late seconds:1");
      bot.member().awaitInteraction(late, InteractionView::acknowledged, WholeBot.PATIENCE);
      bot.member().expireToken(late);
      bot.member().awaitMessage("mia", "music", seen -> !seen.mentions().isEmpty(), WholeBot.PATIENCE);

      bot.member().invoke("mia", "@mia", "/music prompt:in private seconds:1").sent();
      bot.member().awaitMessage("mia", "@mia", seen -> !seen.attachments().isEmpty(), WholeBot.PATIENCE);

      playground.aimlApi().faults().plan(Fault.Moment.SUBMIT, new Fault.Status(400), 1);
      var failure = bot.answer(bot.type("/music prompt:once more seconds:1"));
      bot.member().press("mia", "music", failure.id(), "Try again").sent();
      bot.member().awaitMessage("mia", "music",
          seen -> seen.id().equals(failure.id()) && !seen.attachments().isEmpty(), WholeBot.PATIENCE);

      assertThat(recorder.problems()).isEmpty();
      assertThat(recorder.operations()).containsKeys("PUT /applications/{application_id}/commands → 200",
          "POST /channels/{channel_id}/messages → 200",
          "PATCH /webhooks/{webhook_id}/{webhook_token}/messages/@original → 200");
    }
  }
}
