package dev.foley.discord.reply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foley.discord.Samples;
import dev.foley.discord.interaction.PreferenceSource;
import dev.foley.discord.interaction.Sent;
import dev.foley.generation.DeliveryOutcome;
import dev.foley.generation.FakeClock;
import dev.foley.generation.Generation;
import dev.foley.generation.GenerationId;
import dev.foley.generation.GenerationState;
import dev.foley.generation.Take;
import dev.foley.generation.Takes;
import dev.foley.provider.AudioArtifact;
import dev.foley.provider.AudioRequest;
import dev.foley.provider.FailureReason;
import dev.foley.provider.Progress;
import dev.foley.provider.ProviderJobId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiscordRepliesTest {
  @TempDir
  Path spool;

  private final FakeClock clock = new FakeClock(Samples.ASKED);
  private final FakeDiscordMessages discord = new FakeDiscordMessages();
  private final List<Runnable> delayed = new ArrayList<>();
  private final List<Duration> delays = new ArrayList<>();
  private final FakeRenderer renderer = new FakeRenderer(Path.of("unused"));
  private boolean goesOn = true;
  private final DiscordReplies replies = new DiscordReplies(renderer, PreferenceSource.NONE, _ -> goesOn, clock,
      (after, task) -> {
        delays.add(after);
        delayed.add(task);
      });

  @BeforeEach
  void connect() {
    replies.connect(discord, Outlook.NONE);
  }

  @Test
  void progressIsShownAsItGoes() {
    replies.changed(Samples.queued());
    runAfter(Duration.ofSeconds(60), () -> replies.changed(Samples.pending(2)));
    runAfter(Duration.ofSeconds(15), () -> replies.progressed(Samples.pending(2), Progress.QUEUED));
    runAfter(Duration.ofSeconds(15), () -> replies.progressed(Samples.pending(2), Progress.queuedAt(3)));
    runAfter(Duration.ofSeconds(15), () -> replies.progressed(Samples.pending(2), Progress.UNKNOWN));
    runAfter(Duration.ofSeconds(15), () -> replies.retrying(Samples.pending(3), "503"));

    assertThat(discord.words()).containsExactly("Queued", "Generating", "Waiting at the service",
        "Waiting at the service · place 3", "Generating", "The service is busy. Trying again");
  }

  @Test
  void wordsThatComeTooSoonWaitForTheirTurnAndTheNewestWins() {
    replies.changed(Samples.queued());
    for (int second = 1; second <= 3; second++) {
      runAfter(Duration.ofSeconds(1), () -> replies.progressed(Samples.pending(2), Progress.QUEUED));
    }
    replies.progressed(Samples.pending(2), Progress.GENERATING);
    assertThat(discord.edits).hasSize(1);
    assertThat(delays).containsExactly(Duration.ofSeconds(3));

    runAfter(Duration.ofSeconds(1), delayed.removeFirst());
    assertThat(discord.words()).containsExactly("Queued", "Generating");
    assertThat(delayed).isEmpty();
  }

  @Test
  void whatStandsThereIsNotWrittenAgain() {
    replies.changed(Samples.pending(2));
    runAfter(Duration.ofSeconds(30), () -> replies.progressed(Samples.pending(2), Progress.GENERATING));
    assertThat(discord.edits).hasSize(1);

    runAfter(Duration.ofSeconds(30), () -> replies.progressed(Samples.pending(2), Progress.QUEUED));
    assertThat(discord.edits).hasSize(2);
  }

  @Test
  void anEditThatDiscordDidNotTakeIsMadeAgainWithTheNextWord() {
    discord.editAnswer = CompletableFuture.completedFuture(Optional.of(new Sent.NotNow(Optional.empty(), "500")));
    replies.changed(Samples.pending(2));
    runAfter(Duration.ofSeconds(30), () -> replies.progressed(Samples.pending(2), Progress.GENERATING));
    assertThat(discord.edits).hasSize(2);
  }

  /** A service that has a new word every second, a bar that moves, a member who cancels twice, and the end within the minute. */
  @Test
  void atMostFiveEditsAreMadeInTheFirstMinute() throws IOException {
    AudioArtifact audio = spooled();
    replies.connect(discord, outlook(generation -> true, Optional.of(Duration.ofSeconds(50))));
    GenerationState cancelling = new GenerationState.Cancelling(new ProviderJobId("job"), Samples.ASKED, Samples.ASKED);
    replies.changed(Samples.queued());
    for (int second = 1; second < 60; second++) {
      int place = 100 - second;
      runAfter(Duration.ofSeconds(1), () -> replies.progressed(submitted(2 + place % 2), Progress.queuedAt(place)));
      if (second == 10 || second == 40) {
        replies.changed(Samples.generation(9, cancelling));
        replies.changed(submitted(10 + second));
      }
      runDelayed();
    }
    assertThat(replies.deliver(Samples.sound(Samples.ready(audio), audio))).isEqualTo(new DeliveryOutcome.Posted(900));

    assertThat(discord.edits.size() + discord.posts.size()).isLessThanOrEqualTo(5);
    assertThat(discord.words()).contains("Cancelling…");
  }

  /** The bar that moves here must not end up on top of what another instance has delivered. */
  @Test
  void aReplyThatAnotherInstanceHasEndedIsLeftAsItIs() {
    replies.connect(discord, outlook(generation -> true, Optional.of(Duration.ofSeconds(50))));
    replies.changed(submitted(2));
    assertThat(discord.edits).hasSize(1);
    goesOn = false;
    for (int second = 1; second <= 80; second++) {
      clock.advance(Duration.ofSeconds(1));
      runDelayed();
    }
    replies.progressed(submitted(2), Progress.GENERATING);
    assertThat(discord.edits).hasSize(1);
    assertThat(delayed).isEmpty();
  }

  @Test
  void theBarMovesAlthoughNothingIsHeard() {
    replies.connect(discord, outlook(generation -> true, Optional.of(Duration.ofSeconds(50))));
    replies.changed(submitted(2));
    for (int second = 1; second <= 80; second++) {
      clock.advance(Duration.ofSeconds(1));
      runDelayed();
      assertThat(discord.words().getLast()).as("after %d s", second).matches(
          Pattern.compile(second < 50 ? ".*ready <t:.*" : ".*any moment now.*", Pattern.DOTALL));
    }
    String at = "ready <t:" + Samples.ASKED.plusSeconds(50).getEpochSecond() + ":R>";
    assertThat(discord.words()).containsExactly(
        "Generating · " + at + "\n▰▱▱▱▱▱▱▱▱▱", "Generating · " + at + "\n▰▰▱▱▱▱▱▱▱▱",
        "Generating · " + at + "\n▰▰▰▰▰▱▱▱▱▱", "Generating · any moment now\n▰▰▰▰▰▰▰▰▰▱");
    assertThat(delayed).isEmpty();
  }

  @Test
  void generationsDoNotShareTheirPace() {
    replies.changed(Samples.queued());
    replies.changed(Generation.queued(new GenerationId("1ABCDEFGHJKMN"), Samples.origin(),
        Samples.request("x"), Takes.single(new GenerationId("1ABCDEFGHJKMN")), Samples.ASKED));
    assertThat(discord.edits).hasSize(2);
  }

  @Test
  void theTakesOfARequestShareOneReply() {
    GenerationState.Pending pending = new GenerationState.Pending(new ProviderJobId("job"), Samples.ASKED);
    AudioArtifact audio = Samples.wav(spool.resolve("x.wav"));
    for (int number = 1; number <= 4; number++) {
      replies.changed(Samples.take(number, 4, 0, new GenerationState.Queued(Samples.ASKED)));
      replies.changed(Samples.take(number, 4, 2, pending));
    }
    replies.changed(Samples.take(2, 4, 4, Samples.readyAfter(audio, 3)));
    replies.changed(Samples.take(4, 4, 4, Samples.readyAfter(audio, 4)));
    runAfter(Duration.ofSeconds(12), delayed.removeLast());

    assertThat(discord.words()).containsExactly("Queued", "Generating · 2 of 4 ready");
  }

  @Test
  void aLateWordAboutOneTakeEndsNothingAndOverwritesNothing() throws IOException {
    AudioArtifact audio = spooled();
    GenerationState.Pending pending = new GenerationState.Pending(new ProviderJobId("job"), Samples.ASKED);
    Generation first = Samples.take(1, 2, 3, Samples.readyAfter(audio, 3));
    Generation second = Samples.take(2, 2, 3,
        new GenerationState.Failing(FailureReason.GENERATION_FAILED, Samples.ASKED));
    replies.changed(Samples.take(1, 2, 2, pending));
    runAfter(Duration.ofSeconds(6), () -> replies.changed(second));
    runAfter(Duration.ofSeconds(20), () -> replies.progressed(Samples.take(1, 2, 2, pending), Progress.GENERATING));
    assertThat(discord.words()).containsExactly("Generating", "Generating · 0 of 2 ready");

    assertThat(replies.deliver(List.of(new Take.Sound(first, audio),
        new Take.Missing(second, FailureReason.GENERATION_FAILED)))).isEqualTo(new DeliveryOutcome.Posted(900));
    runAfter(Duration.ofSeconds(60), () -> replies.progressed(Samples.take(1, 2, 9, pending), Progress.QUEUED));
    assertThat(discord.edits).hasSize(2);
  }

  @Test
  void afterARestartItIsNotSaidHowManyAreReady() {
    replies.progressed(
        Samples.take(3, 4, 2, new GenerationState.Pending(new ProviderJobId("job"), Samples.ASKED)),
        Progress.GENERATING);
    assertThat(discord.words()).containsExactly("Generating");
  }

  @Test
  void theButtonIsGreyWhileItCannotHelp() {
    replies.connect(discord,
        outlook(generation -> generation.state() instanceof GenerationState.Queued, Optional.empty()));
    replies.changed(Samples.queued());
    runAfter(Duration.ofSeconds(6), () -> replies.changed(Samples.pending(2)));

    assertThat(discord.edits).extracting(Notice::actions).containsExactly(
        List.of(new Notice.Action.Press("cancel:0ABCDEFGHJKMN", "Cancel", true)),
        List.of(new Notice.Action.Press("cancel:0ABCDEFGHJKMN", "Cancel", false)));
  }

  @Test
  void whoCancelsIsAnsweredAtOnceAndOnce() {
    replies.connect(discord, outlook(generation -> true, Optional.empty()));
    GenerationState cancelling = new GenerationState.Cancelling(new ProviderJobId("job"), Samples.ASKED, Samples.ASKED);
    replies.changed(Samples.pending(2));
    clock.advance(Duration.ofSeconds(1));
    replies.changed(Samples.generation(3, cancelling));
    replies.progressed(Samples.pending(2), Progress.GENERATING);
    replies.changed(Samples.generation(3, cancelling));
    runAfter(Duration.ofSeconds(60), this::runDelayed);

    assertThat(discord.words()).containsExactly("Generating", "Cancelling…");
    assertThat(discord.edits.getLast().actions())
        .containsExactly(new Notice.Action.Press("cancel:0ABCDEFGHJKMN", "Cancel", false));
  }

  @Test
  void aJobThatCouldNotBeCancelledGoesOn() {
    replies.changed(Samples.generation(3,
        new GenerationState.Cancelling(new ProviderJobId("job"), Samples.ASKED, Samples.ASKED)));
    runAfter(Duration.ofSeconds(6), () -> replies.changed(Samples.pending(4)));
    assertThat(discord.words()).containsExactly("Cancelling…", "Generating");
  }

  @Test
  void anOlderVersionThatComesLateIsNotShown() {
    replies.changed(Samples.pending(2));
    runAfter(Duration.ofSeconds(6), () -> replies.changed(Samples.queued()));
    assertThat(discord.words()).containsExactly("Generating");
  }

  @Test
  void nothingIsEditedAfterTheTokenDied() {
    clock.set(Samples.ASKED.plus(Duration.ofMinutes(15)));
    replies.progressed(Samples.pending(2), Progress.GENERATING);
    assertThat(discord.edits).isEmpty();
  }

  @Test
  void aTokenThatDiedEarlyIsNotTriedAgain() {
    discord.editAnswer = CompletableFuture.completedFuture(Optional.of(new Sent.Closed("50027")));
    replies.changed(Samples.queued());
    runAfter(Duration.ofSeconds(6), () -> replies.changed(Samples.pending(2)));
    assertThat(discord.edits).hasSize(1);
  }

  @Test
  void noProgressIsShownAfterTheResult() throws IOException {
    AudioArtifact audio = spooled();
    replies.changed(Samples.queued());
    replies.progressed(Samples.pending(2), Progress.GENERATING);
    assertThat(replies.deliver(Samples.sound(Samples.ready(audio), audio))).isEqualTo(new DeliveryOutcome.Posted(900));

    runAfter(Duration.ofSeconds(5), delayed.removeFirst());
    replies.progressed(Samples.pending(9), Progress.GENERATING);
    assertThat(discord.edits).hasSize(1);
  }

  @Test
  void theResultWaitsForTheEditUnderWay() throws Exception {
    AudioArtifact audio = spooled();
    discord.editAnswer = new CompletableFuture<>();
    replies.changed(Samples.queued());

    AtomicReference<DeliveryOutcome> outcome = new AtomicReference<>();
    Thread delivery = Thread.ofVirtual()
        .start(() -> outcome.set(replies.deliver(Samples.sound(Samples.ready(audio), audio))));
    Awaitility.await().until(() -> delivery.getState() == Thread.State.TIMED_WAITING);
    assertThat(discord.posts).isEmpty();

    discord.editAnswer.complete(Optional.empty());
    delivery.join();
    assertThat(outcome).hasValue(new DeliveryOutcome.Posted(900));
    assertThat(discord.posts).hasSize(1);
  }

  @Test
  void aSlowEditIsNotOvertakenByTheNext() {
    discord.editAnswer = new CompletableFuture<>();
    replies.changed(Samples.queued());
    runAfter(Duration.ofSeconds(6), () -> replies.changed(Samples.pending(2)));
    assertThat(discord.edits).hasSize(1);

    discord.editAnswer.complete(Optional.empty());
    runAfter(Duration.ofSeconds(5), delayed.removeFirst());
    assertThat(discord.edits).hasSize(2);
  }

  @Test
  void aFailureIsToldAsAnEdit() {
    Instant since = clock.advance(Duration.ofSeconds(3));
    Generation failing = Samples.generation(2, new GenerationState.Failing(FailureReason.KEY_REJECTED, since));
    assertThat(replies.deliver(Samples.missing(failing, FailureReason.KEY_REJECTED)))
        .isEqualTo(new DeliveryOutcome.Posted(900));
    assertThat(discord.posts.getFirst().notice().card().description()).contains("did not accept this bot’s key")
        .contains("Nothing was charged.");
  }

  @Test
  void beforeDiscordIsConnectedDeliveryIsPutOffAndProgressDropped() throws IOException {
    replies.disconnect();
    AudioArtifact audio = spooled();
    replies.changed(Samples.queued());

    assertThat(replies.deliver(Samples.sound(Samples.ready(audio), audio)))
        .isEqualTo(new DeliveryOutcome.NotNow(Optional.of(Duration.ofSeconds(2)), "not connected to Discord"));
    assertThat(discord.edits).isEmpty();
    assertThat(discord.posts).isEmpty();
  }

  @Test
  void aFileThatHasGoneIsNotPosted() {
    AudioArtifact gone = Samples.wav(spool.resolve("gone.wav"));
    assertThat(replies.deliver(Samples.sound(Samples.ready(gone), gone))).isInstanceOf(DeliveryOutcome.NotNow.class);
    assertThat(discord.posts).isEmpty();
  }

  private static Outlook outlook(Predicate<Generation> cancellable, Optional<Duration> expected) {
    return new FakeOutlook() {
      @Override
      public Optional<Duration> expected(AudioRequest request) {
        return expected;
      }

      @Override
      public boolean cancellable(Generation generation) {
        return cancellable.test(generation);
      }
    };
  }

  private static Generation submitted(long version) {
    return Samples.submitted(version, Samples.ASKED);
  }

  /** Runs what has been put off; what is too early puts itself off again. */
  private void runDelayed() {
    List<Runnable> due = List.copyOf(delayed);
    delayed.clear();
    due.forEach(Runnable::run);
  }

  private AudioArtifact spooled() throws IOException {
    return Samples.wav(Files.write(spool.resolve("result.wav"), new byte[100]));
  }

  private void runAfter(Duration wait, Runnable task) {
    clock.advance(wait);
    task.run();
  }
}
