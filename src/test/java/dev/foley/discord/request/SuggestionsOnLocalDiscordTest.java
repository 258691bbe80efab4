package dev.foley.discord.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foley.discord.BotOnLocalDiscord;
import dev.foley.discord.Models;
import dev.foley.discord.WatchedStore;
import dev.foley.generation.InMemoryGenerationStore;
import dev.foley.playground.discord.InteractionView;
import dev.foley.playground.discord.MessageView;
import dev.foley.provider.AudioRequest;
import dev.foley.provider.ModelId;
import dev.foley.provider.Parameter;
import dev.foley.provider.ParameterValue;
import dev.foley.provider.SoundKind;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Choosing a model, a voice and options, of several services. */
class SuggestionsOnLocalDiscordTest {
  private static final WatchedStore STORE = new WatchedStore(new InMemoryGenerationStore());
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
  void modelsAreSuggestedWithTheirLimitsAndPrices() throws Exception {
    assertThat(suggested("/music prompt:x model:")).containsExactly(
        new InteractionView.Choice("loops · 1–47 s · wav · 25,200 AIML credits (0.01 USD)", "loops"),
        new InteractionView.Choice("songs/large · about 90 s · mp3", "songs/large"),
        new InteractionView.Choice("long-audio · 1–190 s · wav or mp3 · 20 Stability credits (0.20 USD)",
            "long-audio"));
    assertThat(suggested("/speak text:x model:SPEAK")).extracting(InteractionView.Choice::name).containsExactly(
        "speaker · up to 10,000 characters · wav · 50 ElevenLabs credits for 100 characters",
        "plain-speaker · not set up here");
    assertThat(suggested("/sound prompt:x model:ong")).extracting(InteractionView.Choice::value)
        .containsExactly("long-audio");
  }

  @Test
  void voicesAreSuggestedByNameAndDescription() throws Exception {
    assertThat(suggested("/speak text:x voice:ge")).containsExactly(
        new InteractionView.Choice("George · male, British", "v1"),
        new InteractionView.Choice("Geraldine · female", "v3"));
    assertThat(suggested("/speak text:x voice:BRITISH")).extracting(InteractionView.Choice::value)
        .containsExactly("v1");
  }

  @Test
  void aServiceThatIsNotSetUpHasTheUsualVoiceOnly() throws Exception {
    assertThat(suggested("/speak text:x model:plain-speaker voice:ge"))
        .containsExactly(new InteractionView.Choice("The usual voice", "default"));
  }

  @Test
  void aVoiceIsTakenByIdOrByName() throws Exception {
    assertThat(asked("/speak text:Good evening. voice:v2").parameters())
        .isEqualTo(Map.of(Parameter.VOICE, ParameterValue.of("v2")));
    assertThat(asked("/speak text:Good evening. voice:george speed:1.1")).isEqualTo(
        new AudioRequest(new ModelId("speaker"), SoundKind.SPEECH, "Good evening.",
            Map.of(Parameter.VOICE, ParameterValue.of("v1"), Parameter.SPEED, ParameterValue.of(1.1))));
    assertThat(asked("/speak text:Good evening. voice:default").parameters()).isEmpty();
  }

  @Test
  void aVoiceThatIsNotThereIsRefusedWithThoseThatAreNear() throws Exception {
    assertThat(refused("/speak text:x voice:Georg")).isEqualTo("There is no voice “Georg”. Did you mean"
        + " George (male, British) or Geraldine (female)? The list that appears while you type shows all.");
    assertThat(refused("/speak text:x voice:nobody")).isEqualTo(
        "There is no voice “nobody”. The list that appears while you type shows which there are.");
    assertThat(refused("/speak text:x voice:twin")).contains("Did you mean Twin (one) or Twin (other)?");
  }

  @Test
  void aSoundEffectHasOptionsOfItsOwn() throws Exception {
    assertThat(asked("/sound prompt:a door model:effects seconds:2.5 influence:0.7 loop:true")).isEqualTo(
        new AudioRequest(new ModelId("effects"), SoundKind.SOUND, "a door",
            Map.of(Parameter.SECONDS, ParameterValue.of(2.5), Parameter.INFLUENCE, ParameterValue.of(0.7),
                Parameter.LOOP, ParameterValue.of(true))));
  }

  @Test
  void anOptionOfAnotherModelIsRefusedByName() throws Exception {
    assertThat(refused("/music prompt:rain guidance:7"))
        .isEqualTo("“guidance” is not an option of loops; it has “seconds”, “steps” and “start”.");
    assertThat(refused("/speak text:Hello. model:plain-speaker")).startsWith("plain-speaker is not set up here");
  }

  @Test
  void aModelThatIsNotThereIsRefused() throws Exception {
    assertThat(refused("/music prompt:rain model:nobody")).startsWith("There is no model “nobody”.")
        .endsWith("You can choose loops, songs/large and long-audio.");
    assertThat(refused("/music prompt:rain model:speaker")).startsWith("speaker does not make music.");
    assertThat(asked("/music prompt:rain model:LOOPS").model()).isEqualTo(new ModelId("loops"));
  }

  @Test
  void whatWouldNotFitIsMadeInAFormatThatDoes() throws Exception {
    assertThat(asked("/music prompt:rain model:long-audio seconds:190").parameters()).isEqualTo(
        Map.of(Parameter.SECONDS, ParameterValue.of(190), Parameter.FORMAT, ParameterValue.of("mp3")));
    assertThat(refused("/music prompt:rain model:long-audio seconds:190 format:wav")).endsWith(
        "takes 10 MB: ask for 59 seconds or less, or choose format mp3.");
  }

  @Test
  void whatAForgedClientSendsIsRefusedWithASentenceEach() throws Exception {
    String channel = local.newChannel();
    int before = STORE.recorded();
    MessageView refusal = local.answer(local.members().invokeForged("mia", channel, "music",
        Map.of("prompt", "rain", "seconds", "soon", "takes", 99, "loop", 1e300, "private", "perhaps")).sent());

    assertThat(refusal.content()).isEqualTo("""
        “seconds” is soon and has to be a whole number between 1 and 47.
        “loop” is not an option of loops; it has “seconds”, “steps” and “start”.
        “takes” has to be a whole number between 1 and 4.""");
    assertThat(refusal.ephemeral()).isTrue();
    assertThat(STORE.recorded()).isEqualTo(before);
  }

  @Test
  void allModelsAreListedForWhoAsks() throws Exception {
    InteractionView shown = local.members().awaitInteraction(
        local.members().invoke("mia", local.newChannel(), "/models").sent(), view -> !view.responses().isEmpty(),
        BotOnLocalDiscord.PATIENCE);
    MessageView answer = shown.responses().getFirst();
    assertThat(answer.ephemeral()).isTrue();
    assertThat(answer.embeds()).hasSize(3);
    assertThat(answer.embeds().getFirst().title()).isEqualTo("/music");
    assertThat(answer.embeds().getLast().description()).isEqualTo("""
        **speaker** · the usual one
        up to 10,000 characters · wav · 50 ElevenLabs credits for 100 characters · ElevenLabs
        Options: seed, voice, stability, similarity, style, speed, language

        plain-speaker
        up to 300 characters · wav · fal · not set up here""");
  }

  private static List<InteractionView.Choice> suggested(String line) throws Exception {
    String id = local.members().autocomplete("mia", "music", line).sent();
    return local.members().awaitInteraction(id, InteractionView::acknowledged, BotOnLocalDiscord.PATIENCE).choices();
  }

  private static AudioRequest asked(String line) throws Exception {
    return local.generation(local.answerTo(local.newChannel(), line)).request();
  }

  private static String refused(String line) throws Exception {
    int before = STORE.recorded();
    MessageView refusal = local.answerTo(local.newChannel(), line);
    assertThat(refusal.ephemeral()).isTrue();
    assertThat(STORE.recorded()).isEqualTo(before);
    return refusal.content();
  }
}
