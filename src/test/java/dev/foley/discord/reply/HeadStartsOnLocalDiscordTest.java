package dev.foley.discord.reply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foley.audio.AudioContent;
import dev.foley.audio.PcmClip;
import dev.foley.audio.PcmFormat;
import dev.foley.audio.WavWriter;
import dev.foley.discord.BotOnLocalDiscord;
import dev.foley.discord.Samples;
import dev.foley.generation.DeliveryOutcome;
import dev.foley.generation.Generation;
import dev.foley.generation.InMemoryGenerationStore;
import dev.foley.generation.Take;
import dev.foley.playground.discord.Fault;
import dev.foley.playground.discord.MessageView;
import dev.foley.provider.AudioArtifact;
import dev.foley.provider.FailureReason;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sound that is on its way to Discord while it still comes: its member sees it when it is delivered, whole, and once. */
class HeadStartsOnLocalDiscordTest {
  private static final String REPLY_ROUTE = "PATCH /webhooks/*/*/messages/@original";

  @TempDir
  static Path spool;
  private static BotOnLocalDiscord local;

  @BeforeAll
  static void start() throws Exception {
    local = new BotOnLocalDiscord(new InMemoryGenerationStore(), BotOnLocalDiscord.catalogue());
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
  void whatIsSentWhileItComesIsSeenWhenItIsDeliveredAndNotBefore() throws Exception {
    String channel = local.newChannel();
    AudioArtifact audio = noise();
    Generation ready = Samples.ready(asked(channel), audio);
    ComingSound sound = new ComingSound(audio);
    List<MessageView> before = local.messages(channel);

    local.replies.begin(new Take.Sound(ready, audio), sound);
    sound.rest.complete(true);
    assertThat(local.messages(channel)).isEqualTo(before);
    DeliveryOutcome outcome = local.replies.deliver(Samples.sound(ready, audio));

    MessageView message = only(channel);
    assertThat(outcome).isEqualTo(new DeliveryOutcome.Posted(Long.parseLong(message.id())));
    assertThat(message.attachments()).hasSize(1);
    assertThat(message.attachments().getFirst().sizeBytes()).isEqualTo(audio.sizeBytes());
    assertThat(local.replies.deliver(Samples.sound(ready, audio))).isEqualTo(outcome);
    assertThat(only(channel).attachments()).hasSize(1);
  }

  @Test
  void aSoundThatDoesNotComeWholeIsNeverSeen() throws Exception {
    String channel = local.newChannel();
    AudioArtifact audio = noise();
    Generation ready = Samples.ready(asked(channel), audio);
    ComingSound sound = new ComingSound(audio);

    local.replies.begin(new Take.Sound(ready, audio), sound);
    sound.rest.complete(false);
    assertThat(local.replies.deliver(Samples.missing(ready, FailureReason.RESULT_TRUNCATED)))
        .isInstanceOf(DeliveryOutcome.Posted.class);
    assertThat(only(channel).attachments()).isEmpty();
    assertThat(only(channel).component("Try again")).isPresent();
  }

  @Test
  void whatDiscordLosesOnTheWayIsSentOnceMore() throws Exception {
    String channel = local.newChannel();
    AudioArtifact audio = noise();
    Generation ready = Samples.ready(asked(channel), audio);
    ComingSound sound = new ComingSound(audio);
    local.discord.faults().inject(REPLY_ROUTE, new Fault.DropAfter(), 1);

    local.replies.begin(new Take.Sound(ready, audio), sound);
    sound.rest.complete(true);
    assertThat(local.replies.deliver(Samples.sound(ready, audio))).isInstanceOf(DeliveryOutcome.Posted.class);
    assertThat(only(channel).attachments()).hasSize(1);
  }

  private static Generation asked(String channel) throws Exception {
    return local.generation(local.answerTo(channel, "/music prompt:rain"));
  }

  private static MessageView only(String channel) {
    assertThat(local.messages(channel)).hasSize(1);
    return local.messages(channel).getFirst();
  }

  /** A real WAV, of which there is a picture. */
  private static AudioArtifact noise() throws IOException {
    byte[] samples = new byte[4 * 44_100];
    new Random(1).nextBytes(samples);
    Path file = Files.createTempFile(spool, "noise", ".wav");
    try (OutputStream out = Files.newOutputStream(file)) {
      WavWriter.write(new PcmClip(PcmFormat.CD, samples), out);
    }
    return new AudioArtifact(file, Files.size(file), new AudioContent.Wav(PcmFormat.CD, 44_100), Optional.empty());
  }
}
