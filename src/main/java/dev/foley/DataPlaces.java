package dev.foley;

import dev.foley.config.Configuration;
import dev.foley.config.FoleySettings;
import dev.foley.config.SettingsLoader;
import dev.foley.store.StoreSettings;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Where the bot of these settings keeps what it has. */
record DataPlaces(StoreSettings store, Path spool) {
  private static final String TOKEN = "DISCORD_TOKEN";

  /** @see #find */
  static Optional<DataPlaces> ofThisProcess(PrintWriter err) {
    return find(System.getenv(), Path.of(System.getProperty("foley.home", ".")), err);
  }

  /**
   * Reads the settings as {@code run} does, but for the token: who looks after the data need not have it, and Discord is not asked.
   *
   * @param err where it says what is wrong with them
   */
  static Optional<DataPlaces> find(Map<String, String> environment, Path home, PrintWriter err) {
    Map<String, String> variables = new HashMap<>(environment);
    variables.remove(TOKEN + "_FILE");
    variables.put(TOKEN, "unused");
    return switch (SettingsLoader.load(variables, home)) {
      case Configuration.Complete(FoleySettings settings) ->
        Optional.of(new DataPlaces(settings.store(), settings.results().spool()));
      case Configuration.Invalid invalid -> {
        err.println(invalid.describe());
        yield Optional.empty();
      }
      case Configuration.WithoutToken _ -> throw new IllegalStateException("there is one");
    };
  }
}
