package dev.foley.config;

import dev.foley.config.FoleySettings.Services;
import dev.foley.discord.DiscordSettings;
import dev.foley.discord.Shards;
import dev.foley.generation.GenerationSettings;
import dev.foley.generation.policy.Limits;
import dev.foley.generation.policy.Tariff;
import dev.foley.ops.OpsSettings;
import dev.foley.provider.FetchSettings;
import dev.foley.provider.ModelSettings;
import dev.foley.provider.Retention;
import dev.foley.secret.Secret;
import dev.foley.store.StoreSettings;
import dev.foley.store.StoreSettings.Login;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads {@code config/foley.yaml} and the environment into settings. Nothing is tried out: whether a key is accepted or a
 * directory can be written shows when it is used.
 */
public final class SettingsLoader {
  private final Environment environment;
  private final FileValues file;
  private final Values values;
  private final Path home;

  private SettingsLoader(Map<String, String> variables, Path home) {
    this.environment = new Environment(variables);
    this.home = home;
    Optional<Path> named = environment.get(Environment.CONFIG).map(Path::of);
    this.file = FileValues.read(named.orElse(home.resolve("config", "foley.yaml")), named.isPresent());
    this.values = new Values(environment, file);
  }

  /**
   * @param variables the process's environment
   * @param home Foley's own directory: relative paths of the file start there, and {@code config/foley.yaml} is looked for
   *     in it; relative paths of the environment start at the working directory, as those of a shell do
   */
  public static Configuration load(Map<String, String> variables, Path home) {
    return new SettingsLoader(variables, home).load();
  }

  private Configuration load() {
    Optional<Secret> token = environment.secret(SecretVariable.DISCORD_TOKEN);
    Optional<URI> apiUrl = values.get(Keys.DISCORD_API_URL);
    Optional<URI> gatewayUrl = values.get(Keys.DISCORD_GATEWAY_URL);
    Shards shards = values.get(Keys.DISCORD_SHARDS);
    Path data = data();
    Services services = new ServicesLoader(environment, values).load();
    ModelSettings models = new ModelSettings(values.get(Keys.MODELS_HIDDEN), values.get(Keys.MODELS_ADDED));
    GenerationSettings generation = generation();
    Limits limits = LimitKeys.limits(values);
    Tariff tariff = LimitKeys.tariff(values);
    StoreSettings store = store(data);
    FetchSettings results = results(data);
    Retention retention = LimitKeys.retention(values);
    OpsSettings ops = new OpsSettings(values.get(Keys.OPS_HOST), values.get(Keys.OPS_PORT));
    environment.checkNames();
    environment.checkLogging();

    List<Problem> problems = new ArrayList<>(file.problems());
    problems.addAll(environment.problems());
    if (!problems.isEmpty()) {
      return new Configuration.Invalid(problems);
    }
    if (token.isEmpty()) {
      return new Configuration.WithoutToken();
    }
    return new Configuration.Complete(
        new FoleySettings(data, new DiscordSettings(token.get(), apiUrl, gatewayUrl, shards),
            services, models, generation, limits, tariff, store, results, retention, ops));
  }

  private Path data() {
    Path data = values.get(Keys.DATA);
    boolean fromShell = Keys.DATA.variable().flatMap(environment::get).isPresent();
    return (fromShell ? data : home.resolve(data)).toAbsolutePath().normalize();
  }

  private GenerationSettings generation() {
    return new GenerationSettings(values.get(Keys.SUBMIT_PATIENCE), values.get(Keys.QUEUE_PATIENCE),
        values.get(Keys.DEADLINE),
        values.get(Keys.DELIVERY_PATIENCE));
  }

  private StoreSettings store(Path data) {
    DatabaseAddress address = values.get(Keys.DATABASE_URL)
        .orElseGet(() -> new DatabaseAddress("jdbc:sqlite:" + data.resolve("foley.db"), Login.NONE));
    // Set by themselves, they win over what stands in the address.
    Login login = new Login(values.get(Keys.DATABASE_USER).or(address.login()::user),
        environment.secret(SecretVariable.DATABASE_PASSWORD).or(address.login()::password));
    return new StoreSettings(address.url(), login, values.get(Keys.POLLING_INTERVAL), values.get(Keys.WORKERS),
        values.get(Keys.SHUTDOWN_GRACE));
  }

  private FetchSettings results(Path data) {
    return new FetchSettings(data.resolve("spool"), values.get(Keys.RESULT_MAX_SIZE),
        values.get(Keys.RESULT_TIMEOUT), values.get(Keys.RESULT_HOSTS));
  }
}
