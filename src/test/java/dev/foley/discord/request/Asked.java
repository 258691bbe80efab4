package dev.foley.discord.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foley.discord.BotOnLocalDiscord;
import dev.foley.discord.Samples;
import dev.foley.generation.Generation;
import dev.foley.generation.GenerationId;
import dev.foley.generation.GenerationState;
import dev.foley.generation.InMemoryGenerationStore;
import dev.foley.generation.Take;
import dev.foley.playground.discord.InteractionView;
import dev.foley.playground.discord.MessageView;
import dev.foley.provider.AudioArtifact;
import dev.foley.provider.FailureReason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What members have asked for in a test, and what the steps, whose part this plays, have made of it. */
record Asked(BotOnLocalDiscord local, InMemoryGenerationStore store, Path spool) {
  /** A sound that has been delivered. */
  List<Generation> made(String member, String channel, String line) throws Exception {
    List<Generation> takes = asked(member, channel, line);
    List<Take> sounds = new ArrayList<>();
    for (Generation take : takes) {
      AudioArtifact audio = audio(take);
      sounds.add(new Take.Sound(state(take, new GenerationState.Ready(audio, take.createdAt().plusSeconds(3))), audio));
    }
    local.replies.deliver(sounds);
    return sounds.stream()
        .map(sound -> state(sound.generation(), new GenerationState.Delivered(1, sound.generation().createdAt())))
        .toList();
  }

  /** A failure that has been told. */
  Generation failed(String member, String channel, String line) throws Exception {
    Generation generation = asked(member, channel, line).getFirst();
    local.replies.deliver(Samples.missing(generation, FailureReason.SERVICE_UNAVAILABLE));
    return state(generation, new GenerationState.Failed(FailureReason.SERVICE_UNAVAILABLE, generation.createdAt()));
  }

  private List<Generation> asked(String member, String channel, String line) throws Exception {
    return store.takes(local.generation(local.answer(local.members().invoke(member, channel, line).sent())).id());
  }

  private AudioArtifact audio(Generation take) throws IOException {
    return Samples.wav(Files.write(spool.resolve(take.id() + ".wav"), new byte[1_000]), 1_000);
  }

  Generation state(Generation before, GenerationState state) {
    Generation next = new Generation(before.id(), before.version() + 1, before.origin(), before.request(),
        before.takes(), before.lineage(), before.createdAt(), 0, before.cost(), before.timing(), state);
    assertThat(store.replace(next)).isTrue();
    return next;
  }

  Generation current(GenerationId id) {
    return store.find(id).orElseThrow();
  }

  /** The newest message in a channel that a member sees. */
  MessageView newest(String member, String channel) {
    return local.members().messages(member, channel).getLast();
  }

  /** Presses a button of a message, whether the message has it or not, and waits until the bot has answered in any way. */
  InteractionView press(String member, String channel, MessageView message, String customId) throws Exception {
    return heard(local.members().pressForged(member, channel, message.id(), customId).sent());
  }

  /** The first answer to such a press, once it says something. */
  MessageView answer(String member, String channel, MessageView message, String customId) throws Exception {
    return local.answer(local.members().pressForged(member, channel, message.id(), customId).sent());
  }

  InteractionView heard(String interaction) throws Exception {
    return local.members().awaitInteraction(interaction, InteractionView::acknowledged, BotOnLocalDiscord.PATIENCE);
  }

  /** The request that a pending reply is about. */
  Generation queued(MessageView reply) {
    assertThat(reply).matches(BotOnLocalDiscord::isQueued);
    return local.generation(reply);
  }
}
