package dev.foley.discord.look;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foley.discord.BotOnLocalDiscord;
import dev.foley.generation.Generation;
import dev.foley.playground.discord.Fault;
import dev.foley.playground.discord.InteractionView;
import dev.foley.playground.discord.MessageView;
import dev.foley.provider.FailureReason;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code /show}, as members see it. */
class ShowOnLocalDiscordTest {
  private static final String UNKNOWN = "I know no request of yours with this id.";

  @TempDir
  Path directory;
  private LookFixture foley;
  private String channel;

  @BeforeEach
  void start() throws Exception {
    foley = new LookFixture(directory);
    channel = foley.local.newChannel();
  }

  @AfterEach
  void stop() {
    foley.close();
  }

  @Test
  void theKeptCopyIsPostedAgainAndNothingIsRecorded() throws Exception {
    Generation delivered = foley.delivered(channel, "/music prompt:rain seconds:12");
    foley.files.shelve(foley.wav);
    MessageView before = foley.local.messages(channel).getFirst();
    foley.local.restart();

    MessageView shown = shown(delivered);
    assertThat(shown.ephemeral()).isFalse();
    assertThat(shown.attachments().getFirst()).satisfies(file -> {
      assertThat(file.filename()).isEqualTo(before.attachments().getFirst().filename());
      assertThat(file.sizeBytes()).isEqualTo(foley.wav.sizeBytes());
    });
    assertThat(shown.embeds().getFirst().description()).isEqualTo(before.embeds().getFirst().description());
    assertThat(shown.content()).startsWith("-# Asked for <t:");
    assertThat(foley.store.find(delivered.id())).contains(delivered);
  }

  @Test
  void withoutACopyFreshLinksLeadToTheMessage() throws Exception {
    Generation delivered = foley.delivered(channel, "/music prompt:rain seconds:12");
    MessageView before = foley.local.messages(channel).getFirst();

    MessageView shown = shown(delivered);
    assertThat(shown.attachments()).isEmpty();
    assertThat(shown.component("Download").orElseThrow().url())
        .startsWith(withoutSignature(before.attachments().getFirst().url()));
    assertThat(shown.component("Open message").orElseThrow().url()).endsWith("/" + before.id());
    assertThat(shown.component("details:" + delivered.id())).isPresent();
    assertThat(LookFixture.card(shown)).contains("“rain”\n12.0 s · 44.1 kHz stereo 16-bit WAV · 2.0 MB",
        "I keep no copy of this any more");
  }

  @Test
  void whereTheMessageWasDeletedTheServicesAddressIsLeft() throws Exception {
    Generation delivered = foley.delivered(channel, "/music prompt:rain");
    foley.local.members().deleteMessage(channel, foley.local.messages(channel).getFirst().id());

    MessageView shown = shown(delivered);
    assertThat(shown.component("Download").orElseThrow().url()).isEqualTo("https://cdn.example.com/result.wav?sig=1");
    assertThat(shown.component("Open message")).isEmpty();
    assertThat(LookFixture.card(shown)).contains("The link may have expired.");
  }

  @Test
  void whereDiscordDoesNotAnswerTheServicesAddressIsLeftToo() throws Exception {
    Generation delivered = foley.delivered(channel, "/music prompt:rain");
    foley.local.discord.faults().inject("GET /channels/*/messages/*", new Fault.Answer(500), 10);

    assertThat(LookFixture.card(shown(delivered))).contains("The link may have expired.");
  }

  @Test
  void whatCouldNotBeDeliveredIsDeliveredNow() throws Exception {
    Generation lost = foley.failed(foley.asked(channel, "/music prompt:rain"), FailureReason.UNDELIVERABLE);
    foley.files.put(lost.id().value(), foley.wav);

    MessageView shown = shown(lost);
    assertThat(shown.attachments()).isNotEmpty();
  }

  @Test
  void whatIsNowhereAnyMoreIsSaidCalmly() throws Exception {
    Generation lost = foley.failed(foley.asked(channel, "/music prompt:rain"), FailureReason.UNDELIVERABLE);

    MessageView shown = shown(lost);
    assertThat(LookFixture.card(shown)).contains("The file is no longer kept. You can have it made once more.");
    assertThat(shown.component("again:" + lost.id())).isPresent();
    assertThat(shown.component("edit:" + lost.id())).isPresent();
  }

  @Test
  void whatWasPrivateStaysPrivate() throws Exception {
    Generation delivered = foley.delivered(channel, "/music prompt:secret garden private:true");
    foley.files.shelve(foley.wav);

    assertThat(shown(delivered).ephemeral()).isTrue();
    foley.files.discard(foley.wav);
    MessageView linked = shown(delivered);
    assertThat(linked.ephemeral()).isTrue();
    assertThat(linked.component("Open message")).isEmpty();
    assertThat(refused("ada", delivered.id().value())).startsWith(UNKNOWN);
  }

  @Test
  void somebodyElsesIsAsUnknownAsOneThatNeverWas() throws Exception {
    Generation delivered = foley.delivered(channel, "/music prompt:rain");

    assertThat(refused("ben", delivered.id().value())).startsWith(UNKNOWN);
    assertThat(refused("mia", "ZZZZZZZZZZZZZ")).startsWith(UNKNOWN);
    assertThat(refused("mia", "last week’s song")).startsWith(UNKNOWN);
  }

  @Test
  void aModeratorMayShowWhatWasMadeInTheirServer() throws Exception {
    Generation delivered = foley.delivered(channel, "/music prompt:rain");
    Generation direct = foley.delivered("@mia", "/music prompt:between us");
    foley.files.shelve(foley.wav);

    MessageView shown = foley.answerTo("ada", channel, "/show id:" + delivered.id());
    assertThat(shown.content()).contains(" by <@");
    assertThat(shown.mentions()).isEmpty();
    assertThat(refused("ada", direct.id().value())).startsWith(UNKNOWN);
  }

  @Test
  void whatIsStillBeingMadeAndWhatFailedAreSentences() throws Exception {
    Generation pending = foley.asked(channel, "/music prompt:rain");
    assertThat(refused("mia", pending.id().value())).startsWith("This is still being made, in <#");

    Generation failed = foley.failed(pending, FailureReason.LANGUAGE_REFUSED);
    assertThat(refused("mia", failed.id().value())).startsWith("There is no sound of this. It was asked for <t:")
        .endsWith("This service understands English only. Please write the prompt in English, or choose another model. "
            + "Nothing was charged.");
  }

  @Test
  void itWorksInDirectMessages() throws Exception {
    Generation delivered = foley.delivered("@mia", "/music prompt:rain");

    MessageView shown = foley.answerTo("@mia", "/show id:" + delivered.id());
    assertThat(shown.component("Open message").orElseThrow().url()).startsWith("https://discord.com/channels/@me/");
    assertThat(shown.component("Download")).isPresent();
  }

  @Test
  void ownEarlierSoundsAreSuggested() throws Exception {
    Generation delivered = foley.delivered(channel, "/music prompt:rain on a tin roof seconds:12");
    foley.delivered(channel, "/music prompt:a harp");

    assertThat(suggested("mia", "tin")).containsExactly(
        new InteractionView.Choice("rain on a tin roof · 12 s · just now", delivered.id().value()));
    assertThat(suggested("ben", "tin")).isEmpty();
  }

  @Test
  void suggestionsAreNoneWhereThereIsTrouble() throws Exception {
    foley.delivered(channel, "/music prompt:rain");
    foley.store.outOfOrder(true);
    assertThat(suggested("mia", "rain")).isEmpty();
    foley.store.outOfOrder(false);

    foley.local.work.set(BotOnLocalDiscord.FULL);
    assertThat(suggested("mia", "rain")).isEmpty();
  }

  private static String withoutSignature(String address) {
    return address.substring(0, address.indexOf('?'));
  }

  private MessageView shown(Generation generation) throws Exception {
    return foley.answerTo(channel, "/show id:" + generation.id());
  }

  private String refused(String member, String id) throws Exception {
    MessageView refusal = foley.answerTo(member, channel, "/show id:" + id);
    assertThat(refusal.ephemeral()).isTrue();
    assertThat(refusal.embeds()).isEmpty();
    return refusal.content();
  }

  private List<InteractionView.Choice> suggested(String member, String typed) throws Exception {
    String interaction = foley.local.members().autocomplete(member, channel, "/show id:" + typed).sent();
    return foley.local.members().awaitInteraction(interaction, InteractionView::acknowledged,
        BotOnLocalDiscord.PATIENCE).choices();
  }
}
