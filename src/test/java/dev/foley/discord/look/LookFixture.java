package dev.foley.discord.look;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foley.discord.BotOnLocalDiscord;
import dev.foley.discord.Samples;
import dev.foley.generation.DeliveryOutcome;
import dev.foley.generation.Generation;
import dev.foley.generation.GenerationState;
import dev.foley.generation.InMemoryGenerationStore;
import dev.foley.generation.Timing;
import dev.foley.playground.discord.Invocation;
import dev.foley.playground.discord.MessageView;
import dev.foley.provider.AudioArtifact;
import dev.foley.provider.FailureReason;
import dev.foley.provider.ProviderJobId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/** A bot with a past, on a Discord on this machine. */
final class LookFixture implements AutoCloseable {
  final InMemoryGenerationStore store = new InMemoryGenerationStore();
  final KeptFiles files = new KeptFiles();
  final BotOnLocalDiscord local;
  final AudioArtifact wav;

  LookFixture(Path directory) throws Exception {
    local = new BotOnLocalDiscord(store, BotOnLocalDiscord.catalogue());
    local.spool = files;
    local.restart();
    wav = Samples.wav(file(directory));
  }

  private static Path file(Path directory) throws IOException {
    return Files.write(directory.resolve("sound.wav"), new byte[2_116_844]);
  }

  /** As mia. */
  MessageView answerTo(String channel, String line) throws Exception {
    return answerTo("mia", channel, line);
  }

  MessageView answerTo(String member, String channel, String line) throws Exception {
    return answer(local.members().invoke(member, channel, line));
  }

  /** The first message that answers an interaction, once it says something. */
  MessageView answer(Invocation invocation) throws Exception {
    return local.members().awaitInteraction(invocation.sent(),
        view -> view.responses().stream().anyMatch(message -> !message.loading()
            && !(message.content().isEmpty() && message.embeds().isEmpty())),
        BotOnLocalDiscord.PATIENCE).responses().getFirst();
  }

  Generation asked(String channel, String line) throws Exception {
    return local.generation(local.answerTo(channel, line));
  }

  Generation pending(Generation asked) {
    return replace(asked, new GenerationState.Pending(new ProviderJobId("job"), asked.createdAt()));
  }

  /** Through the real delivery; the row as it stands afterwards. */
  Generation delivered(Generation asked) {
    Generation ready = replace(asked, new GenerationState.Ready(wav, Instant.now()));
    if (!(local.replies
        .deliver(Samples.sound(ready, wav)) instanceof DeliveryOutcome.Posted(long message, var direct))) {
      throw new AssertionError("not delivered");
    }
    return replace(ready, new GenerationState.Delivered(message, direct, Optional.of(wav), Instant.now()));
  }

  Generation delivered(String channel, String line) throws Exception {
    return delivered(asked(channel, line));
  }

  Generation failed(Generation asked, FailureReason reason) {
    return replace(asked, new GenerationState.Failed(reason, Instant.now()));
  }

  Generation replace(Generation before, GenerationState state) {
    Instant asked = before.createdAt();
    Generation next = new Generation(before.id(), before.version() + 1, before.origin(), before.request(),
        before.takes(), before.lineage(), asked, 0, before.cost(),
        new Timing(Optional.of(asked.plusSeconds(1)), Optional.of(asked.plusSeconds(31))), state);
    assertThat(store.replace(next)).isTrue();
    return next;
  }

  /** Title, description, fields and footer of a message's card. */
  static String card(MessageView message) {
    StringBuilder text = new StringBuilder();
    message.embeds().forEach(card -> {
      text.append(card.title()).append('\n').append(card.description());
      card.fields().forEach(field -> text.append('\n').append(field.name()).append('\n').append(field.value()));
      text.append('\n').append(card.footer());
    });
    return text.toString();
  }

  @Override
  public void close() {
    local.close();
  }
}
