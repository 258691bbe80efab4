package dev.foley.config;

import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;

import dev.foley.discord.Shards;
import dev.foley.generation.GenerationSettings;
import dev.foley.ops.OpsSettings;
import dev.foley.provider.FetchSettings;
import dev.foley.provider.ModelDeclaration;
import dev.foley.provider.ModelId;
import dev.foley.provider.ProviderLimits;
import dev.foley.provider.aimlapi.AimlApiSettings;
import dev.foley.provider.elevenlabs.ElevenLabsSettings;
import dev.foley.provider.elevenlabs.ElevenLabsSettings.Dictionary;
import dev.foley.provider.elevenlabs.ElevenLabsSettings.Speech;
import dev.foley.provider.fal.FalSettings;
import dev.foley.provider.stability.StabilitySettings;
import dev.foley.provider.stability.StabilitySettings.AnswerForm;
import dev.foley.store.StoreSettings;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Every key there is. What is not in this table is unknown; what is in it stands in {@code config/foley.yaml}. */
final class Keys {
  static final Key<Path> DATA = Key.of("data", "FOLEY_DATA", Formats.directory(), Path.of("data"));
  /** Empty for a file in the data directory. */
  static final Key<Optional<DatabaseAddress>> DATABASE_URL = Key.of("database.url", "FOLEY_DATABASE_URL",
      Formats.optional(new DatabaseAddress.Written()), Optional.empty());
  static final Key<Optional<String>> DATABASE_USER = Key.of("database.user", "FOLEY_DATABASE_USER",
      Formats.optional(Formats.text()), Optional.empty());

  static final Key<Optional<URI>> DISCORD_API_URL = Key.of("discord.apiUrl", "DISCORD_API_URL",
      Formats.optional(Formats.address("https", "http")), Optional.empty());
  static final Key<Optional<URI>> DISCORD_GATEWAY_URL = Key.of("discord.gatewayUrl", "DISCORD_GATEWAY_URL",
      Formats.optional(Formats.address("wss", "ws")), Optional.empty());

  static final Key<Shards> DISCORD_SHARDS = Key.of("discord.shards", "FOLEY_SHARDS", new ShardsOfThisInstance(),
      Shards.AUTO);

  static final Key<URI> AIMLAPI_URL = Key.of("providers.aimlapi.url", "AIMLAPI_URL",
      Formats.address("https", "http"), AimlApiSettings.DEFAULT_URL);
  static final Key<Duration> AIMLAPI_CALL_TIMEOUT = Key.of("providers.aimlapi.callTimeout",
      new Durations(ofMillis(100), ofMinutes(5)), AimlApiSettings.DEFAULT_CALL_TIMEOUT);

  static final Key<URI> STABILITY_URL = Key.of("providers.stability.url", "STABILITY_URL",
      Formats.address("https", "http"), StabilitySettings.DEFAULT_URL);
  static final Key<Duration> STABILITY_CALL_TIMEOUT = Key.of("providers.stability.callTimeout",
      new Durations(ofMillis(100), ofMinutes(5)), StabilitySettings.DEFAULT_CALL_TIMEOUT);
  static final Key<Duration> STABILITY_ANSWER_TIMEOUT = Key.of("providers.stability.answerTimeout",
      new Durations(ofMillis(100), ofMinutes(15)), StabilitySettings.DEFAULT_ANSWER_TIMEOUT);
  static final Key<AnswerForm> STABILITY_ANSWER_FORM = Key.of("providers.stability.answerForm",
      Formats.constant(AnswerForm.class), AnswerForm.AUDIO);

  static final Key<URI> ELEVENLABS_URL = Key.of("providers.elevenlabs.url", "ELEVENLABS_URL",
      Formats.address("https", "http"), ElevenLabsSettings.DEFAULT_URL);
  static final Key<Duration> ELEVENLABS_CALL_TIMEOUT = Key.of("providers.elevenlabs.callTimeout",
      new Durations(ofMillis(100), ofMinutes(5)), ElevenLabsSettings.DEFAULT_CALL_TIMEOUT);
  static final Key<Duration> ELEVENLABS_ANSWER_TIMEOUT = Key.of("providers.elevenlabs.answerTimeout",
      new Durations(ofMillis(100), ofMinutes(15)), ElevenLabsSettings.DEFAULT_ANSWER_TIMEOUT);
  static final Key<String> ELEVENLABS_SPEECH_FORMAT = Key.of("providers.elevenlabs.speechFormat",
      Formats.checked(text -> new ElevenLabsSettings.Formats(text, ElevenLabsSettings.Formats.DEFAULT_SOUND,
          ElevenLabsSettings.Formats.DEFAULT_MUSIC)),
      ElevenLabsSettings.Formats.DEFAULT_SPEECH);
  static final Key<String> ELEVENLABS_SOUND_FORMAT = Key.of("providers.elevenlabs.soundFormat",
      Formats.checked(text -> new ElevenLabsSettings.Formats(ElevenLabsSettings.Formats.DEFAULT_SPEECH, text,
          ElevenLabsSettings.Formats.DEFAULT_MUSIC)),
      ElevenLabsSettings.Formats.DEFAULT_SOUND);
  static final Key<String> ELEVENLABS_MUSIC_FORMAT = Key.of("providers.elevenlabs.musicFormat",
      Formats.checked(text -> new ElevenLabsSettings.Formats(ElevenLabsSettings.Formats.DEFAULT_SPEECH,
          ElevenLabsSettings.Formats.DEFAULT_SOUND, text)),
      ElevenLabsSettings.Formats.DEFAULT_MUSIC);
  static final Key<String> ELEVENLABS_VOICE = Key.of("providers.elevenlabs.voice", Formats.checked(Keys::speaking),
      Speech.DEFAULT_VOICE);
  static final Key<Optional<String>> ELEVENLABS_TEXT_NORMALIZATION = Key.of("providers.elevenlabs.textNormalization",
      Formats.optional(Formats.oneOf("auto", "on", "off")), Optional.empty());
  static final Key<Optional<Boolean>> ELEVENLABS_LANGUAGE_NORMALIZATION = Key
      .of("providers.elevenlabs.languageNormalization", Formats.optional(Formats.yesOrNo()), Optional.empty());
  static final Key<Optional<Boolean>> ELEVENLABS_SPEAKER_BOOST = Key.of("providers.elevenlabs.speakerBoost",
      Formats.optional(Formats.yesOrNo()), Optional.empty());
  static final Key<Optional<Boolean>> ELEVENLABS_LOGGING = Key.of("providers.elevenlabs.logging",
      Formats.optional(Formats.yesOrNo()), Optional.empty());
  static final Key<Optional<Integer>> ELEVENLABS_STREAMING_LATENCY = Key.of("providers.elevenlabs.streamingLatency",
      Formats.optional(Formats.integer(0, 4)), Optional.empty());
  static final Key<List<Dictionary>> ELEVENLABS_DICTIONARIES = Key.of("providers.elevenlabs.pronunciationDictionaries",
      new Dictionaries(), List.of());

  static final Key<URI> FAL_QUEUE_URL = Key.of("providers.fal.url", "FAL_URL",
      Formats.address("https", "http"), FalSettings.DEFAULT_QUEUE_URL);
  static final Key<URI> FAL_RUN_URL = Key.of("providers.fal.runUrl", "FAL_RUN_URL",
      Formats.address("https", "http"), FalSettings.DEFAULT_RUN_URL);
  static final Key<URI> FAL_API_URL = Key.of("providers.fal.apiUrl", "FAL_API_URL",
      Formats.address("https", "http"), FalSettings.DEFAULT_API_URL);
  static final Key<Boolean> FAL_SYNCHRONOUS = Key.of("providers.fal.synchronous", Formats.yesOrNo(), false);
  static final Key<Duration> FAL_CALL_TIMEOUT = Key.of("providers.fal.callTimeout",
      new Durations(ofMillis(100), ofMinutes(5)), FalSettings.DEFAULT_CALL_TIMEOUT);
  static final Key<Duration> FAL_SYNCHRONOUS_TIMEOUT = Key.of("providers.fal.synchronousTimeout",
      new Durations(ofSeconds(4), ofMinutes(15)), FalSettings.DEFAULT_SYNCHRONOUS_TIMEOUT);
  static final Key<Duration> FAL_START_TIMEOUT = Key.of("providers.fal.startTimeout",
      new Durations(ofSeconds(2), ofHours(24)), FalSettings.DEFAULT_START_TIMEOUT);

  static final Key<Set<ModelId>> MODELS_HIDDEN = Key.of("models.hidden", new ModelIds(), Set.of());
  static final Key<List<ModelDeclaration>> MODELS_ADDED = Key.of("models.added", new Models(), List.of());

  static final Key<Duration> SUBMIT_PATIENCE = Key.of("generation.submitPatience",
      new Durations(ofSeconds(1), ofHours(1)), GenerationSettings.DEFAULT.submitPatience());
  static final Key<Duration> QUEUE_PATIENCE = Key.of("generation.queuePatience",
      new Durations(ofSeconds(1), ofHours(24)), GenerationSettings.DEFAULT.queuePatience());
  static final Key<Duration> DEADLINE = Key.of("generation.deadline",
      new Durations(ofSeconds(1), ofHours(24)), GenerationSettings.DEFAULT.deadline());
  static final Key<Duration> DELIVERY_PATIENCE = Key.of("generation.deliveryPatience",
      new Durations(ofSeconds(1), ofDays(7)), GenerationSettings.DEFAULT.deliveryPatience());

  static final Key<Long> RESULT_MAX_SIZE = Key.of("results.maxSize",
      new Sizes(1L << 10, 4L << 30), FetchSettings.DEFAULT_MAX_BYTES);
  static final Key<Duration> RESULT_TIMEOUT = Key.of("results.timeout",
      new Durations(ofMillis(100), ofHours(1)), FetchSettings.DEFAULT_TIMEOUT);
  static final Key<Set<String>> RESULT_HOSTS = Key.of("results.allowedHosts", "FOLEY_RESULT_HOSTS",
      new Hosts(), Set.of());

  static final Key<Duration> POLLING_INTERVAL = Key.of("executor.pollingInterval",
      new Durations(ofMillis(10), ofMinutes(1)), StoreSettings.DEFAULT_POLLING_INTERVAL);
  static final Key<Integer> WORKERS = Key.of("executor.workers",
      Formats.integer(1, 1000), StoreSettings.DEFAULT_WORKERS);
  static final Key<Duration> SHUTDOWN_GRACE = Key.of("executor.shutdownGrace",
      new Durations(Duration.ZERO, ofMinutes(10)), StoreSettings.DEFAULT_SHUTDOWN_GRACE);

  static final Key<String> OPS_HOST = Key.of("ops.host", Formats.listenHost(), OpsSettings.DEFAULT.host());
  static final Key<Integer> OPS_PORT = Key.of("ops.port", "FOLEY_OPS_PORT",
      Formats.integer(0, 65535), OpsSettings.DEFAULT.port());

  static final Key<Integer> FAILURES_IN_A_ROW = Key.of("providers.failuresInARow", Formats.integer(1, 1_000),
      ProviderLimits.DEFAULT.failuresInARow());
  static final Key<Duration> REST = Key.of("providers.rest", new Durations(ofSeconds(1), ofHours(1)),
      ProviderLimits.DEFAULT.openFor());

  /** The limits of each service that is asked over a network, by its name. */
  static final Map<String, Limits> LIMITS = Stream
      .of(Limits.of("aimlapi", 16, 50), Limits.of("stability", 8, 12), Limits.of("elevenlabs", 5, 20),
          Limits.of("fal", 16, 50))
      .collect(Collectors.toUnmodifiableMap(Limits::service, Function.identity()));

  /** How much is asked of one service. */
  record Limits(String service, Key<Integer> inFlight, Key<Integer> perSecond) {
    static Limits of(String service, int inFlight, int perSecond) {
      return new Limits(service,
          Key.of("providers." + service + ".inFlight", Formats.integer(1, 1_000), inFlight),
          Key.of("providers." + service + ".perSecond", Formats.integer(1, 1_000), perSecond));
    }
  }

  static final List<Key<?>> ALL = Stream.concat(
      Stream.<Key<?>>of(DATA, DATABASE_URL, DATABASE_USER, DISCORD_API_URL, DISCORD_GATEWAY_URL, DISCORD_SHARDS,
          AIMLAPI_URL, AIMLAPI_CALL_TIMEOUT,
          STABILITY_URL, STABILITY_CALL_TIMEOUT, STABILITY_ANSWER_TIMEOUT, STABILITY_ANSWER_FORM, ELEVENLABS_URL,
          ELEVENLABS_CALL_TIMEOUT, ELEVENLABS_ANSWER_TIMEOUT, ELEVENLABS_SPEECH_FORMAT, ELEVENLABS_SOUND_FORMAT,
          ELEVENLABS_MUSIC_FORMAT, ELEVENLABS_VOICE, ELEVENLABS_TEXT_NORMALIZATION, ELEVENLABS_LANGUAGE_NORMALIZATION,
          ELEVENLABS_SPEAKER_BOOST, ELEVENLABS_LOGGING, ELEVENLABS_STREAMING_LATENCY, ELEVENLABS_DICTIONARIES,
          FAL_QUEUE_URL,
          FAL_RUN_URL, FAL_API_URL, FAL_SYNCHRONOUS, FAL_CALL_TIMEOUT, FAL_SYNCHRONOUS_TIMEOUT, FAL_START_TIMEOUT,
          FAILURES_IN_A_ROW, REST,
          MODELS_HIDDEN, MODELS_ADDED, SUBMIT_PATIENCE, QUEUE_PATIENCE, DEADLINE, DELIVERY_PATIENCE, RESULT_MAX_SIZE,
          RESULT_TIMEOUT, RESULT_HOSTS, POLLING_INTERVAL, WORKERS, SHUTDOWN_GRACE, OPS_HOST, OPS_PORT),
      Stream.concat(LimitKeys.ALL.stream(),
          LIMITS.values().stream().flatMap(limits -> Stream.of(limits.inFlight(), limits.perSecond()))))
      .toList();

  static final Set<String> PATHS = ALL.stream().map(Key::path).collect(Collectors.toUnmodifiableSet());

  /** The paths that have keys below them, such as {@code providers} and {@code providers.aimlapi}. */
  static final Set<String> SECTIONS = PATHS.stream().flatMap(Keys::sectionsOf).collect(Collectors.toUnmodifiableSet());

  private Keys() {}

  private static Stream<String> sectionsOf(String path) {
    return IntStream.range(0, path.length()).filter(i -> path.charAt(i) == '.').mapToObj(i -> path.substring(0, i));
  }

  private static Speech speaking(String voice) {
    return new Speech(voice, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
        OptionalInt.empty(),
        List.of());
  }
}
