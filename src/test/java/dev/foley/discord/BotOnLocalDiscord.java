package dev.foley.discord;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.foley.audio.RecentWaveforms;
import dev.foley.audio.Transcoder;
import dev.foley.discord.interaction.CallbackThreads;
import dev.foley.discord.interaction.Interactions;
import dev.foley.discord.interaction.PreferenceSource;
import dev.foley.discord.interaction.PromisedReplies;
import dev.foley.discord.reply.DiscordReplies;
import dev.foley.discord.reply.KnownOutlook;
import dev.foley.generation.Expectation;
import dev.foley.generation.Generation;
import dev.foley.generation.GenerationId;
import dev.foley.generation.GenerationStore;
import dev.foley.generation.Generations;
import dev.foley.generation.InMemoryGenerationStore;
import dev.foley.generation.InMemoryRecords;
import dev.foley.generation.Ledger;
import dev.foley.generation.PendingGenerations;
import dev.foley.generation.policy.Budget;
import dev.foley.generation.policy.Limits;
import dev.foley.generation.policy.Tariff;
import dev.foley.playground.discord.InteractionView;
import dev.foley.playground.discord.LocalDiscord;
import dev.foley.playground.discord.LocalDiscordSettings;
import dev.foley.playground.discord.MemberControl;
import dev.foley.playground.discord.MessageView;
import dev.foley.playground.server.PlaygroundServer;
import dev.foley.provider.AudioSpool;
import dev.foley.provider.ModelCatalogue;
import dev.foley.secret.Secret;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import okhttp3.OkHttpClient;

/** The whole package through the real JDA, on a Discord on this machine. The test plays the part of the steps. */
public final class BotOnLocalDiscord implements AutoCloseable {
  public static final Duration PATIENCE = Duration.ofSeconds(10);
  /** As many may be pending as tests leave behind. */
  public static final Features.Policy ROOMY = new Features.Policy(
      new Limits(Budget.UNLIMITED, Budget.UNLIMITED, OptionalInt.empty(), OptionalInt.empty(), Duration.ZERO,
          Limits.DEFAULT.confirmAbove()),
      Tariff.DEFAULT, PreferenceSource.NONE);
  /** There is no room for work any more. */
  public static final Executor FULL = _ -> {
    throw new RejectedExecutionException("no permit");
  };
  private static final AtomicInteger IDS = new AtomicInteger();
  private static final AtomicInteger CHANNELS = new AtomicInteger();

  public final LocalDiscord discord = new LocalDiscord(LocalDiscordSettings.defaults());
  /** What the bot does its waiting work on; a test may put something else here. */
  public final AtomicReference<Executor> work = new AtomicReference<>(Thread::startVirtualThread);
  /** Where files are; a test may put something else here before it restarts the bot. */
  public AudioSpool spool = new EmptySpool();
  private final PlaygroundServer server = PlaygroundServer.start(0, List.of(discord));
  private final OkHttpClient http = new OkHttpClient();
  private final GenerationStore store;
  public final InMemoryRecords records;
  private final Ledger ledger;
  private final ModelCatalogue catalogue;
  private final Path directory = Files.createTempDirectory("foley");
  private final Features.Policy policy;
  public DiscordReplies replies;
  public DiscordBot bot;

  public BotOnLocalDiscord(InMemoryGenerationStore store, ModelCatalogue catalogue) throws Exception {
    this(store, catalogue, ROOMY);
  }

  public BotOnLocalDiscord(InMemoryGenerationStore store, ModelCatalogue catalogue, Features.Policy policy)
      throws Exception {
    this(store, new InMemoryRecords(store), store, catalogue, policy);
  }

  public BotOnLocalDiscord(WatchedStore store, ModelCatalogue catalogue) throws Exception {
    this(store, new InMemoryRecords(store.watched()), store.watched(), catalogue, ROOMY);
  }

  /**
   * @param store may be another view of what records and ledger show
   */
  public BotOnLocalDiscord(GenerationStore store, InMemoryRecords records, Ledger ledger, ModelCatalogue catalogue,
      Features.Policy policy) throws Exception {
    this.store = store;
    this.records = records;
    this.ledger = ledger;
    this.catalogue = catalogue;
    this.policy = policy;
    directory.toFile().deleteOnExit();
    replies = replies();
    bot = connect(replies);
  }

  public static ModelCatalogue catalogue() {
    return new ModelCatalogue(List.of(), List.of(new UnusedProvider(List.of(Samples.STABLE_AUDIO))));
  }

  /** As after a kill: everything in memory is new, the store and Discord are not. */
  public void restart() throws Exception {
    bot.close();
    replies = replies();
    bot = connect(replies);
  }

  public String newChannel() {
    String name = "room-" + CHANNELS.incrementAndGet();
    discord.world().createChannel(name);
    return name;
  }

  public MemberControl members() {
    return discord.control();
  }

  /** Invokes a command as mia, and waits until the reply says something. */
  public MessageView answerTo(String channel, String line) throws Exception {
    return answer(members().invoke("mia", channel, line).sent());
  }

  /** The first answer to an interaction, once it says something. */
  public MessageView answer(String interactionId) throws Exception {
    InteractionView answered = members().awaitInteraction(interactionId,
        view -> view.responses().stream()
            .anyMatch(message -> !message.content().isEmpty() || !message.embeds().isEmpty()),
        PATIENCE);
    return answered.responses().getFirst();
  }

  public MessageView message(String channel, Predicate<MessageView> fits) throws Exception {
    return members().awaitMessage("mia", channel, fits, PATIENCE);
  }

  public List<MessageView> messages(String channel) {
    return members().messages("mia", channel);
  }

  /** What stands in the store under the id in the small print of the card. */
  public Generation generation(MessageView reply) {
    String footer = String.valueOf(reply.embeds().getFirst().footer());
    return store.find(new GenerationId(footer.substring(footer.lastIndexOf(" · ") + 3))).orElseThrow();
  }

  /** Title, text and small print of a message's card, a line each; empty if it has none. */
  public static String card(MessageView message) {
    return message.embeds().stream().map(card -> card.title() + "\n" + card.description() + "\n" + card.footer())
        .collect(Collectors.joining("\n"));
  }

  /** Whether a message says that its request is queued. */
  public static boolean isQueued(MessageView message) {
    return card(message).contains("\nQueued\n");
  }

  private DiscordReplies replies() {
    return new DiscordReplies(new Transcoder(directory), new RecentWaveforms(), PreferenceSource.NONE,
        InstantSource.system());
  }

  private DiscordBot connect(DiscordReplies listener) throws Exception {
    InstantSource clock = InstantSource.system();
    Supplier<GenerationId> ids = () -> new GenerationId("%013d".formatted(IDS.incrementAndGet()));
    Generations generations = new Generations(store, () -> {}, new PendingGenerations(store, Ticker.systemTicker()),
        catalogue, listener, ids, clock);
    CallbackThreads callbacks = new CallbackThreads();
    Interactions interactions = Features.of(
        new Features.Bot(catalogue, generations, spool, Expectation.NONE, listener,
            new ChosenWork(work::get), PromisedReplies.NONE, callbacks, ids, clock, new Random(1)),
        new Features.Records(records, ledger, records, records, records), policy);
    DiscordBot started = DiscordBot.start(
        new DiscordSettings(Secret.of("playground"), Optional.of(discord.apiUrl()), Optional.empty()), listener,
        new KnownOutlook(catalogue, Expectation.NONE, generations), interactions, http, callbacks);
    started.awaitReady();
    members().awaitCommand("models", PATIENCE);
    return started;
  }

  @Override
  public void close() {
    bot.close();
    server.close();
    http.dispatcher().executorService().shutdown();
    http.connectionPool().evictAll();
  }
}
