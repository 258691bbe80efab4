package dev.foley;

import dev.foley.config.Configuration;
import dev.foley.config.FoleySettings;
import dev.foley.config.SettingsLoader;
import dev.foley.discord.DiscordStartException;
import dev.foley.store.DatabaseUnusableException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;

/** The bot, until it is told to stop. */
final class BotRun {
  private static final String NO_TOKEN = """
      Foley needs a bot token from Discord. To try it without one: ./foley playground
        1. At https://discord.com/developers/applications choose New Application, and give it a name.
        2. On its page Bot choose Reset Token, and copy what it shows.
        3. export DISCORD_TOKEN=...   or DISCORD_TOKEN_FILE=..., the path of a file that has it
        4. ./foley check   says what else is missing and how to invite the bot; ./foley run starts it""";

  private BotRun() {}

  /**
   * @param err where it says why it cannot run
   * @return the exit code
   */
  static int run(PrintWriter err) {
    try {
      return configured(err);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 1;
    } catch (RuntimeException e) {
      e.printStackTrace(err); // ours; what the world did wrong is a sentence
      return 1;
    }
  }

  private static int configured(PrintWriter err) throws InterruptedException {
    Path home = Path.of(System.getProperty("foley.home", "."));
    return switch (SettingsLoader.load(System.getenv(), home)) {
      case Configuration.Invalid invalid -> refuse(err, invalid.describe(), Main.EXIT_USAGE);
      case Configuration.WithoutToken _ -> refuse(err, NO_TOKEN, Main.EXIT_USAGE);
      case Configuration.Complete(FoleySettings settings) -> started(settings, err);
    };
  }

  private static int started(FoleySettings settings, PrintWriter err) throws InterruptedException {
    Carriers.givePrecedenceToOthers();
    Foley foley;
    try {
      foley = Foley.start(settings);
    } catch (DatabaseUnusableException | IOException e) {
      return refuse(err, "Foley cannot start: " + e.getMessage(), 1);
    }
    Shutdown shutdown = new Shutdown(foley);
    try {
      foley.awaitReady();
      foley.awaitEnd();
    } catch (DiscordStartException e) {
      return refuse(err, String.valueOf(e.getMessage()), 1);
    }
    shutdown.await();
    return 0;
  }

  private static int refuse(PrintWriter err, String message, int exit) {
    err.println(message);
    return exit;
  }
}
