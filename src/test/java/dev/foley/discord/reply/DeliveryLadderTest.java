package dev.foley.discord.reply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foley.discord.Samples;
import dev.foley.discord.interaction.PreferenceSource;
import dev.foley.discord.interaction.Sent;
import dev.foley.generation.ChannelId;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeliveryLadderTest {
  private static final AudioArtifact WAV = Samples.wav(Path.of("result.wav"));
  private static final AudioArtifact LARGE = Samples.wav(Path.of("result.wav"), Samples.LIMIT + 1);
  private static final Place REPLY = new Place.Reply(Samples.TOKEN);
  private static final Place CHANNEL = new Place.InChannel(Samples.CHANNEL);
  private static final Place DIRECT = new Place.Direct(Samples.MEMBER);
  private static final Sent CLOSED = new Sent.Closed("closed");

  private final FakeDiscordMessages discord = new FakeDiscordMessages();
  private final FakeClock clock = new FakeClock(Samples.ASKED.plusSeconds(54));
  private final DeliveryLadder ladder = new DeliveryLadder(discord, new Notices(Outlook.NONE),
      new VoiceMessages(discord, PreferenceSource.NONE), clock);

  @TempDir
  Path made;
  private FakeRenderer renderer;

  @BeforeEach
  void newRenderer() {
    renderer = new FakeRenderer(made);
  }

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

    tell(Samples.sound(Samples.ready(WAV, Samples.directOrigin(), "x"), WAV));
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
    assertThat(links(discord.posts.getFirst())).containsExactly("Download");
  }

  @Test
  void aWavOverTheLimitIsPostedAsFlac() {
    renderer.losslessBytes = Optional.of((int) Samples.LIMIT);

    assertThat(deliver(LARGE)).isEqualTo(new DeliveryOutcome.Posted(900));
    assertThat(files(discord.posts.getFirst())).containsExactly("warm-lo-fi-piano-rain-0ABCDEFGHJKMN.flac");
    assertThat(renderer.asked).containsExactly("lossless", "picture");
    assertThat(made).isEmptyDirectory();
  }

  @Test
  void whereFlacIsTooLargeAsWellItIsACopyBesideTheLink() {
    renderer.losslessBytes = Optional.of((int) Samples.LIMIT + 1);
    renderer.previewBytes = Optional.of(1_000);

    assertThat(deliver(LARGE)).isEqualTo(new DeliveryOutcome.Posted(900));
    assertThat(files(discord.posts.getFirst())).containsExactly("warm-lo-fi-piano-rain-0ABCDEFGHJKMN.mp3");
    assertThat(links(discord.posts.getFirst())).containsExactly("Download");
    assertThat(made).isEmptyDirectory();
  }

  @Test
  void aCopyAloneIsDelivered() {
    renderer.previewBytes = Optional.of(1_000);

    assertThat(deliver(new AudioArtifact(LARGE.file(), LARGE.sizeBytes(), LARGE.content(), Optional.empty())))
        .isEqualTo(new DeliveryOutcome.Posted(900));
    assertThat(files(discord.posts.getFirst())).hasSize(1);
    assertThat(links(discord.posts.getFirst())).isEmpty();
  }

  /** In each place from the top, since another place may take what this one does not; but nothing is made twice. */
  @Test
  void whereDiscordFindsItTooLargeItIsAskedRungByRung() {
    renderer.losslessBytes = Optional.of(1_000_000);
    renderer.previewBytes = Optional.of(1_000);
    discord.answers.addAll(List.of(new Sent.TooLarge(), new Sent.TooLarge(), CLOSED));

    assertThat(deliver(WAV)).isEqualTo(new DeliveryOutcome.Posted(900));
    assertThat(discord.posts).extracting(post -> files(post).getFirst()).containsExactly(
        "warm-lo-fi-piano-rain-0ABCDEFGHJKMN.wav", "warm-lo-fi-piano-rain-0ABCDEFGHJKMN.flac",
        "warm-lo-fi-piano-rain-0ABCDEFGHJKMN.mp3", "warm-lo-fi-piano-rain-0ABCDEFGHJKMN.wav");
    assertThat(discord.posts).extracting(FakeDiscordMessages.Post::place).containsExactly(REPLY, REPLY, REPLY, CHANNEL);
    assertThat(renderer.asked).containsExactly("picture", "lossless", "preview of at most " + Samples.LIMIT);
  }

  @Test
  void whatFitsIsNotConverted() {
    deliver(WAV);
    assertThat(renderer.asked).containsExactly("picture");
  }

  @Test
  void aPictureStandsInTheCardOfASingleSound() {
    renderer.draws = true;
    deliver(WAV);
    assertThat(discord.posts.getFirst().notice().card().picture()).map(Notice.Picture::name)
        .contains("waveform-0ABCDEFGHJKMN.png");

    tell(List.of(new Take.Sound(Samples.take(1, 2, 3, Samples.readyAfter(WAV, 54)), WAV),
        new Take.Sound(Samples.take(2, 2, 3, Samples.readyAfter(WAV, 54)), WAV)));
    assertThat(discord.posts.getLast().notice().card().picture()).isEmpty();
  }

  @Test
  void aPictureThatCannotBeDrawnCostsNothingElse() {
    renderer.stumbles = true;
    assertThat(deliver(WAV)).isEqualTo(new DeliveryOutcome.Posted(900));
    assertThat(files(discord.posts.getFirst())).hasSize(1);
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

  @ParameterizedTest
  @ValueSource(strings = {"file:///etc/passwd", "ftp://example.com/a", "data:audio/wav;base64,AA",
      "javascript:alert(1)", "https:opaque"})
  void anAddressThatIsNotOfTheWebIsNotPostedAnywhere(String address) {
    AudioArtifact unsafe = new AudioArtifact(LARGE.file(), LARGE.sizeBytes(), LARGE.content(),
        Optional.of(URI.create(address)));

    assertThat(deliver(unsafe)).isInstanceOf(DeliveryOutcome.Impossible.class);
    assertThat(discord.posts).hasSize(1);
    Notice told = discord.posts.getFirst().notice();
    assertThat(told.attachments()).isEmpty();
    assertThat(links(discord.posts.getFirst())).isEmpty();
    assertThat(told.card().description()).contains("\nThe sound was made, but it has 10.0 MB", "charged")
        .doesNotContain(address);
  }

  @Test
  void aResultThatIsThereAlreadyIsNotPostedAgain() {
    clock.advance(Duration.ofMinutes(20));
    discord.own.add(own(700, "<@300> Your /music is ready.", "stable-audio · 0ABCDEFGHJKMN", "again:0ABCDEFGHJKMN",
        "details:0ABCDEFGHJKMN"));

    assertThat(deliver(WAV)).isEqualTo(new DeliveryOutcome.Posted(700));
    assertThat(discord.posts).isEmpty();
  }

  @Test
  void theResultsOfOthersAndItsOwnProgressAreNotTakenForIt() {
    clock.advance(Duration.ofMinutes(20));
    discord.own.add(own(700, "", "stable-audio · 1ABCDEFGHJKMN"));
    discord.own.add(own(701, "", "stable-audio · 0ABCDEFGHJKMN", "cancel:0ABCDEFGHJKMN"));

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
    discord.own.add(own(701, "", "stable-audio · 0ABCDEFGHJKMN", "cancel:0ABCDEFGHJKMN"));
    discord.own.add(own(702, "", "stable-audio · 1ABCDEFGHJKMN", "cancel:1ABCDEFGHJKMN"));

    deliver(WAV);
    assertThat(discord.replaced).containsExactly("701: The answer is here: https://discord.com/channels/100/200/900");
  }

  @Test
  void aFailureIsToldUnderANonceOfItsOwnAndFoundByItsButton() {
    clock.advance(Duration.ofMinutes(20));
    Generation generation = Samples.pending(2);
    List<Take> missing = Samples.missing(generation, FailureReason.DEADLINE_PASSED);

    assertThat(tell(missing)).isEqualTo(new DeliveryOutcome.Posted(900));
    assertThat(discord.posts.getFirst().nonce()).isEqualTo("0ABCDEFGHJKMN-f").hasSizeLessThanOrEqualTo(25);

    discord.own.add(own(703, "", "stable-audio · 0ABCDEFGHJKMN", "retry:0ABCDEFGHJKMN"));
    assertThat(tell(missing)).isEqualTo(new DeliveryOutcome.Posted(703));
    assertThat(discord.posts).hasSize(1);
  }

  @Test
  void whatIsPrivateIsNeverPostedInTheChannel() {
    clock.advance(Duration.ofMinutes(20));
    Generation generation = Samples.ready(WAV, Samples.privateOrigin(), "x");

    tell(Samples.sound(generation, WAV));
    assertThat(discord.posts).extracting(FakeDiscordMessages.Post::place).containsExactly(DIRECT);

    discord.answers.add(CLOSED);
    assertThat(tell(Samples.sound(generation, WAV)))
        .isEqualTo(new DeliveryOutcome.Impossible("closed"));
    assertThat(discord.posts).extracting(FakeDiscordMessages.Post::place).containsExactly(DIRECT, DIRECT);
  }

  @Test
  void severalTakesAreOneMessageUnderTheFirstOnesId() {
    clock.advance(Duration.ofMinutes(20));
    Take second = new Take.Sound(Samples.take(2, 2, 3, Samples.readyAfter(LARGE, 50)), LARGE);
    Take first = new Take.Sound(Samples.take(1, 2, 3, Samples.readyAfter(WAV, 54)), WAV);

    assertThat(tell(List.of(first, second))).isEqualTo(new DeliveryOutcome.Posted(900));
    FakeDiscordMessages.Post post = discord.posts.getFirst();
    assertThat(post.nonce()).isEqualTo("0ABCDEFGHJKMN");
    assertThat(post.notice().attachments()).hasSize(1);
    assertThat(links(post)).containsExactly("Download 2");
  }

  @Test
  void takesWhoseFilesDiscordDoesNotTakeAreAllLinked() {
    discord.answers.add(new Sent.TooLarge());
    List<Take> takes = List.of(new Take.Sound(Samples.take(1, 2, 3, Samples.readyAfter(WAV, 54)), WAV),
        new Take.Missing(Samples.take(2, 2, 3, Samples.readyAfter(WAV, 54)), FailureReason.GENERATION_FAILED));

    assertThat(tell(takes)).isEqualTo(new DeliveryOutcome.Posted(900));
    assertThat(discord.posts).extracting(post -> post.notice().attachments().size()).containsExactly(1, 0);
    assertThat(links(discord.posts.getLast())).hasSize(1);
  }

  /** Found by a later look, it stands where it stood. */
  @Test
  void aDirectMessageIsFoundAgainInItsChannel() {
    clock.advance(Duration.ofMinutes(20));
    discord.own.add(new OwnMessage(700, new ChannelId(555), "", "stable-audio · 0ABCDEFGHJKMN", Set.of(), Set.of()));

    assertThat(tell(Samples.sound(Samples.ready(WAV, Samples.privateOrigin(), "x"), WAV)))
        .isEqualTo(new DeliveryOutcome.Posted(700, Optional.of(new ChannelId(555))));
  }

  private static OwnMessage own(long id, String content, String footer, String... customIds) {
    return new OwnMessage(id, Samples.CHANNEL, content, footer, Set.of(customIds), Set.of());
  }

  private static List<String> files(FakeDiscordMessages.Post post) {
    return post.notice().attachments().stream().map(Notice.Attachment::name).toList();
  }

  private static List<String> links(FakeDiscordMessages.Post post) {
    return post.notice().actions().stream().filter(Notice.Action.Link.class::isInstance)
        .map(action -> ((Notice.Action.Link) action).label()).toList();
  }

  private DeliveryOutcome tell(List<Take> takes) {
    try (Renderings renderings = new Renderings(renderer)) {
      return ladder.deliver(new Letter(takes), renderings);
    }
  }

  private DeliveryOutcome deliver(AudioArtifact audio) {
    Generation generation = Samples.ready(audio);
    return tell(Samples.sound(generation, audio));
  }
}
