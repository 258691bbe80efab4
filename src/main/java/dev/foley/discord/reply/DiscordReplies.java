package dev.foley.discord.reply;

import dev.foley.audio.RecentWaveforms;
import dev.foley.audio.Transcoder;
import dev.foley.discord.interaction.PreferenceSource;
import dev.foley.discord.interaction.Sent;
import dev.foley.generation.AudioDelivery;
import dev.foley.generation.DeliveryOutcome;
import dev.foley.generation.Generation;
import dev.foley.generation.GenerationId;
import dev.foley.generation.GenerationListener;
import dev.foley.generation.Take;
import dev.foley.provider.AudioArtifact;
import dev.foley.provider.IncomingSound;
import dev.foley.provider.Progress;
import java.nio.file.Files;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What members read while a generation runs and when it has ended. Thread-safe.
 *
 * <p>It exists before the connection to Discord does, because the steps of generations need it: until {@link dev.foley.discord.DiscordBot} connects
 * it, delivery answers "not now" and progress is dropped.
 */
public final class DiscordReplies implements AudioDelivery, GenerationListener {
  private static final Duration UNTIL_CONNECTED = Duration.ofSeconds(2);
  private static final Duration UNTIL_QUIET = Duration.ofSeconds(5);

  private final AtomicReference<@Nullable Connection> connection = new AtomicReference<>();
  private final ProgressReplies progress;
  private final HeadStarts headStarts;
  private final Renderer renderer;
  private final PreferenceSource preferences;
  private final InstantSource clock;

  /**
   * @param transcoder makes smaller files where a sound is too large
   * @param waveforms of sounds whose picture needs no second reading
   * @param preferences may be asked by delivery, which waits
   */
  public DiscordReplies(Transcoder transcoder, RecentWaveforms waveforms, PreferenceSource preferences,
      InstantSource clock) {
    this(transcoder, waveforms, preferences, _ -> true, clock);
  }

  /**
   * @param goesOn whether a request, named by its first take, has a take that is neither ready nor over; may wait. Asked before a
   *     pending reply is edited, where another instance may have ended it
   */
  public DiscordReplies(Transcoder transcoder, RecentWaveforms waveforms, PreferenceSource preferences,
      Predicate<GenerationId> goesOn, InstantSource clock) {
    this(Renderer.by(transcoder, waveforms), preferences, goesOn, clock, (after, task) -> CompletableFuture
        .delayedExecutor(after.toMillis(), TimeUnit.MILLISECONDS, Thread::startVirtualThread).execute(task));
  }

  DiscordReplies(Renderer renderer, PreferenceSource preferences, Predicate<GenerationId> goesOn, InstantSource clock,
      ProgressReplies.Delay delay) {
    this.renderer = renderer;
    this.preferences = preferences;
    this.clock = clock;
    this.progress = new ProgressReplies(this::connection, goesOn, clock, delay);
    this.headStarts = new HeadStarts(progress, clock, delay);
  }

  /** What there is once Discord is connected. */
  public record Connection(DiscordMessages messages, Outlook outlook) {}

  public void connect(DiscordMessages messages, Outlook outlook) {
    connection.set(new Connection(messages, outlook));
  }

  public void disconnect() {
    connection.set(null);
    headStarts.dropAll();
  }

  @Override
  public void begin(Take.Sound announced, IncomingSound sound) {
    connection().ifPresent(connected -> headStarts.begin(announced, sound, connected,
        new VoiceMessages(connected.messages(), preferences)));
  }

  @Override
  public DeliveryOutcome deliver(List<Take> takes) {
    Optional<Connection> connected = connection();
    if (connected.isEmpty()) {
      return new DeliveryOutcome.NotNow(Optional.of(UNTIL_CONNECTED), "not connected to Discord");
    }
    if (takes.stream().anyMatch(DiscordReplies::hasLostItsFile)) {
      return new DeliveryOutcome.NotNow(Optional.empty(), "the file is not in the spool");
    }
    if (!progress.end(takes.getFirst().generation())) {
      return new DeliveryOutcome.NotNow(Optional.of(UNTIL_QUIET), "a progress edit is still under way");
    }
    try (Renderings renderings = new Renderings(renderer)) {
      Letter letter = new Letter(takes);
      Optional<Sent.Posted> ahead = headStarts.finish(letter, renderings, connected.get().outlook());
      return ahead.isPresent()
          ? new DeliveryOutcome.Posted(ahead.get().messageId())
          : ladder(connected.get()).deliver(letter, renderings);
    }
  }

  private DeliveryLadder ladder(Connection connected) {
    return new DeliveryLadder(connected.messages(), new Notices(connected.outlook()),
        new VoiceMessages(connected.messages(), preferences), clock);
  }

  /**
   * Puts sounds of the past before a member once more, in the reply to the interaction that their origin names. Blocking, bounded in
   * time; nothing is recorded.
   *
   * @param takes all of a request, in their order, each with where its file lies now
   * @param above stands over the card
   */
  public Sent repeat(List<Take> takes, String above) {
    Optional<Connection> connected = connection();
    if (connected.isEmpty()) {
      return new Sent.NotNow(Optional.of(UNTIL_CONNECTED), "not connected to Discord");
    }
    try (Renderings renderings = new Renderings(renderer)) {
      return ladder(connected.get()).repeat(new Letter(takes), above, renderings);
    }
  }

  private static boolean hasLostItsFile(Take take) {
    return take instanceof Take.Sound(_, AudioArtifact audio) && !Files.isRegularFile(audio.file());
  }

  private Optional<Connection> connection() {
    return Optional.ofNullable(connection.get());
  }

  @Override
  public void changed(Generation generation) {
    headStarts.changed(generation);
    progress.changed(generation);
  }

  @Override
  public void progressed(Generation generation, Progress update) {
    progress.progressed(generation, update);
  }

  @Override
  public void retrying(Generation generation, String detail) {
    headStarts.retrying(generation);
    progress.retrying(generation, detail);
  }
}
