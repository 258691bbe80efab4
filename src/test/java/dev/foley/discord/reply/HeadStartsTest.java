package dev.foley.discord.reply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.foley.discord.Samples;
import dev.foley.discord.interaction.PreferenceSource;
import dev.foley.discord.interaction.Sent;
import dev.foley.generation.DeliveryOutcome;
import dev.foley.generation.FakeClock;
import dev.foley.generation.Flaw;
import dev.foley.generation.Generation;
import dev.foley.generation.GenerationState;
import dev.foley.generation.Origin;
import dev.foley.generation.Take;
import dev.foley.provider.AudioArtifact;
import dev.foley.provider.FailureReason;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeadStartsTest {
  @TempDir
  Path directory;

  private final FakeClock clock = new FakeClock(Samples.ASKED);
  private final FakeDiscordMessages discord = new FakeDiscordMessages();
  private final List<Runnable> delayed = new ArrayList<>();
  private FakeRenderer renderer;
  private DiscordReplies replies;
  private AudioArtifact wav;
  private ComingSound sound;

  @BeforeEach
  void begin() throws IOException {
    renderer = new FakeRenderer(directory);
    renderer.draws = true;
    replies = new DiscordReplies(renderer, PreferenceSource.NONE, _ -> true, clock,
        (_, task) -> delayed.add(task));
    replies.connect(discord, Outlook.NONE);
    wav = Samples.wav(Files.write(directory.resolve("x.wav"), new byte[]{1, 2, 3, 4}), 4);
    sound = new ComingSound(wav);
  }

  private Generation ready() {
    return Samples.ready(wav);
  }

  private void comes() {
    comes(ready());
  }

  private void comes(Generation ready) {
    replies.begin(new Take.Sound(ready, wav), sound);
  }

  private DeliveryOutcome deliver() {
    return replies.deliver(Samples.sound(ready(), wav));
  }

  /** What Discord is sent, as far as it comes. */
  private byte[] sent(int file) throws IOException {
    FakeDiscordMessages.Ahead ahead = discord.ahead.getFirst();
    String name = file == 0
        ? ahead.notice().attachments().getFirst().name()
        : ahead.notice().card().picture().orElseThrow().name();
    try (InputStream in = ahead.files().open(name)) {
      return in.readAllBytes();
    }
  }

  private void answers(Sent sent) {
    discord.ahead.getFirst().then().accept(sent);
  }

  @Test
  void whatWasSentAheadIsTheMessageAndNothingElseIsSent() throws IOException {
    comes();
    sound.rest.complete(true);
    assertThat(sent(0)).containsExactly(1, 2, 3, 4);
    answers(new Sent.Posted(77));

    assertThat(deliver()).isEqualTo(new DeliveryOutcome.Posted(77));
    assertThat(sent(1)).containsExactly(1);
    assertThat(discord.posts).isEmpty();
  }

  @Test
  void itSaysWhatTheUsualMessageSays() {
    deliver();
    comes();

    Notice usual = discord.posts.getFirst().notice();
    Notice ahead = discord.ahead.getFirst().notice();
    assertThat(ahead.card().description()).isEqualTo(usual.card().description());
    assertThat(ahead.attachments()).isEqualTo(usual.attachments());
    assertThat(ahead.actions()).isEqualTo(usual.actions());
  }

  @Test
  void theEndOfItIsHeldBackUntilTheSoundIsDelivered() {
    comes();
    CompletableFuture<byte[]> picture = CompletableFuture.supplyAsync(() -> {
      try {
        return sent(1);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }, Thread::startVirtualThread);
    assertThat(picture).isNotDone();

    answers(new Sent.Posted(77));
    deliver();
    assertThat(picture.join()).containsExactly(1);
  }

  @Test
  void aSoundThatIsNoneIsNeverSentToItsEnd() {
    comes();
    sound.rest.complete(true);
    replies.changed(Samples.generation(4, new GenerationState.Failing(FailureReason.RESULT_SILENT, Samples.ASKED)));

    assertThatExceptionOfType(IOException.class).isThrownBy(() -> sent(0));
    assertThatExceptionOfType(IOException.class).isThrownBy(() -> sent(1));
  }

  @Test
  void aSoundThatNeedsAWordMoreIsSentAnew() {
    comes();
    replies.connect(discord, new FakeOutlook() {
      @Override
      public Set<Flaw> flaws(Generation generation, AudioArtifact audio) {
        return Set.of(Flaw.CLIPPED);
      }
    });

    assertThat(deliver()).isEqualTo(new DeliveryOutcome.Posted(900));
    assertThatExceptionOfType(IOException.class).isThrownBy(() -> sent(1));
  }

  @Test
  void aSoundWithoutAPictureIsSentAnew() {
    comes();
    renderer.draws = false;

    assertThat(deliver()).isEqualTo(new DeliveryOutcome.Posted(900));
    assertThatExceptionOfType(IOException.class).isThrownBy(() -> sent(1));
  }

  @Test
  void whatDiscordDidNotTakeIsSentAnew() {
    comes();
    answers(new Sent.NotNow(Optional.empty(), "500"));

    assertThat(deliver()).isEqualTo(new DeliveryOutcome.Posted(900));
    assertThat(discord.posts).hasSize(1);
  }

  @Test
  void afterAFetchThatFailedTheMemberIsToldAndTheNextOneBeginsAnew() {
    comes();
    clock.advance(Duration.ofSeconds(30));
    replies.retrying(Samples.generation(4, new GenerationState.Completed(wav.source().orElseThrow(), Samples.ASKED)),
        "cut off");
    assertThat(discord.words()).last().isEqualTo("The service is busy. Trying again");
    assertThatExceptionOfType(IOException.class).isThrownBy(() -> sent(1));

    comes();
    assertThat(discord.ahead).hasSize(2);
  }

  @Test
  void noProgressIsShownOnceItIsUnderWayAndItWaitsForTheEditBefore() {
    CompletableFuture<Optional<Sent.Refused>> slow = new CompletableFuture<>();
    discord.editAnswer = slow;
    replies.changed(Samples.pending(2));
    comes();
    assertThat(discord.ahead).isEmpty();

    slow.complete(Optional.empty());
    assertThat(discord.ahead).hasSize(1);
    clock.advance(Duration.ofMinutes(2));
    replies.changed(Samples.pending(3));
    assertThat(discord.edits).hasSize(1);
  }

  @Test
  void whatNobodyClaimsIsDropped() {
    comes();
    replies.changed(ready());
    delayed.forEach(Runnable::run);

    assertThatExceptionOfType(IOException.class).isThrownBy(() -> sent(1));
    assertThat(deliver()).isEqualTo(new DeliveryOutcome.Posted(900));
  }

  @Test
  void whatIsUnderWayWhenTheBotStopsIsDropped() {
    comes();
    replies.disconnect();

    assertThatExceptionOfType(IOException.class).isThrownBy(() -> sent(1));
  }

  @Test
  void onlyOneSoundThatFitsAndWhoseReplyCanBeEditedIsSentAhead() {
    Origin origin = Samples.origin();
    comes(Samples.take(1, 2, 3, Samples.readyAfter(wav, 1)));
    AudioArtifact large = new AudioArtifact(wav.file(), origin.attachmentLimitBytes() + 1, wav.content(), wav.source());
    replies.begin(new Take.Sound(ready(), large), new ComingSound(large));
    clock.advance(Duration.ofMinutes(15));
    comes();
    replies.disconnect();
    comes();

    assertThat(discord.ahead).isEmpty();
  }
}
