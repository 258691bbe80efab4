package dev.foley.discord.reply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foley.discord.Samples;
import dev.foley.discord.interaction.Sent;
import dev.foley.generation.DeliveryOutcome;
import dev.foley.generation.FakeClock;
import dev.foley.generation.Generation;
import dev.foley.generation.Take;
import dev.foley.provider.AudioArtifact;
import dev.foley.provider.FailureReason;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DeliveryLadderTest {
  private static final AudioArtifact WAV = Samples.wav(Path.of("result.wav"));
  private static final AudioArtifact LARGE = Samples.wav(Path.of("result.wav"), Samples.LIMIT + 1);
  private static final Place REPLY = new Place.Reply(Samples.TOKEN);
  private static final Place CHANNEL = new Place.InChannel(Samples.CHANNEL);
  private static final Place DIRECT = new Place.Direct(Samples.MEMBER);
  private static final Sent CLOSED = new Sent.Closed("closed");

  private final FakeDiscordMessages discord = new FakeDiscordMessages();
  private final FakeClock clock = new FakeClock(Samples.ASKED.plusSeconds(54));
  private final DeliveryLadder ladder = new DeliveryLadder(discord, clock);

  @Test
  void theReplyIsEditedWhileItsTokenLives() {
    clock.set(Samples.ASKED.plus(Duration.ofMinutes(14).plusSeconds(29)));

    assertThat(deliver(WAV)).isEqualTo(new DeliveryOutcome.Posted(900));
    assertThat(discord.posts).extracting(FakeDiscordMessages.Post::place).containsExactly(REPLY);
    assertThat(discord.posts.getFirst().notice().attachments()).hasSize(1);
  }

  @Test
  void aLateResultIsPostedInTheChannelUnderItsOwnNonce() {
    clock.set(Samples.ASKED.plus(Duration.ofMinutes(14).plusSeconds(30)));

    assertThat(deliver(WAV)).isEqualTo(new DeliveryOutcome.Posted(900));
    assertThat(discord.posts).extracting(FakeDiscordMessages.Post::place).containsExactly(CHANNEL);
    assertThat(discord.posts.getFirst().nonce()).isEqualTo("0ABCDEFGHJKMN").hasSizeLessThanOrEqualTo(25);
    assertThat(discord.posts.getFirst().notice().mentions()).contains(Samples.MEMBER);
  }

  @Test
  void aTokenThatDiedEarlyIsNotTheEnd() {
    discord.answers.add(CLOSED);

    assertThat(deliver(WAV)).isEqualTo(new DeliveryOutcome.Posted(900));
    assertThat(discord.posts).extracting(FakeDiscordMessages.Post::place).containsExactly(REPLY, CHANNEL);
  }

  @Test
  void whereTheChannelIsClosedItBecomesADirectMessage() {
    discord.answers.addAll(List.of(CLOSED, CLOSED));

    assertThat(deliver(WAV)).isEqualTo(new DeliveryOutcome.Posted(900));
    assertThat(discord.posts).extracting(FakeDiscordMessages.Post::place).containsExactly(REPLY, CHANNEL, DIRECT);
  }

  @Test
  void whenEveryWayIsClosedItIsImpossible() {
    discord.answers.addAll(List.of(CLOSED, CLOSED, new Sent.Closed("no direct messages")));

    assertThat(deliver(WAV)).isEqualTo(new DeliveryOutcome.Impossible("closed; closed; no direct messages"));
  }

  @Test
  void inDirectMessagesTheMemberIsTheOnlyOtherWay() {
    discord.answers.add(CLOSED);

    ladder.deliver(Letter.of(Samples.sound(Samples.ready(WAV, Samples.directOrigin(), "x"), WAV)));
    assertThat(discord.posts).extracting(FakeDiscordMessages.Post::place).containsExactly(REPLY, DIRECT);
  }

  @Test
  void whenDiscordIsAwayTheSameWayIsTriedLater() {
    discord.answers.add(new Sent.NotNow(Optional.of(Duration.ofSeconds(3)), "Discord answered 500, code 0"));

    assertThat(deliver(WAV))
        .isEqualTo(new DeliveryOutcome.NotNow(Optional.of(Duration.ofSeconds(3)), "Discord answered 500, code 0"));
    assertThat(discord.posts).hasSize(1);
  }

  @Test
  void aFileOverTheLimitIsLinkedWithoutBeingUploaded() {
    assertThat(deliver(LARGE)).isEqualTo(new DeliveryOutcome.Posted(900));
    assertThat(discord.posts).hasSize(1);
    assertThat(discord.posts.getFirst().notice().attachments()).isEmpty();
    assertThat(discord.posts.getFirst().notice().actions()).hasSize(1);
  }

  @Test
  void aFileOfExactlyTheLimitIsUploaded() {
    deliver(Samples.wav(Path.of("result.wav"), Samples.LIMIT));
    assertThat(discord.posts.getFirst().notice().attachments()).hasSize(1);
  }

  @Test
  void aFileThatDiscordFindsTooLargeIsLinked() {
    discord.answers.add(new Sent.TooLarge());

    assertThat(deliver(WAV)).isEqualTo(new DeliveryOutcome.Posted(900));
    assertThat(discord.posts).extracting(post -> post.notice().attachments().size()).containsExactly(1, 0);
    assertThat(discord.posts).extracting(FakeDiscordMessages.Post::place).containsExactly(REPLY, REPLY);
  }

  @Test
  void anAddressThatMayNotBeLinkedIsNotPostedAnywhere() {
    AudioArtifact unsafe = new AudioArtifact(LARGE.file(), LARGE.sizeBytes(), LARGE.content(),
        Optional.of(URI.create("file:///x")));

    assertThat(deliver(unsafe)).isInstanceOf(DeliveryOutcome.Impossible.class);
    assertThat(discord.posts).hasSize(1);
    Notice told = discord.posts.getFirst().notice();
    assertThat(told.actions()).isEmpty();
    assertThat(told.card().description()).startsWith("The sound was made, but it has 10.0 MB").contains("charged")
        .doesNotContain("file:");
  }

  @Test
  void aResultThatIsThereAlreadyIsNotPostedAgain() {
    clock.advance(Duration.ofMinutes(20));
    discord.own.add(new OwnMessage(700, "<@300> Your /music is ready.", "0ABCDEFGHJKMN · stable-audio", Set.of()));

    assertThat(deliver(WAV)).isEqualTo(new DeliveryOutcome.Posted(700));
    assertThat(discord.posts).isEmpty();
  }

  @Test
  void theResultsOfOthersAndItsOwnProgressAreNotTakenForIt() {
    clock.advance(Duration.ofMinutes(20));
    discord.own.add(new OwnMessage(700, "", "1ABCDEFGHJKMN · stable-audio", Set.of()));
    discord.own.add(new OwnMessage(701, "Generating · 54 s\n-# 0ABCDEFGHJKMN", "", Set.of()));

    assertThat(deliver(WAV)).isEqualTo(new DeliveryOutcome.Posted(900));
  }

  @Test
  void nothingIsPostedWhileItCannotBeSeenWhetherItIsThere() {
    clock.advance(Duration.ofMinutes(20));
    discord.cannotLook = true;

    assertThat(deliver(WAV)).isInstanceOf(DeliveryOutcome.NotNow.class);
    assertThat(discord.posts).isEmpty();
  }

  @Test
  void aReplyThatStillSaysGeneratingIsPointedToTheNewMessage() {
    clock.advance(Duration.ofMinutes(20));
    discord.own.add(new OwnMessage(701, "Generating · 54 s\n-# 0ABCDEFGHJKMN", "", Set.of()));
    discord.own.add(new OwnMessage(702, "Generating · 54 s\n-# 1ABCDEFGHJKMN", "", Set.of()));

    deliver(WAV);
    assertThat(discord.replaced).containsExactly("701: The answer is here: https://discord.com/channels/100/200/900");
  }

  @Test
  void aFailureIsToldUnderANonceOfItsOwnAndFoundByItsButton() {
    clock.advance(Duration.ofMinutes(20));
    Generation generation = Samples.pending(2);
    Letter letter = Letter.of(Samples.missing(generation, FailureReason.DEADLINE_PASSED));

    assertThat(ladder.deliver(letter)).isEqualTo(new DeliveryOutcome.Posted(900));
    assertThat(discord.posts.getFirst().nonce()).isEqualTo("0ABCDEFGHJKMN-f").hasSizeLessThanOrEqualTo(25);

    discord.own.add(new OwnMessage(703, "", "0ABCDEFGHJKMN", Set.of("again:0ABCDEFGHJKMN")));
    assertThat(ladder.deliver(letter)).isEqualTo(new DeliveryOutcome.Posted(703));
    assertThat(discord.posts).hasSize(1);
  }

  @Test
  void whatIsPrivateIsNeverPostedInTheChannel() {
    clock.advance(Duration.ofMinutes(20));
    Generation generation = Samples.ready(WAV, Samples.privateOrigin(), "x");

    ladder.deliver(Letter.of(Samples.sound(generation, WAV)));
    assertThat(discord.posts).extracting(FakeDiscordMessages.Post::place).containsExactly(DIRECT);

    discord.answers.add(CLOSED);
    assertThat(ladder.deliver(Letter.of(Samples.sound(generation, WAV))))
        .isEqualTo(new DeliveryOutcome.Impossible("closed"));
    assertThat(discord.posts).extracting(FakeDiscordMessages.Post::place).containsExactly(DIRECT, DIRECT);
  }

  @Test
  void severalTakesAreOneMessageUnderTheFirstOnesId() {
    clock.advance(Duration.ofMinutes(20));
    Take second = new Take.Sound(Samples.take(2, 2, 3, Samples.readyAfter(LARGE, 50)), LARGE);
    Take first = new Take.Sound(Samples.take(1, 2, 3, Samples.readyAfter(WAV, 54)), WAV);

    assertThat(ladder.deliver(Letter.of(List.of(first, second)))).isEqualTo(new DeliveryOutcome.Posted(900));
    FakeDiscordMessages.Post post = discord.posts.getFirst();
    assertThat(post.nonce()).isEqualTo("0ABCDEFGHJKMN");
    assertThat(post.notice().attachments()).hasSize(1);
    assertThat(post.notice().actions()).containsExactly(
        new Notice.Action.Link(LARGE.source().orElseThrow(), "Download 2"));
  }

  @Test
  void takesWhoseFilesDiscordDoesNotTakeAreAllLinked() {
    discord.answers.add(new Sent.TooLarge());
    List<Take> takes = List.of(new Take.Sound(Samples.take(1, 2, 3, Samples.readyAfter(WAV, 54)), WAV),
        new Take.Missing(Samples.take(2, 2, 3, Samples.readyAfter(WAV, 54)), FailureReason.GENERATION_FAILED));

    assertThat(ladder.deliver(Letter.of(takes))).isEqualTo(new DeliveryOutcome.Posted(900));
    assertThat(discord.posts).extracting(post -> post.notice().attachments().size()).containsExactly(1, 0);
    assertThat(discord.posts.getLast().notice().actions()).hasSize(1);
  }

  private DeliveryOutcome deliver(AudioArtifact audio) {
    Generation generation = Samples.ready(audio);
    return ladder.deliver(Letter.of(Samples.sound(generation, audio)));
  }
}
