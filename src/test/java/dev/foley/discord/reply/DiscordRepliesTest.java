package dev.foley.discord.reply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foley.discord.Samples;
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
import dev.foley.provider.Cost;
import dev.foley.provider.CostUnit;
import dev.foley.provider.FailureReason;
import dev.foley.provider.Progress;
import dev.foley.provider.ProviderJobId;
import java.io.IOException;
import java.math.BigDecimal;
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
  private final DiscordReplies replies = new DiscordReplies(clock, (after, task) -> {
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
    runAfter(Duration.ofSeconds(5), () -> replies.changed(Samples.pending(2)));
    runAfter(Duration.ofSeconds(5), () -> replies.progressed(Samples.pending(2), Progress.QUEUED));
    runAfter(Duration.ofSeconds(5), () -> replies.progressed(Samples.pending(2), Progress.queuedAt(3)));
    runAfter(Duration.ofSeconds(5), () -> replies.progressed(Samples.pending(2), Progress.UNKNOWN));
    runAfter(Duration.ofSeconds(5), () -> replies.retrying(Samples.pending(3), "503"));

    assertThat(discord.edits).containsExactly(
        "Queued.\n-# “warm lo-fi piano, rain” · 0ABCDEFGHJKMN",
        "Generating · 5 s\n-# “warm lo-fi piano, rain” · 0ABCDEFGHJKMN",
        "Waiting at the service · 10 s\n-# “warm lo-fi piano, rain” · 0ABCDEFGHJKMN",
        "Waiting at the service · place 3 · 15 s\n-# “warm lo-fi piano, rain” · 0ABCDEFGHJKMN",
        "Generating · 20 s\n-# “warm lo-fi piano, rain” · 0ABCDEFGHJKMN",
        "The service is busy. Trying again · 25 s\n-# “warm lo-fi piano, rain” · 0ABCDEFGHJKMN");
  }

  @Test
  void atMostOneEditIsMadeInFiveSecondsAndTheNewestWordWins() {
    replies.changed(Samples.queued());
    for (int second = 1; second <= 4; second++) {
      runAfter(Duration.ofSeconds(1), () -> replies.progressed(Samples.pending(2), Progress.QUEUED));
    }
    replies.progressed(Samples.pending(2), Progress.GENERATING);
    assertThat(discord.edits).hasSize(1);
    assertThat(delays).containsExactly(Duration.ofSeconds(4));

    runAfter(Duration.ofSeconds(1), delayed.removeFirst());
    assertThat(discord.edits).hasSize(2).last().asString().startsWith("Generating · 5 s");
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
    runAfter(Duration.ofSeconds(12), delayed.removeFirst());

    assertThat(delayed).isEmpty();
    assertThat(discord.edits).hasSize(2).last()
        .isEqualTo("Generating · 2 of 4 ready · 12 s\n-# “warm lo-fi piano, rain” · 0ABCDEFGHJKMN");
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
    runAfter(Duration.ofSeconds(6), () -> replies.progressed(Samples.take(1, 2, 2, pending), Progress.GENERATING));
    assertThat(discord.edits).hasSize(3).last().asString().startsWith("Generating · 0 of 2 ready");

    assertThat(replies.deliver(List.of(new Take.Sound(first, audio),
        new Take.Missing(second, FailureReason.GENERATION_FAILED)))).isEqualTo(new DeliveryOutcome.Posted(900));
    runAfter(Duration.ofSeconds(6), () -> replies.progressed(Samples.take(1, 2, 9, pending), Progress.GENERATING));
    assertThat(discord.edits).hasSize(3);
  }

  @Test
  void afterARestartItIsNotSaidHowManyAreReady() {
    replies.progressed(
        Samples.take(3, 4, 2, new GenerationState.Pending(new ProviderJobId("job"), Samples.ASKED)),
        Progress.GENERATING);
    assertThat(discord.edits).singleElement().asString().startsWith("Generating · 0 s\n");
  }

  @Test
  void whatItWillCostAndTheWayOutAreShown() {
    replies.connect(discord, outlook(generation -> true));
    replies.changed(Samples.take(1, 2, 0, new GenerationState.Queued(Samples.ASKED)));

    assertThat(discord.edits).containsExactly(
        "Queued.\n-# “warm lo-fi piano, rain” · about 50,400 AIML credits (0.03 USD) · 0ABCDEFGHJKMN");
    assertThat(discord.buttons).containsExactly("cancel:0ABCDEFGHJKMN");
  }

  @Test
  void theButtonIsThereOnlyWhileItCanHelp() {
    replies.connect(discord, outlook(generation -> generation.state() instanceof GenerationState.Queued));
    replies.changed(Samples.queued());
    runAfter(Duration.ofSeconds(6), () -> replies.changed(Samples.pending(2)));

    assertThat(discord.buttons).containsExactly("cancel:0ABCDEFGHJKMN", "");
  }

  @Test
  void whoCancelsIsAnsweredAtOnceAndOnce() {
    replies.connect(discord, outlook(generation -> true));
    GenerationState cancelling = new GenerationState.Cancelling(new ProviderJobId("job"), Samples.ASKED, Samples.ASKED);
    replies.changed(Samples.pending(2));
    clock.advance(Duration.ofSeconds(1));
    replies.changed(Samples.generation(3, cancelling));
    replies.progressed(Samples.pending(2), Progress.GENERATING);
    replies.changed(Samples.generation(3, cancelling));

    assertThat(discord.edits).hasSize(2).last()
        .isEqualTo("Cancelling…\n-# “warm lo-fi piano, rain” · about 25,200 AIML credits (0.01 USD) · 0ABCDEFGHJKMN");
    assertThat(discord.buttons).containsExactly("cancel:0ABCDEFGHJKMN", "");
    assertThat(delayed).hasSize(1);
  }

  @Test
  void aJobThatCouldNotBeCancelledGoesOn() {
    replies.changed(Samples.generation(3,
        new GenerationState.Cancelling(new ProviderJobId("job"), Samples.ASKED, Samples.ASKED)));
    runAfter(Duration.ofSeconds(6), () -> replies.changed(Samples.pending(4)));
    assertThat(discord.edits).hasSize(2).last().asString().startsWith("Generating · 6 s");
  }

  @Test
  void anOlderVersionThatComesLateIsNotShown() {
    replies.changed(Samples.pending(2));
    runAfter(Duration.ofSeconds(6), () -> replies.changed(Samples.queued()));
    assertThat(discord.edits).hasSize(1).first().asString().startsWith("Generating");
  }

  @Test
  void nothingIsEditedAfterTheTokenDied() {
    clock.set(Samples.ASKED.plus(Duration.ofMinutes(15)));
    replies.progressed(Samples.pending(2), Progress.GENERATING);
    assertThat(discord.edits).isEmpty();
  }

  @Test
  void aTokenThatDiedEarlyIsNotTriedAgain() {
    discord.editAnswer = CompletableFuture.completedFuture(new Sent.Closed("50027"));
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

    discord.editAnswer.complete(new Sent.Posted(1));
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

    discord.editAnswer.complete(new Sent.Posted(1));
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

  private static Outlook outlook(Predicate<Generation> cancellable) {
    return new Outlook() {
      @Override
      public Optional<Cost> estimate(AudioRequest request) {
        return Optional.of(new Cost(new BigDecimal("25200"), CostUnit.AIML_CREDITS));
      }

      @Override
      public Optional<Duration> expected(AudioRequest request) {
        return Optional.empty();
      }

      @Override
      public boolean cancellable(Generation generation) {
        return cancellable.test(generation);
      }
    };
  }

  private AudioArtifact spooled() throws IOException {
    return Samples.wav(Files.write(spool.resolve("result.wav"), new byte[100]));
  }

  private void runAfter(Duration wait, Runnable task) {
    clock.advance(wait);
    task.run();
  }
}
