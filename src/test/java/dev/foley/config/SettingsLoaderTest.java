package dev.foley.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foley.config.FoleySettings.Services;
import dev.foley.discord.DiscordSettings;
import dev.foley.generation.GenerationSettings;
import dev.foley.generation.policy.Budget;
import dev.foley.generation.policy.Limits;
import dev.foley.generation.policy.Tariff;
import dev.foley.ops.OpsSettings;
import dev.foley.provider.CostUnit;
import dev.foley.provider.FetchSettings;
import dev.foley.provider.ModelId;
import dev.foley.provider.ModelSettings;
import dev.foley.provider.ProviderLimits;
import dev.foley.provider.Retention;
import dev.foley.provider.aimlapi.AimlApiSettings;
import dev.foley.provider.elevenlabs.ElevenLabsSettings;
import dev.foley.provider.elevenlabs.ElevenLabsSettings.Dictionary;
import dev.foley.provider.elevenlabs.ElevenLabsSettings.Speech;
import dev.foley.provider.fal.FalSettings;
import dev.foley.provider.stability.StabilitySettings;
import dev.foley.provider.stability.StabilitySettings.AnswerForm;
import dev.foley.secret.Secret;
import dev.foley.store.StoreSettings;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsLoaderTest {
  private static final String TOKEN = "MTIz.abc-DEF_456";

  private static final Map<String, ProviderLimits> LIMITS = Map.of("aimlapi", limits(16, 50), "stability",
      limits(8, 12),
      "elevenlabs", limits(5, 20), "fal", limits(16, 50));

  @TempDir
  private Path home;

  private static ProviderLimits limits(int inFlight, int perSecond) {
    return limits(inFlight, perSecond, 5, 20);
  }

  private static ProviderLimits limits(int inFlight, int perSecond, int failuresInARow, int restSeconds) {
    return new ProviderLimits(inFlight, perSecond, failuresInARow, Duration.ofSeconds(restSeconds));
  }

  @Test
  void aTokenAloneIsEnough() {
    assertThat(load(Map.of("DISCORD_TOKEN", TOKEN))).isEqualTo(new Configuration.Complete(new FoleySettings(
        home.resolve("data"),
        new DiscordSettings(Secret.of(TOKEN), Optional.empty(), Optional.empty()),
        new Services(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), LIMITS),
        ModelSettings.DEFAULT,
        GenerationSettings.DEFAULT, Limits.DEFAULT, Tariff.DEFAULT,
        new StoreSettings("jdbc:sqlite:" + home.resolve("data/foley.db"), StoreSettings.DEFAULT_POLLING_INTERVAL,
            StoreSettings.DEFAULT_WORKERS, StoreSettings.DEFAULT_SHUTDOWN_GRACE),
        new FetchSettings(home.resolve("data/spool"), FetchSettings.DEFAULT_MAX_BYTES, FetchSettings.DEFAULT_TIMEOUT,
            Set.of()),
        Retention.DEFAULT, OpsSettings.DEFAULT)));
  }

  @Test
  void everyKeyOfTheFileReachesItsSetting() throws IOException {
    write("""
        data: elsewhere
        database:
          url: jdbc:sqlite:/srv/foley/jobs.db
        discord:
          apiUrl: http://127.0.0.1:7700/api/v10
          gatewayUrl: ws://127.0.0.1:7700/gateway
        providers:
          failuresInARow: 9
          rest: 30s
          aimlapi:
            url: https://proxy.example.com/aiml
            callTimeout: 5s
            inFlight: 3
            perSecond: 4
          stability:
            url: https://proxy.example.com/stability
            callTimeout: 6s
            answerTimeout: 4m
            answerForm: json
          elevenlabs:
            url: https://proxy.example.com/eleven
            callTimeout: 8s
            answerTimeout: 6m
            speechFormat: pcm_44100
            soundFormat: mp3_44100_192
            musicFormat: auto
            voice: someVoice123
            textNormalization: "off"
            languageNormalization: true
            speakerBoost: false
            logging: false
            streamingLatency: 3
            pronunciationDictionaries: [abc, "def:2"]
          fal:
            url: https://proxy.example.com/queue
            runUrl: https://proxy.example.com/run
            apiUrl: https://proxy.example.com/api
            synchronous: true
            callTimeout: 7s
            synchronousTimeout: 5m
            startTimeout: 1h
            inFlight: 1
            perSecond: 2
        models:
          hidden: [stable-audio-2, google/lyria2]
          added: []
        generation:
          submitPatience: 2m
          queuePatience: 15m
          deadline: 1h 30m
          deliveryPatience: 3d
        results:
          maxSize: 10 MB
          timeout: 45s
          allowedHosts: [cdn.internal, "127.0.0.1:9000"]
          keepFor: 30d
          keepSize: 20 GB
        limits:
          memberDaily: 50
          memberMonthly: 500.5
          guildDaily: 0
          guildMonthly: 10000
          pendingPerMember: 3
          pendingPerChannel: 7
          cooldown: 30s
          confirmAbove: 12.5
        credits:
          elevenlabs: 0.0198
          fal: 2.5
        executor:
          pollingInterval: 250ms
          workers: 8
          shutdownGrace: 5s
        ops:
          host: 0.0.0.0
          port: 9100
        """);

    assertThat(
        load(Map.of("DISCORD_TOKEN", TOKEN, "AIMLAPI_KEY", "sk-1", "STABILITY_API_KEY", "sk-2", "FAL_KEY", "sk-3",
            "ELEVENLABS_API_KEY", "sk-4")))
        .isEqualTo(new Configuration.Complete(new FoleySettings(
            home.resolve("elsewhere"),
            new DiscordSettings(Secret.of(TOKEN), Optional.of(URI.create("http://127.0.0.1:7700/api/v10")),
                Optional.of(URI.create("ws://127.0.0.1:7700/gateway"))),
            new Services(
                Optional.of(new AimlApiSettings(URI.create("https://proxy.example.com/aiml"), Secret.of("sk-1"),
                    Duration.ofSeconds(5))),
                Optional.of(new StabilitySettings(URI.create("https://proxy.example.com/stability"), Secret.of("sk-2"),
                    Duration.ofSeconds(6), Duration.ofMinutes(4), AnswerForm.JSON)),
                Optional.of(new ElevenLabsSettings(URI.create("https://proxy.example.com/eleven"), Secret.of("sk-4"),
                    Duration.ofSeconds(8), Duration.ofMinutes(6),
                    new ElevenLabsSettings.Formats("pcm_44100", "mp3_44100_192", "auto"),
                    new Speech("someVoice123", Optional.of("off"), Optional.of(true), Optional.of(false),
                        Optional.of(false), OptionalInt.of(3),
                        List.of(new Dictionary("abc", Optional.empty()), new Dictionary("def", Optional.of("2")))))),
                Optional.of(new FalSettings(URI.create("https://proxy.example.com/queue"),
                    URI.create("https://proxy.example.com/run"), URI.create("https://proxy.example.com/api"),
                    Secret.of("sk-3"), true, Duration.ofSeconds(7), Duration.ofMinutes(5), Duration.ofHours(1))),
                Map.of("aimlapi", limits(3, 4, 9, 30), "stability", limits(8, 12, 9, 30), "elevenlabs",
                    limits(5, 20, 9, 30),
                    "fal", limits(1, 2, 9, 30))),
            new ModelSettings(Set.of(new ModelId("stable-audio-2"), new ModelId("google/lyria2")), List.of()),
            new GenerationSettings(Duration.ofMinutes(2), Duration.ofMinutes(15), Duration.ofMinutes(90),
                Duration.ofDays(3)),
            new Limits(budget("50", "500.5"), budget("0", "10000"), OptionalInt.of(3), OptionalInt.of(7),
                Duration.ofSeconds(30), Optional.of(new BigDecimal("12.5"))),
            new Tariff(Map.of(CostUnit.ELEVENLABS_CREDITS, new BigDecimal("0.0198"), CostUnit.FAL_UNITS,
                new BigDecimal("2.5"))),
            new StoreSettings("jdbc:sqlite:/srv/foley/jobs.db", Duration.ofMillis(250), 8, Duration.ofSeconds(5)),
            new FetchSettings(home.resolve("elsewhere/spool"), 10L << 20, Duration.ofSeconds(45),
                Set.of("cdn.internal", "127.0.0.1:9000")),
            new Retention(Duration.ofDays(30), 20L << 30),
            new OpsSettings("0.0.0.0", 9100))));
  }

  @Test
  void theQuestionBeforeASubmitCanBeSwitchedOff() throws IOException {
    write("limits: {confirmAbove: never}");

    assertThat(complete(Map.of("DISCORD_TOKEN", TOKEN)).limits().confirmAbove()).isEmpty();
  }

  @Test
  void theEnvironmentWinsOverTheFile() throws IOException {
    write("""
        data: elsewhere
        database: {url: "jdbc:sqlite:/srv/a.db"}
        discord: {apiUrl: "http://file.example.com", gatewayUrl: "ws://file.example.com"}
        providers: {aimlapi: {url: "https://file.example.com"}}
        results: {allowedHosts: [file.example.com]}
        ops: {port: 1}
        """);

    FoleySettings settings = complete(Map.of(
        "DISCORD_TOKEN", TOKEN, "AIMLAPI_KEY", "sk-1",
        "FOLEY_DATA", home.resolve("env").toString(),
        "FOLEY_DATABASE_URL", "jdbc:sqlite:/srv/env.db",
        "DISCORD_API_URL", "http://env.example.com",
        "DISCORD_GATEWAY_URL", "wss://env.example.com",
        "AIMLAPI_URL", "https://env.example.com",
        "FOLEY_RESULT_HOSTS", "env.example.com, 127.0.0.1:1",
        "FOLEY_OPS_PORT", "2"));

    assertThat(settings.data()).isEqualTo(home.resolve("env"));
    assertThat(settings.store().url()).isEqualTo("jdbc:sqlite:/srv/env.db");
    assertThat(settings.discord().apiUrl()).contains(URI.create("http://env.example.com"));
    assertThat(settings.discord().gatewayUrl()).contains(URI.create("wss://env.example.com"));
    assertThat(settings.services().aimlApi().orElseThrow().baseUrl()).isEqualTo(URI.create("https://env.example.com"));
    assertThat(settings.results().allowedHosts()).containsExactlyInAnyOrder("env.example.com", "127.0.0.1:1");
    assertThat(settings.ops().port()).isEqualTo(2);
  }

  @Test
  void aVariableSetToNothingCountsAsNotSet() {
    assertThat(complete(Map.of("DISCORD_TOKEN", TOKEN, "FOLEY_OPS_PORT", "", "AIMLAPI_KEY", " ", "FOLEY_CONFIG", "")))
        .isEqualTo(complete(Map.of("DISCORD_TOKEN", TOKEN)));
  }

  @Test
  void relativePathsOfTheShellStartAtTheWorkingDirectory() {
    assertThat(complete(Map.of("DISCORD_TOKEN", TOKEN, "FOLEY_DATA", "here")).data())
        .isEqualTo(Path.of("here").toAbsolutePath());
  }

  @Test
  void foleyConfigNamesAnotherFile() throws IOException {
    Path other = Files.writeString(home.resolve("other.yaml"), "ops: {port: 9999}");
    write("ops: {port: 1}");

    assertThat(complete(Map.of("DISCORD_TOKEN", TOKEN, "FOLEY_CONFIG", other.toString())).ops().port()).isEqualTo(9999);
  }

  @Test
  void anEmptyFileMeansTheDefaults() throws IOException {
    FoleySettings defaults = complete(Map.of("DISCORD_TOKEN", TOKEN));
    for (String content : new String[]{"", "# nothing\n", "---\n", "ops:\n  port:\ndata: ''\n"}) {
      write(content);
      assertThat(complete(Map.of("DISCORD_TOKEN", TOKEN))).as(content).isEqualTo(defaults);
    }
  }

  @Test
  void theLevelOfTheLogMayBeWrittenInCapitals() {
    assertThat(load(Map.of("DISCORD_TOKEN", TOKEN, "FOLEY_LOG", "json", "FOLEY_LOG_LEVEL", "DEBUG")))
        .isInstanceOf(Configuration.Complete.class);
  }

  @Test
  void withoutATokenNothingIsWrong() {
    assertThat(load(Map.of())).isEqualTo(new Configuration.WithoutToken());
  }

  @Test
  void aProblemIsToldEvenWithoutAToken() throws IOException {
    write("ops: {port: http}");

    assertThat(load(Map.of())).isInstanceOf(Configuration.Invalid.class);
  }

  @Test
  void theSettingsDoNotShowTheirSecrets() {
    assertThat(complete(Map.of("DISCORD_TOKEN", TOKEN, "AIMLAPI_KEY", "sk-secret")).toString())
        .doesNotContain(TOKEN).doesNotContain("sk-secret").contains("[redacted]");
  }

  private static Budget budget(String daily, String monthly) {
    return new Budget(Optional.of(new BigDecimal(daily)), Optional.of(new BigDecimal(monthly)));
  }

  private void write(String yaml) throws IOException {
    Files.createDirectories(home.resolve("config"));
    Files.writeString(home.resolve("config/foley.yaml"), yaml);
  }

  private Configuration load(Map<String, String> variables) {
    return SettingsLoader.load(variables, home);
  }

  private FoleySettings complete(Map<String, String> variables) {
    Configuration configuration = load(variables);
    assertThat(configuration).isInstanceOf(Configuration.Complete.class);
    return ((Configuration.Complete) configuration).settings();
  }
}
