package dev.foley.discord.reply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foley.discord.BotOnLocalDiscord;
import dev.foley.discord.Samples;
import dev.foley.generation.DeliveryOutcome;
import dev.foley.generation.Generation;
import dev.foley.generation.InMemoryGenerationStore;
import dev.foley.playground.discord.Fault;
import dev.foley.playground.discord.InteractionView;
import dev.foley.playground.discord.MessageView;
import dev.foley.playground.discord.Permission;
import dev.foley.provider.AudioArtifact;
import dev.foley.provider.FailureReason;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The end of a generation, as its member sees it: the sound, or why there is none, once. */
class DeliveryOnLocalDiscordTest {
  private static final String REPLY_ROUTE = "PATCH /webhooks/*/*/messages/@original";
  private static final String POST_ROUTE = "POST /channels/*/messages";

  @TempDir
  static Path spool;
  private static BotOnLocalDiscord local;
  private static AudioArtifact wav;

  @BeforeAll
  static void start() throws Exception {
    local = new BotOnLocalDiscord(new InMemoryGenerationStore(), BotOnLocalDiscord.catalogue());
    wav = wav(2_116_844);
  }

  @AfterAll
  static void stop() {
    local.close();
  }

  @AfterEach
  void clearFaults() {
    local.discord.faults().clear();
  }

  @Test
  void theSoundTakesThePlaceOfTheProgress() throws Exception {
    String channel = local.newChannel();
    Generation generation = asked(channel, "warm lo-fi piano seconds:12");
    DeliveryOutcome outcome = local.replies.deliver(Samples.sound(ready(generation), wav));

    MessageView message = only(channel);
    assertThat(outcome).isEqualTo(new DeliveryOutcome.Posted(Long.parseLong(message.id())));
    assertThat(message.content()).isEmpty();
    assertThat(message.attachments()).hasSize(1);
    assertThat(message.attachments().getFirst().filename()).isEqualTo("warm-lo-fi-piano-" + generation.id() + ".wav");
    assertThat(message.attachments().getFirst().sizeBytes()).isEqualTo(wav.sizeBytes());
    assertThat(message.embeds().getFirst().description())
        .isEqualTo("“warm lo-fi piano”\n12.0 s · 44.1 kHz stereo 16-bit WAV · 2.0 MB");
    assertThat(message.embeds().getFirst().footer()).startsWith("stable-audio · ").endsWith(" · " + generation.id());
    assertThat(message.components()).extracting(button -> button.row() + " " + button.label())
        .containsExactly("0 Again", "0 Edit", "0 Longer", "0 Details", "0 Delete");
  }

  @Test
  void deliveredTwiceItIsThereOnce() throws Exception {
    String channel = local.newChannel();
    Generation generation = asked(channel, "rain");

    assertThat(local.replies.deliver(Samples.sound(ready(generation), wav)))
        .isEqualTo(local.replies.deliver(Samples.sound(ready(generation), wav)));
    assertThat(only(channel).attachments()).hasSize(1);
  }

  @Test
  void anAnswerThatWasLostDoesNotPostASecondMessage() throws Exception {
    String channel = local.newChannel();
    Generation generation = late(channel);
    local.discord.faults().inject(POST_ROUTE, new Fault.DropAfter(), 3);

    deliverAtLast(generation);
    assertThat(withFile(channel)).hasSize(1);
  }

  @Test
  void aLateSoundIsAMessageThatMentionsItsAuthorAndTidiesUp() throws Exception {
    String channel = local.newChannel();
    Generation generation = late(channel);
    DeliveryOutcome outcome = local.replies.deliver(Samples.sound(ready(generation), wav));

    MessageView message = local.message(channel, view -> !view.attachments().isEmpty());
    assertThat(outcome).isEqualTo(new DeliveryOutcome.Posted(Long.parseLong(message.id())));
    assertThat(message.mentions()).containsExactly("mia");
    assertThat(message.content()).endsWith("Your /music is ready.");
    MessageView old = local.message(channel,
        view -> view.content().startsWith("The answer is here: https://discord.com/"));
    assertThat(old.content()).endsWith("/" + message.id());
    assertThat(local.messages(channel)).hasSize(2);
  }

  /** The crash test found replies that said "Generating" for ever: the bot had died after it had recorded the delivery. */
  @Test
  void theOldReplyIsTidiedUpBeforeTheDeliveryCounts() throws Exception {
    String channel = local.newChannel();
    Generation generation = late(channel);
    local.discord.faults().inject("PATCH /channels/*/messages/*", new Fault.Slow(Duration.ofMillis(300)), 1);

    local.replies.deliver(Samples.sound(ready(generation), wav));

    assertThat(local.messages(channel)).noneMatch(view -> view.component("Cancel").isPresent())
        .anyMatch(view -> view.content().startsWith("The answer is here: https://discord.com/"));
  }

  @Test
  void afterARestartALateSoundIsStillPostedOnce() throws Exception {
    String channel = local.newChannel();
    Generation generation = late(channel);
    DeliveryOutcome first = local.replies.deliver(Samples.sound(ready(generation), wav));
    local.restart();

    assertThat(local.replies.deliver(Samples.sound(ready(generation), wav))).isEqualTo(first);
    assertThat(withFile(channel)).hasSize(1);
  }

  @Test
  void aChannelThatWasClosedMeanwhileLeadsToADirectMessage() throws Exception {
    String channel = local.newChannel();
    Generation generation = late(channel);
    local.discord.world().denyBot(channel, Set.of(Permission.VIEW_CHANNEL));

    DeliveryOutcome first = local.replies.deliver(Samples.sound(ready(generation), wav));
    MessageView direct = local.message("@mia",
        view -> view.embeds().stream()
            .anyMatch(embed -> String.valueOf(embed.footer()).contains(generation.id().value())));
    assertThat(direct.attachments()).hasSize(1);
    assertThat(first).isInstanceOfSatisfying(DeliveryOutcome.Posted.class, posted -> {
      assertThat(posted.messageId()).isEqualTo(Long.parseLong(direct.id()));
      assertThat(posted.direct()).isPresent().isNotEqualTo(Optional.of(generation.origin().channel()));
    });
    assertThat(local.replies.deliver(Samples.sound(ready(generation), wav))).isEqualTo(first);
  }

  @Test
  void whenNoWayIsLeftItIsImpossible() throws Exception {
    String channel = local.newChannel();
    Generation generation = late(channel, "ben");
    local.discord.world().deleteChannel(channel);
    local.discord.world().refuseDirectMessages("ben", true);

    assertThat(local.replies.deliver(Samples.sound(ready(generation), wav)))
        .isInstanceOf(DeliveryOutcome.Impossible.class);
  }

  @Test
  void aServerThatRemovedTheBotStillGetsItsReply() throws Exception {
    String channel = local.newChannel();
    Generation generation = asked(channel, "rain");
    local.discord.world().botIsMember(false);
    try {
      assertThat(local.replies.deliver(Samples.sound(ready(generation), wav)))
          .isInstanceOf(DeliveryOutcome.Posted.class);
      assertThat(only(channel).attachments()).hasSize(1);
    } finally {
      local.discord.world().botIsMember(true);
    }
  }

  @Test
  void afterItsReplyAServerThatRemovedTheBotIsClosedToIt() throws Exception {
    Generation generation = late(local.newChannel());
    local.discord.world().botIsMember(false);
    try {
      assertThat(local.replies.deliver(Samples.sound(ready(generation), wav)))
          .isInstanceOf(DeliveryOutcome.Impossible.class);
    } finally {
      local.discord.world().botIsMember(true);
    }
  }

  @Test
  void aReplyThatAModeratorDeletedIsPostedAnew() throws Exception {
    String channel = local.newChannel();
    Generation generation = asked(channel, "rain");
    local.members().deleteMessage(channel, only(channel).id());

    assertThat(local.replies.deliver(Samples.sound(ready(generation), wav))).isInstanceOf(DeliveryOutcome.Posted.class);
    assertThat(only(channel).attachments()).hasSize(1);
  }

  @Test
  void aFileOverTheLimitOfTheInteractionIsALink() throws Exception {
    String channel = local.newChannel();
    Generation generation = asked(channel, "rain");
    AudioArtifact large = wav((10L << 20) + 1);

    assertThat(local.replies.deliver(Samples.sound(ready(generation), large)))
        .isInstanceOf(DeliveryOutcome.Posted.class);
    assertThat(only(channel).attachments()).isEmpty();
    assertThat(only(channel).component("Download").orElseThrow().url())
        .isEqualTo(large.source().orElseThrow().toString());
    assertThat(only(channel).component("Download").orElseThrow().row()).isEqualTo(1);
  }

  @Test
  void aFileThatDiscordDoesNotTakeAfterAllIsALink() throws Exception {
    String channel = local.newChannel();
    Generation generation = asked(channel, "rain");
    long before = local.discord.world().attachmentLimit();
    local.discord.world().setAttachmentLimit(1_000);
    try {
      assertThat(local.replies.deliver(Samples.sound(ready(generation), wav)))
          .isInstanceOf(DeliveryOutcome.Posted.class);
      assertThat(only(channel).component("Download")).isPresent();
    } finally {
      local.discord.world().setAttachmentLimit(before);
    }
  }

  @Test
  void aConnectionThatBreaksWhileUploadingIsTriedLater() throws Exception {
    String channel = local.newChannel();
    Generation generation = asked(channel, "rain");
    local.discord.faults().inject(REPLY_ROUTE, new Fault.DropBefore(), 3);

    deliverAtLast(generation);
    assertThat(only(channel).attachments()).hasSize(1);
  }

  @Test
  void aServerErrorIsTriedLater() throws Exception {
    Generation generation = asked(local.newChannel(), "rain");
    local.discord.faults().inject(REPLY_ROUTE, new Fault.Answer(500), 1);

    assertThat(local.replies.deliver(Samples.sound(ready(generation), wav))).isInstanceOf(DeliveryOutcome.NotNow.class);
  }

  @Test
  void whenDiscordAsksForPatienceItIsGiven() throws Exception {
    String channel = local.newChannel();
    Generation generation = asked(channel, "rain");
    local.discord.faults().inject(REPLY_ROUTE, new Fault.RateLimited(Fault.Scope.USER, Duration.ofSeconds(1)), 1);

    assertThat(local.replies.deliver(Samples.sound(ready(generation), wav))).isInstanceOf(DeliveryOutcome.Posted.class);
    assertThat(only(channel).attachments()).hasSize(1);
  }

  @Test
  void aHostilePromptPingsNobodyAndIsShownAsText() throws Exception {
    String channel = local.newChannel();
    Generation generation = asked(channel, "@everyone <@1> **loud** `x` [free](https://example.com) \u202eabc");
    local.replies.deliver(Samples.sound(ready(generation), wav));

    MessageView message = only(channel);
    assertThat(message.mentions()).isEmpty();
    assertThat(message.mentionsEveryone()).isFalse();
    assertThat(message.embeds().getFirst().description()).contains("\\@everyone", "\\*\\*loud\\*\\*", "\\[free\\]")
        .doesNotContain("\u202e");
  }

  @Test
  void afterCloseNothingIsDelivered() throws Exception {
    Generation generation = asked(local.newChannel(), "rain");
    DiscordReplies closed = local.replies;
    local.restart();

    assertThat(closed.deliver(Samples.sound(ready(generation), wav))).isInstanceOf(DeliveryOutcome.NotNow.class);
    assertThat(local.replies.deliver(Samples.sound(ready(generation), wav))).isInstanceOf(DeliveryOutcome.Posted.class);
  }

  @Test
  void aFailureSaysWhyAndCanBeTriedAgainAfterARestart() throws Exception {
    String channel = local.newChannel();
    Generation generation = asked(channel, "rain");
    local.replies.deliver(Samples.missing(generation, FailureReason.SERVICE_UNAVAILABLE));
    assertThat(only(channel).embeds().getFirst().description())
        .contains("The service is down or has no room.", "Nothing was charged.", "“rain”");
    local.restart();

    local.members().press("mia", channel, "Try again").sent();
    MessageView reply = local.message(channel, BotOnLocalDiscord::isQueued);
    Generation again = local.generation(reply);
    assertThat(again.id()).isNotEqualTo(generation.id());
    assertThat(again.request()).isEqualTo(generation.request());
    assertThat(reply.component("Try again")).isEmpty();

    local.replies.deliver(Samples.sound(ready(again), wav));
    assertThat(only(channel).attachments()).hasSize(1);
  }

  @Test
  void aSecondClickIsNotASecondRequest() throws Exception {
    String channel = local.newChannel();
    local.replies.deliver(Samples.missing(asked(channel, "rain"), FailureReason.GENERATION_FAILED));
    MessageView notice = only(channel);

    List<InteractionView> answered = new ArrayList<>();
    for (String press : List.of(local.members().press("mia", channel, notice.id(), "Try again").sent(),
        local.members().press("mia", channel, notice.id(), "Try again").sent())) {
      answered.add(local.members().awaitInteraction(press, InteractionView::acknowledged, BotOnLocalDiscord.PATIENCE));
    }
    // Which of two events that come together is handled first is left to chance.
    assertThat(answered).extracting(InteractionView::callbackType).containsExactlyInAnyOrder(4, 6);
    assertThat(answered.stream().flatMap(view -> view.responses().stream()).map(MessageView::content))
        .contains("This is being tried again already.");
  }

  @Test
  void onlyTheAuthorMayTryAgain() throws Exception {
    String channel = local.newChannel();
    local.replies.deliver(Samples.missing(asked(channel, "rain"), FailureReason.GENERATION_FAILED));
    MessageView notice = only(channel);
    MessageView refusal = local.answer(local.members().press("ben", channel, notice.id(), "Try again").sent());

    assertThat(refusal.content()).startsWith("Only the author of a request can try it again.");
    assertThat(refusal.ephemeral()).isTrue();
    assertThat(only(channel)).isEqualTo(notice);
  }

  @Test
  void aForgedButtonIsAnsweredPrivately() throws Exception {
    String channel = local.newChannel();
    local.replies.deliver(Samples.missing(asked(channel, "rain"), FailureReason.GENERATION_FAILED));
    String notice = only(channel).id();
    for (String forged : List.of("retry:ZZZZZZZZZZZZZ", "retry:x", "retry", "other:1")) {
      MessageView refusal = local.answer(local.members().pressForged("mia", channel, notice, forged).sent());
      assertThat(refusal.content()).startsWith("I do not know what this button belongs to.");
      assertThat(refusal.ephemeral()).isTrue();
    }
  }

  private static Generation asked(String channel, String prompt) throws Exception {
    return local.generation(local.answerTo(channel, "/music prompt:" + prompt));
  }

  /** As the steps do: again, as long as the answer is "not now". */
  private static void deliverAtLast(Generation generation) {
    DeliveryOutcome outcome = local.replies.deliver(Samples.sound(ready(generation), wav));
    for (int repeats = 0; repeats < 3 && outcome instanceof DeliveryOutcome.NotNow; repeats++) {
      outcome = local.replies.deliver(Samples.sound(ready(generation), wav));
    }
    assertThat(outcome).isInstanceOf(DeliveryOutcome.Posted.class);
  }

  /** A generation whose interaction has expired meanwhile. */
  private static Generation late(String channel) throws Exception {
    return late(channel, "mia");
  }

  private static Generation late(String channel, String member) throws Exception {
    String interaction = local.members().invoke(member, channel, "/music prompt:rain").sent();
    Generation generation = local.generation(local.answer(interaction));
    local.members().expireToken(interaction);
    return generation;
  }

  private static Generation ready(Generation generation) {
    return Samples.ready(generation, wav);
  }

  private static MessageView only(String channel) {
    assertThat(local.messages(channel)).hasSize(1);
    return local.messages(channel).getFirst();
  }

  private static List<MessageView> withFile(String channel) {
    return local.messages(channel).stream().filter(message -> !message.attachments().isEmpty()).toList();
  }

  private static AudioArtifact wav(long sizeBytes) throws IOException {
    Path file = Files.write(spool.resolve(sizeBytes + ".wav"), new byte[Math.toIntExact(sizeBytes)]);
    return new AudioArtifact(file, sizeBytes, Samples.wav(file).content(),
        Optional.of(URI.create("https://cdn.example.com/x.wav")));
  }
}
