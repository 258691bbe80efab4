package dev.foley.playground.demo;

import dev.foley.playground.Playground;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A playground with a bot of its own, from the start to the last file removed. */
public final class PlaygroundSession implements AutoCloseable {
  private final Playground playground;
  private final BotSeat bot;
  private final Path data;
  private final boolean keep;

  private PlaygroundSession(Playground playground, BotSeat bot, Path data, boolean keep) {
    this.playground = playground;
    this.bot = bot;
    this.data = data;
    this.keep = keep;
  }

  /**
   * Starts both; the bot comes online a moment later.
   *
   * @param port 0 for any free one
   * @param timeFactor how many times faster than the real ones the services are
   * @param kept where the bot's database, files and log stay; null if nothing is to be kept
   * @param command that starts the bot
   */
  public static PlaygroundSession start(int port, double timeFactor, @Nullable Path kept, List<String> command)
      throws IOException {
    Playground playground = Playground.start(port, timeFactor);
    try {
      Path data = kept == null ? Files.createTempDirectory("foley-playground") : Files.createDirectories(kept);
      BotSeat bot = new BotSeat(command, playground.botEnvironment(data), data.resolve("bot.log"));
      playground.page().manage(bot);
      bot.start();
      return new PlaygroundSession(playground, bot, data, kept != null);
    } catch (IOException e) {
      playground.close();
      throw e;
    }
  }

  public URI url() {
    return playground.url();
  }

  /** Where the bot's data and log are. */
  public Path data() {
    return data;
  }

  public Playground playground() {
    return playground;
  }

  BotSeat bot() {
    return bot;
  }

  @Override
  public void close() throws IOException {
    bot.close();
    playground.close();
    if (!keep) {
      TemporaryFiles.delete(data);
    }
  }
}
