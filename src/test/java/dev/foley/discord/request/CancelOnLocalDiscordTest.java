package dev.foley.discord.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foley.discord.BotOnLocalDiscord;
import dev.foley.discord.Models;
import dev.foley.discord.Samples;
import dev.foley.generation.Generation;
import dev.foley.generation.GenerationState;
import dev.foley.generation.InMemoryGenerationStore;
import dev.foley.generation.Timing;
import dev.foley.playground.discord.MessageView;
import dev.foley.provider.FailureReason;
import dev.foley.provider.ProviderJobId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The button under a pending reply. */
class CancelOnLocalDiscordTest {
  private static final InMemoryGenerationStore STORE = new InMemoryGenerationStore();
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
  void itsAuthorStopsWhatWasNotSubmitted() throws Exception {
    String channel = local.newChannel();
    Generation generation = asked(channel);

    local.members().press("mia", channel, "Cancel").sent();
    awaitState(generation, GenerationState.Failing.class);
    local.replies.deliver(Samples.missing(current(generation), FailureReason.CANCELLED));

    MessageView notice = only(channel);
    assertThat(notice.embeds().getFirst().title()).isEqualTo("Cancelled");
    assertThat(notice.embeds().getFirst().description()).isEqualTo("“rain”\nNothing was charged.");
    assertThat(notice.component("Cancel")).isEmpty();
    assertThat(notice.component("Try again")).isPresent();
  }

  @Test
  void aJobIsBeingCancelledAndTheButtonGoes() throws Exception {
    String channel = local.newChannel();
    Generation generation = pending(asked(channel));

    local.members().press("mia", channel, "Cancel").sent();
    MessageView reply = local.message(channel, view -> BotOnLocalDiscord.card(view).contains("\nCancelling…\n"));
    assertThat(reply.component("Cancel").orElseThrow().disabled()).isTrue();
    assertThat(current(generation).state()).isInstanceOf(GenerationState.Cancelling.class);
  }

  @Test
  void aModeratorMayAndOthersMayNot() throws Exception {
    String channel = local.newChannel();
    Generation generation = asked(channel);

    MessageView refusal = local.answer(local.members().press("ben", channel, "Cancel").sent());
    assertThat(refusal.content()).isEqualTo("Only the author of a request, or a moderator, can cancel it.");
    assertThat(refusal.ephemeral()).isTrue();
    assertThat(current(generation).state()).isInstanceOf(GenerationState.Queued.class);

    local.members().press("ada", channel, "Cancel").sent();
    awaitState(generation, GenerationState.Failing.class);
  }

  @Test
  void aModeratorOfThisChannelIsNoneOfAnother() throws Exception {
    Generation direct = local.generation(local.answerTo("@mia", "/music prompt:rain"));
    String channel = local.newChannel();
    asked(channel);

    MessageView refusal = forged("ada", channel, CancelButton.customId(direct.id()));
    assertThat(refusal.content()).startsWith("Only the author of a request");
    assertThat(current(direct).state()).isInstanceOf(GenerationState.Queued.class);
  }

  @Test
  void whatIsMadeAlreadyIsNotCancelled() throws Exception {
    String channel = local.newChannel();
    Generation generation = asked(channel);
    replace(generation, new GenerationState.Submitting(generation.createdAt()));

    MessageView refusal = local.answer(local.members().press("mia", channel, "Cancel").sent());
    assertThat(refusal.content()).startsWith("It is too late to cancel this");
    assertThat(refusal.ephemeral()).isTrue();
  }

  @Test
  void allTakesAreStoppedTogether() throws Exception {
    String channel = local.newChannel();
    Generation first = local.generation(local.answerTo(channel, "/sound prompt:a door takes:3"));

    local.members().press("mia", channel, "Cancel").sent();
    for (Generation take : STORE.takes(first.id())) {
      awaitState(take, GenerationState.Failing.class);
    }
  }

  @Test
  void aForgedButtonIsAnsweredPrivately() throws Exception {
    String channel = local.newChannel();
    asked(channel);
    for (String id : List.of("cancel:ZZZZZZZZZZZZZ", "cancel:x", "cancel", "cancel:")) {
      MessageView refusal = forged("mia", channel, id);
      assertThat(refusal.content()).startsWith("I do not know what this button belongs to.");
      assertThat(refusal.ephemeral()).isTrue();
    }
  }

  private static MessageView forged(String member, String channel, String customId) throws Exception {
    String message = local.messages(channel).getFirst().id();
    return local.answer(local.members().pressForged(member, channel, message, customId).sent());
  }

  private static Generation asked(String channel) throws Exception {
    Generation generation = local.generation(local.answerTo(channel, "/music prompt:rain"));
    assertThat(only(channel).component("Cancel").orElseThrow().customId()).isEqualTo("cancel:" + generation.id());
    return generation;
  }

  private static Generation pending(Generation generation) {
    Instant now = generation.createdAt();
    Generation submitting = replace(generation, new GenerationState.Submitting(now));
    return replace(submitting, new GenerationState.Pending(new ProviderJobId("job"), now));
  }

  private static Generation replace(Generation before, GenerationState state) {
    Generation next = new Generation(before.id(), before.version() + 1, before.origin(), before.request(),
        before.takes(), Optional.empty(), before.createdAt(), 0, before.cost(), Timing.NONE, state);
    assertThat(STORE.replace(next)).isTrue();
    return next;
  }

  private static Generation current(Generation generation) {
    return STORE.find(generation.id()).orElseThrow();
  }

  private static void awaitState(Generation generation, Class<? extends GenerationState> state) {
    Awaitility.await().atMost(BotOnLocalDiscord.PATIENCE)
        .until(() -> state.isInstance(current(generation).state()));
  }

  private static MessageView only(String channel) {
    assertThat(local.messages(channel)).hasSize(1);
    return local.messages(channel).getFirst();
  }
}
