package dev.foley.playground.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foley.playground.discord.AttachmentView;
import dev.foley.playground.discord.InteractionView;
import dev.foley.playground.discord.LocalDiscord;
import dev.foley.playground.discord.LocalDiscordSettings;
import dev.foley.playground.discord.MemberControl;
import dev.foley.playground.discord.MessageView;
import dev.foley.playground.server.PlaygroundServer;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A second, independent client library works against the local Discord as it does against Discord. */
class DiscordJsPeerTest {
  private static final Duration SOON = Duration.ofSeconds(10);
  private static final int WAV_HEADER_BYTES = 44;
  private static final int SAMPLE_RATE = 8_000;

  private static PlaygroundServer server;
  private static @Nullable ConformanceRecorder recorder;
  private static DiscordJsPeer peer;
  private static MemberControl members;

  @BeforeAll
  static void start() throws Exception {
    DiscordJsPeer.install();
    LocalDiscord discord = new LocalDiscord(LocalDiscordSettings.defaults());
    server = PlaygroundServer.start(0, List.of(discord));
    members = discord.control();
    URI url = server.baseUrl();
    if (SharedSpecs.find(DiscordOpenApi.SPEC).isPresent()) {
      recorder = ConformanceRecorder.start(url);
      url = recorder.baseUrl();
    }
    peer = DiscordJsPeer.start(url, LocalDiscordSettings.DEFAULT_TOKEN);
  }

  @AfterAll
  static void close() {
    if (peer != null) {
      peer.close();
    }
    if (recorder != null) {
      recorder.close();
    }
    if (server != null) {
      server.close();
    }
  }

  @Test
  void aDeferredReplyIsEditedWithAFile() throws Exception {
    MessageView reply = tone();

    assertThat(reply.content()).isEqualTo("violin, 2 s, for mia");
    AttachmentView file = reply.attachments().getFirst();
    assertThat(file.filename()).isEqualTo("tone.wav");
    assertThat(file.sizeBytes()).isEqualTo(WAV_HEADER_BYTES + 2 * SAMPLE_RATE);
    try (var bytes = URI.create(file.url()).toURL().openStream()) {
      assertThat(bytes.readAllBytes()).hasSize(WAV_HEADER_BYTES + 2 * SAMPLE_RATE).startsWith('R', 'I', 'F', 'F');
    }
    assertThat(problems()).isEmpty();
  }

  @Test
  void aButtonAnswersItsMemberAndChangesItsMessage() throws Exception {
    MessageView reply = tone();

    String press = members.press("mia", "music", reply.id(), "Louder").sent();

    InteractionView pressed = members.awaitInteraction(press, view -> !view.responses().isEmpty(), SOON);
    assertThat(pressed.responses()).singleElement().matches(MessageView::ephemeral)
        .returns("Louder it is.", MessageView::content);
    MessageView changed = members.awaitMessage("mia", "music",
        message -> message.id().equals(reply.id()) && message.content().endsWith(", louder"), SOON);
    assertThat(changed.components()).isEmpty();
    assertThat(changed.attachments()).hasSize(1);
    assertThat(members.messages("ben", "music")).noneMatch(message -> message.content().equals("Louder it is."));
    assertThat(problems()).isEmpty();
  }

  @Test
  void autocompleteSuggestsWhatFits() throws Exception {
    String typed = members.autocomplete("mia", "music", "/tone instrument:org").sent();

    InteractionView answered = members.awaitInteraction(typed, InteractionView::acknowledged, SOON);
    assertThat(answered.choices()).extracting(InteractionView.Choice::value).containsExactly("organ", "pipe organ");
    assertThat(problems()).isEmpty();
  }

  /** Where Discord's OpenAPI is not to be had, the bot is still run. */
  private static List<String> problems() {
    return recorder == null ? List.of() : recorder.problems();
  }

  private static MessageView tone() throws Exception {
    String command = members.invoke("mia", "music", "/tone instrument:violin seconds:2").sent();
    InteractionView answered = members.awaitInteraction(command,
        view -> view.responses().stream().anyMatch(message -> !message.attachments().isEmpty()), SOON);
    assertThat(peer.isAlive()).as(peer.describe()).isTrue();
    return answered.responses().getFirst();
  }
}
