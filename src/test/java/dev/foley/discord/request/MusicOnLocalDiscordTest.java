package dev.foley.discord.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foley.discord.BotOnLocalDiscord;
import dev.foley.discord.Samples;
import dev.foley.discord.WatchedStore;
import dev.foley.generation.Generation;
import dev.foley.generation.GenerationState;
import dev.foley.generation.InMemoryGenerationStore;
import dev.foley.generation.Origin;
import dev.foley.playground.discord.Fault;
import dev.foley.playground.discord.InteractionView;
import dev.foley.playground.discord.MessageView;
import dev.foley.provider.ModelCatalogue;
import dev.foley.provider.Parameter;
import dev.foley.provider.ParameterValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A member types {@code /music}: taken, or refused with a sentence. */
class MusicOnLocalDiscordTest {
  private static final WatchedStore STORE = new WatchedStore(new InMemoryGenerationStore());
  private static BotOnLocalDiscord local;

  @BeforeAll
  static void start() throws Exception {
    local = new BotOnLocalDiscord(STORE, BotOnLocalDiscord.catalogue());
  }

  @AfterAll
  static void stop() {
    local.close();
  }

  @Test
  void aRequestIsRecordedAndThenSaysQueued() throws Exception {
    String channel = local.newChannel();
    String interaction = local.members().invoke("mia", channel, "/music prompt:warm lo-fi piano seconds:12 steps:50",
        "de", false).sent();
    MessageView reply = local.answer(interaction);

    Generation generation = local.generation(reply);
    assertThat(BotOnLocalDiscord.card(reply)).isEqualTo("Musik\n“warm lo-fi piano”\nIn der Warteschlange\n"
        + "stable-audio · etwa 12.600 AIML-Credits (weniger als 0,01 USD) · " + generation.id());
    assertThat(reply.ephemeral()).isFalse();
    assertThat(generation.state()).isInstanceOf(GenerationState.Queued.class);
    assertThat(generation.request().prompt()).isEqualTo("warm lo-fi piano");
    assertThat(generation.request().parameters())
        .isEqualTo(Map.of(Parameter.SECONDS, ParameterValue.of(12), Parameter.STEPS, ParameterValue.of(50)));
    Origin origin = generation.origin();
    assertThat(origin.guild()).isPresent();
    assertThat(origin.interactionId()).isEqualTo(Long.parseLong(interaction));
    assertThat(origin.locale()).isEqualTo(Locale.GERMAN);
    assertThat(origin.receivedAt()).isBeforeOrEqualTo(generation.createdAt());
  }

  @Test
  void theUploadLimitIsThatOfTheInteraction() throws Exception {
    long before = local.discord.world().attachmentLimit();
    try {
      local.discord.world().setAttachmentLimit(123_456);
      MessageView reply = local.answerTo(local.newChannel(), "/music prompt:rain");
      assertThat(local.generation(reply).origin().attachmentLimitBytes()).isEqualTo(123_456);
    } finally {
      local.discord.world().setAttachmentLimit(before);
    }
  }

  @Test
  void itWorksInDirectMessages() throws Exception {
    MessageView reply = local.answerTo("@mia", "/music prompt:rain");
    assertThat(local.generation(reply).origin().guild()).isEmpty();
  }

  @Test
  void whatAForgedClientSendsIsRefusedPrivatelyWithASentenceEach() throws Exception {
    String channel = local.newChannel();
    int before = STORE.recorded();
    MessageView refusal = local.answer(local.members().invokeForged("mia", channel, "music",
        Map.of("prompt", "\u200b", "seconds", 48, "steps", 0)).sent());

    assertThat(refusal.content()).isEqualTo("""
        The prompt is empty. Say in a few words what you want to hear.
        “seconds” is 48 and has to be between 1 and 47.
        “steps” is 0 and has to be between 2 and 1,000.""");
    assertThat(refusal.ephemeral()).isTrue();
    assertThat(STORE.recorded()).isEqualTo(before);
  }

  @Test
  void whereTheBotMayNotPostFilesNothingIsBegun() throws Exception {
    int before = STORE.recorded();
    MessageView refusal = local.answerTo("no-files", "/music prompt:rain");

    assertThat(refusal.content()).isEqualTo(
        "I may not answer in this channel. Please ask a moderator to allow me: Attach Files.");
    assertThat(refusal.ephemeral()).isTrue();
    assertThat(STORE.recorded()).isEqualTo(before);
  }

  @Test
  void anAppThatOnlyItsUserInstalledNeedsNoPermissionInTheChannel() throws Exception {
    String interaction = local.members().invoke("mia", "no-files", "/music prompt:rain", "en-US", true).sent();
    assertThat(local.answer(interaction)).matches(BotOnLocalDiscord::isQueued);
  }

  @Test
  void withoutAPermitTheMemberReadsThatTheBotIsBusy() throws Exception {
    var work = local.work.getAndSet(BotOnLocalDiscord.FULL);
    try {
      MessageView refusal = local.answerTo(local.newChannel(), "/music prompt:rain");
      assertThat(refusal.content()).isEqualTo("I am busy right now. Please try again in a moment.");
      assertThat(refusal.ephemeral()).isTrue();
    } finally {
      local.work.set(work);
    }
  }

  /** The HTTP client asks again when a connection breaks, and is told 40060: the first try was heard. */
  @Test
  void anAcknowledgementWhoseAnswerWasLostCounts() throws Exception {
    local.answerTo(local.newChannel(), "/music prompt:so that there is a connection to break");
    local.discord.faults().inject("POST /interactions/*/*/callback", new Fault.DropAfter(), 1);
    assertThat(local.answerTo(local.newChannel(), "/music prompt:rain")).matches(BotOnLocalDiscord::isQueued);
  }

  @Test
  void whatCannotBeRecordedIsNotPromised() throws Exception {
    STORE.outOfOrder(true);
    try {
      assertThat(local.answerTo(local.newChannel(), "/music prompt:rain").content())
          .contains("could not be recorded", "nothing was charged");
    } finally {
      STORE.outOfOrder(false);
    }
  }

  /** With the store standing still, every member is still heard: what waits, waits elsewhere. */
  @Test
  void nothingWaitsOnTheEventThread() throws Exception {
    String channel = local.newChannel();
    List<String> interactions = new ArrayList<>();
    STORE.standStill();
    try {
      for (int i = 0; i < 30; i++) {
        interactions.add(local.members().invoke("mia", channel, "/music prompt:rain " + i).sent());
      }
      for (String interaction : interactions) {
        local.members().awaitInteraction(interaction, InteractionView::acknowledged, BotOnLocalDiscord.PATIENCE);
      }
      assertThat(local.messages(channel)).allMatch(MessageView::loading);
    } finally {
      STORE.goOn();
    }
    for (String interaction : interactions) {
      assertThat(local.answer(interaction)).matches(BotOnLocalDiscord::isQueued);
    }
    assertThat(STORE.threads()).isNotEmpty().noneMatch(name -> name.startsWith("discord-")).noneMatch(
        name -> name.startsWith("JDA"));
  }

  @Test
  void aHundredMembersAtOnceAreAllHeardInTimeAndNoneTwice() throws Exception {
    String channel = local.newChannel();
    int before = STORE.recorded();
    List<String> interactions = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      interactions.add(local.members().invoke("mia", channel, "/music prompt:rain " + i).sent());
    }
    for (String interaction : interactions) {
      assertThat(local.answer(interaction)).matches(BotOnLocalDiscord::isQueued);
      assertThat(local.members().interaction(interaction).acknowledgedMillis()).isLessThan(3_000);
    }
    assertThat(STORE.recorded()).isEqualTo(before + 100);
    assertThat(local.messages(channel)).hasSize(100);
  }

  @Test
  void whileItStopsTheBotTakesNothingNew() throws Exception {
    try (BotOnLocalDiscord stopping = new BotOnLocalDiscord(STORE, BotOnLocalDiscord.catalogue())) {
      stopping.bot.stopAccepting();
      assertThat(stopping.answerTo("music", "/music prompt:rain").content())
          .isEqualTo("I am restarting. Please try again in a minute.");
    }
  }

  @Test
  void withoutAKeyTheServiceIsNamed() throws Exception {
    ModelCatalogue withoutKey = new ModelCatalogue(List.of(Samples.STABLE_AUDIO), List.of());
    try (BotOnLocalDiscord keyless = new BotOnLocalDiscord(STORE, withoutKey)) {
      MessageView refusal = keyless.answerTo("music", "/music prompt:rain");
      assertThat(refusal.content()).contains("no key for AIML API");
      assertThat(refusal.ephemeral()).isTrue();
    }
  }
}
