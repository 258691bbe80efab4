package dev.foley.discord;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foley.generation.DeliveryOutcome;
import dev.foley.generation.FakeClock;
import dev.foley.generation.Generation;
import dev.foley.generation.GenerationId;
import dev.foley.generation.GenerationState;
import dev.foley.generation.Takes;
import dev.foley.provider.AudioArtifact;
import dev.foley.provider.FailureReason;
import dev.foley.provider.Progress;
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
    replies.connect(discord);
  }

  @Test
  void progressIsShownAsItGoes() {
    replies.changed(Samples.queued());
    runAfter(Duration.ofSeconds(5), () -> replies.changed(Samples.pending(2)));
    runAfter(Duration.ofSeconds(5), () -> replies.progressed(Samples.pending(2), Progress.QUEUED));
    runAfter(Duration.ofSeconds(5), () -> replies.progressed(Samples.pending(2), Progress.UNKNOWN));
    runAfter(Duration.ofSeconds(5), () -> replies.retrying(Samples.pending(3), "503"));

    assertThat(discord.edits).containsExactly(
        "Queued.\n-# “warm lo-fi piano, rain” · 0ABCDEFGHJKMN",
        "Generating · 5 s\n-# “warm lo-fi piano, rain” · 0ABCDEFGHJKMN",
        "Waiting for a place at the service · 10 s\n-# “warm lo-fi piano, rain” · 0ABCDEFGHJKMN",
        "Generating · 15 s\n-# “warm lo-fi piano, rain” · 0ABCDEFGHJKMN",
        "The service is busy. Trying again · 20 s\n-# “warm lo-fi piano, rain” · 0ABCDEFGHJKMN");
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

  private AudioArtifact spooled() throws IOException {
    return Samples.wav(Files.write(spool.resolve("result.wav"), new byte[100]));
  }

  private void runAfter(Duration wait, Runnable task) {
    clock.advance(wait);
    task.run();
  }
}
