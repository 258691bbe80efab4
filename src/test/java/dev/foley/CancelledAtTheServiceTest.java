package dev.foley;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.foley.playground.Playground;
import dev.foley.playground.PlaygroundSettings;
import dev.foley.playground.discord.InteractionView;
import dev.foley.playground.discord.MessageView;
import dev.foley.playground.services.JobTimes;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A job at fal that a member cancels while it waits in the service's queue: it ends there, and costs nothing. That nothing was charged
 * is said only where the service has told that the job ended so.
 */
class CancelledAtTheServiceTest {
  @TempDir
  private Path directory;

  @Test
  void aMemberSeesThePlaceInTheQueueAndCancelsWhatWaitsThere() throws Exception {
    PlaygroundSettings settings = PlaygroundSettings.defaults(1);
    JobTimes eight = new JobTimes(Duration.ofSeconds(8), Duration.ofSeconds(8), 0, 1); // a reply is edited every five
    Playground playground = Playground.start(0,
        settings.withFal(settings.fal().withRunning(1).withTimes(eight)));
    try (WholeBot bot = WholeBot.start(playground, directory, Map.of("AIMLAPI_KEY", ""))) {
      String first = bot.type("/music prompt:goes first model:fal-ai/stable-audio seconds:2");
      await().atMost(WholeBot.PATIENCE).until(() -> playground.fal().observations().submitsAccepted() == 1);
      String second = bot.type("/music prompt:waits model:fal-ai/stable-audio seconds:2");
      MessageView waiting = bot.member()
          .awaitInteraction(second, seen -> says(seen, "place 1"), WholeBot.PATIENCE)
          .responses().getFirst();

      bot.member().press("mia", "music", waiting.id(), "Cancel").sent();

      assertThat(WholeBot.text(bot.answer(second))).contains("Cancelled").contains("Nothing was charged.");
      assertThat(bot.answer(first).attachments()).hasSize(1);
      assertThat(playground.fal().observations().submitsReceived()).isEqualTo(2);
      assertThat(playground.fal().observations().downloads()).isEqualTo(1);
    }
  }

  private static boolean says(InteractionView seen, String words) {
    return seen.responses().stream().anyMatch(message -> WholeBot.text(message).contains(words));
  }
}
