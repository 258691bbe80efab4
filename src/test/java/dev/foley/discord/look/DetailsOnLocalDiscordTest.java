package dev.foley.discord.look;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foley.generation.Generation;
import dev.foley.generation.GenerationId;
import dev.foley.generation.Lineage;
import dev.foley.generation.Order;
import dev.foley.generation.Takes;
import dev.foley.playground.discord.MessageView;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The details of a sound, by its button and from a message's menu. */
class DetailsOnLocalDiscordTest {
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
  void theMenuTellsEverybodyWhatIsKnownOfAMessage() throws Exception {
    Generation delivered = foley.delivered(channel, "/music prompt:rain seconds:12");
    String message = foley.local.messages(channel).getFirst().id();

    MessageView details = foley.answer(foley.local.members().invokeOnMessage("ben", channel, "Audio details", message));
    assertThat(details.ephemeral()).isTrue();
    assertThat(LookFixture.card(details)).contains("“rain”", "Model\nstable-audio", "Options\nseconds **12**",
        "left to the model: ", "12.0 s · 44.1 kHz stereo 16-bit WAV · 2.0 MB", "the service took 30 s",
        "Cost\nestimated 25,200 AIML credits (0.01 USD)", delivered.id().value());
    assertThat(details.component("Show again")).isEmpty(); // it is not ben's
  }

  @Test
  void theMenuWorksOnAPendingMessageAndAfterARestart() throws Exception {
    foley.asked(channel, "/music prompt:rain");
    foley.local.restart();
    String message = foley.local.messages(channel).getFirst().id();

    MessageView details = foley.answer(foley.local.members().invokeOnMessage("mia", channel, "Audio details", message));
    assertThat(LookFixture.card(details)).contains("Sound\nQueued");
  }

  @Test
  void otherMessagesAreAnsweredWithASentence() throws Exception {
    String said = foley.local.members().say("ben", channel, "seed · 0ABCDEFGHJKMN").id();

    MessageView refusal = foley.answer(foley.local.members().invokeOnMessage("mia", channel, "Audio details", said));
    assertThat(refusal.ephemeral()).isTrue();
    assertThat(refusal.content()).startsWith("This message is not about a sound of mine.");
  }

  @Test
  void theButtonWorksForEverybodyWhoSeesIt() throws Exception {
    Generation delivered = foley.delivered(channel, "/music prompt:rain");
    MessageView shown = foley.answerTo(channel, "/show id:" + delivered.id());
    foley.local.restart();

    MessageView details = foley.answer(foley.local.members().press("ben", channel, shown.id(), "Details"));
    assertThat(LookFixture.card(details)).contains("“rain”");
    MessageView own = foley.answer(foley.local.members().press("mia", channel, shown.id(), "Details"));
    MessageView again = foley.answer(foley.local.members().press("mia", channel, own.id(), "Show again"));
    assertThat(again.component("Download")).isPresent();
  }

  @Test
  void theButtonWorksInDirectMessages() throws Exception {
    Generation delivered = foley.delivered("@mia", "/music prompt:rain");
    MessageView shown = foley.answerTo("@mia", "/show id:" + delivered.id());

    MessageView details = foley.answer(foley.local.members().press("mia", "@mia", shown.id(), "Details"));
    assertThat(LookFixture.card(details)).contains("“rain”");
  }

  @Test
  void aForgedButtonTellsNothing() throws Exception {
    Generation other = foley.delivered("@mia", "/music prompt:between us");
    foley.delivered(channel, "/music prompt:rain");
    String message = foley.local.messages(channel).getFirst().id();
    for (String id : List.of("details:" + other.id(), "details:ZZZZZZZZZZZZZ", "details:x", "details")) {
      MessageView refusal = foley.answer(foley.local.members().pressForged("ben", channel, message, id));
      assertThat(refusal.content()).startsWith("I do not know what this button belongs to.");
      assertThat(refusal.ephemeral()).isTrue();
    }
  }

  @Test
  void whatWasMadeInPrivateIsToldToItsAuthorOnly() throws Exception {
    Generation secret = foley.delivered(channel, "/music prompt:secret garden private:true");
    MessageView own = foley.answerTo(channel, "/show id:" + secret.id());

    assertThat(LookFixture.card(foley.answer(foley.local.members().press("mia", channel, own.id(), "Details"))))
        .contains("secret garden");
  }

  @Test
  void lineageLeadsBothWays() throws Exception {
    Generation parent = foley.delivered(channel, "/music prompt:rain");
    GenerationId id = new GenerationId("8000000000000");
    foley.store.insert(List.of(Generation.queued(id, new Order(parent.origin(), parent.request(), 1,
        Optional.of(new Lineage(parent.id(), Lineage.Kind.LONGER))), Takes.single(id), parent.createdAt())));
    foley.files.shelve(foley.wav);

    MessageView shown = foley.answerTo(channel, "/show id:" + parent.id());
    assertThat(shown.content()).endsWith("Made out of it: " + id);
    MessageView details = foley
        .answer(foley.local.members().invokeOnMessage("mia", channel, "Audio details", shown.id()));
    assertThat(LookFixture.card(details)).contains("Lineage\nMade out of it: " + id);
  }
}
