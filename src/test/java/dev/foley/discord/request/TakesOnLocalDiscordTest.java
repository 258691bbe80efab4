package dev.foley.discord.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foley.discord.BotOnLocalDiscord;
import dev.foley.discord.Models;
import dev.foley.discord.Samples;
import dev.foley.generation.DeliveryOutcome;
import dev.foley.generation.Generation;
import dev.foley.generation.GenerationState;
import dev.foley.generation.InMemoryGenerationStore;
import dev.foley.generation.Take;
import dev.foley.generation.Timing;
import dev.foley.playground.discord.MessageView;
import dev.foley.provider.AudioArtifact;
import dev.foley.provider.FailureReason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several takes of one request, and answers that only their author sees. */
class TakesOnLocalDiscordTest {
  private static final InMemoryGenerationStore STORE = new InMemoryGenerationStore();

  @TempDir
  static Path spool;
  private static BotOnLocalDiscord local;

  @BeforeAll
  static void start() throws Exception {
    local = new BotOnLocalDiscord(STORE, Models.catalogue());
  }

  @AfterAll
  static void stop() {
    local.close();
  }

  @Test
  void allTakesAreOneReplyAndOneMessage() throws Exception {
    String channel = local.newChannel();
    List<Generation> takes = asked(channel, "/music prompt:warm lo-fi piano takes:4");
    assertThat(takes).extracting(take -> take.takes().number()).containsExactly(1, 2, 3, 4);
    String id = takes.getFirst().id().value();
    assertThat(BotOnLocalDiscord.card(only(channel))).isEqualTo(
        "Music · 4 takes\n“warm lo-fi piano”\nQueued\nloops · about 100,800 AIML credits (0.05 USD) · " + id);

    assertThat(local.replies.deliver(sounds(takes))).isInstanceOf(DeliveryOutcome.Posted.class);
    MessageView message = only(channel);
    assertThat(message.attachments()).extracting(file -> file.filename()).containsExactly(
        "warm-lo-fi-piano-" + id + "-1.wav", "warm-lo-fi-piano-" + id + "-2.wav", "warm-lo-fi-piano-" + id + "-3.wav",
        "warm-lo-fi-piano-" + id + "-4.wav");
    assertThat(message.embeds().getFirst().title()).isEqualTo("Music · 4 takes");
    assertThat(message.embeds().getFirst().footer()).endsWith(" · " + id);
  }

  @Test
  void aTakeThatIsMissingIsToldBesideTheOthers() throws Exception {
    String channel = local.newChannel();
    List<Generation> takes = asked(channel, "/sound prompt:a door takes:2");
    List<Take> told = List.of(sounds(takes).getFirst(),
        new Take.Missing(takes.getLast(), FailureReason.GENERATION_FAILED));

    assertThat(local.replies.deliver(told)).isInstanceOf(DeliveryOutcome.Posted.class);
    MessageView message = only(channel);
    assertThat(message.attachments()).hasSize(1);
    assertThat(message.embeds().getFirst().title()).isEqualTo("Sound effect · 2 takes");
    assertThat(message.embeds().getFirst().description()).contains("**2** · The service began and then gave up.",
        "Nothing was charged.");
  }

  @Test
  void tryAgainMakesAllTakesAgainAndStaysPrivate() throws Exception {
    String channel = local.newChannel();
    List<Generation> takes = asked(channel, "/music prompt:rain takes:3 seconds:5 private:true");
    local.replies.deliver(takes.stream().<Take>map(take -> new Take.Missing(take, FailureReason.SERVICE_UNAVAILABLE))
        .toList());
    assertThat(only(channel).ephemeral()).isTrue();
    assertThat(local.members().messages("ben", channel)).isEmpty();

    local.members().press("mia", channel, "Try again").sent();
    MessageView reply = local.message(channel, BotOnLocalDiscord::isQueued);
    assertThat(reply.ephemeral()).isTrue();
    Generation again = local.generation(reply);
    assertThat(again.takes().count()).isEqualTo(3);
    assertThat(again.request()).isEqualTo(takes.getFirst().request());
    assertThat(again.origin().isPrivate()).isTrue();
  }

  @Test
  void aPrivateSoundIsSeenByItsAuthorOnly() throws Exception {
    String channel = local.newChannel();
    List<Generation> takes = asked(channel, "/speak text:Good evening. private:true");
    assertThat(BotOnLocalDiscord.card(only(channel))).contains("“Good evening.”\nQueued\n",
        " · about 6.5 ElevenLabs credits");

    assertThat(local.replies.deliver(sounds(takes))).isInstanceOf(DeliveryOutcome.Posted.class);
    assertThat(only(channel).ephemeral()).isTrue();
    assertThat(only(channel).attachments()).hasSize(1);
    assertThat(only(channel).embeds().getFirst().title()).isEqualTo("Speech");
    assertThat(local.members().messages("ben", channel)).isEmpty();
  }

  @Test
  void aPrivateSoundThatIsLateIsADirectMessage() throws Exception {
    String channel = local.newChannel();
    String interaction = local.members().invoke("mia", channel, "/speak text:Good night. private:true").sent();
    List<Generation> takes = STORE.takes(local.generation(local.answer(interaction)).id());
    local.members().expireToken(interaction);

    assertThat(local.replies.deliver(sounds(takes))).isInstanceOf(DeliveryOutcome.Posted.class);
    MessageView direct = local.message("@mia", view -> !view.attachments().isEmpty());
    assertThat(direct.content()).isEqualTo("Your /speak is ready. I could not post it where you asked for it.");
    assertThat(local.members().messages("ben", channel)).isEmpty();
  }

  @Test
  void aPrivateSoundIsNotPostedInTheChannelThoughNoOtherWayIsLeft() throws Exception {
    String channel = local.newChannel();
    String interaction = local.members().invoke("ben", channel, "/music prompt:rain private:true").sent();
    List<Generation> takes = STORE.takes(local.generation(local.answer(interaction)).id());
    local.members().expireToken(interaction);
    local.discord.world().refuseDirectMessages("ben", true);
    try {
      assertThat(local.replies.deliver(sounds(takes))).isInstanceOf(DeliveryOutcome.Impossible.class);
      assertThat(local.members().messages("mia", channel)).isEmpty();
    } finally {
      local.discord.world().refuseDirectMessages("ben", false);
    }
  }

  @Test
  void whatIsPrivateIsAnsweredWhereTheBotMayNotPost() throws Exception {
    MessageView reply = local.answerTo("no-files", "/music prompt:rain private:true");
    assertThat(reply).matches(BotOnLocalDiscord::isQueued);
    assertThat(reply.ephemeral()).isTrue();
  }

  private static List<Generation> asked(String channel, String line) throws Exception {
    return STORE.takes(local.generation(local.answerTo(channel, line)).id());
  }

  private static List<Take> sounds(List<Generation> takes) throws IOException {
    List<Take> sounds = new ArrayList<>();
    for (Generation take : takes) {
      AudioArtifact audio = Samples.wav(Files.write(spool.resolve(take.id() + ".wav"), new byte[1_000]), 1_000);
      sounds.add(new Take.Sound(
          new Generation(take.id(), 3, take.origin(), take.request(), take.takes(), Optional.empty(),
              take.createdAt(), 0, Optional.empty(), Timing.NONE,
              new GenerationState.Ready(audio, take.createdAt().plusSeconds(3))),
          audio));
    }
    return sounds;
  }

  private static MessageView only(String channel) {
    assertThat(local.messages(channel)).hasSize(1);
    return local.messages(channel).getFirst();
  }
}
