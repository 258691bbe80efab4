package dev.foley.discord.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foley.discord.Models;
import dev.foley.discord.Samples;
import dev.foley.discord.UnusedProvider;
import dev.foley.discord.interaction.ChannelPermissions;
import dev.foley.discord.interaction.Received;
import dev.foley.provider.AudioModel;
import dev.foley.provider.AudioRequest;
import dev.foley.provider.ModelCatalogue;
import dev.foley.provider.ModelId;
import dev.foley.provider.Parameter;
import dev.foley.provider.ParameterValue;
import dev.foley.provider.SoundKind;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.dv8tion.jda.api.Permission;
import org.junit.jupiter.api.Test;

class RefusalsTest {
  private static final long ALL = Permission.getRaw(Permission.VIEW_CHANNEL, Permission.MESSAGE_SEND,
      Permission.MESSAGE_EMBED_LINKS, Permission.MESSAGE_ATTACH_FILES);
  private final Refusals refusals = new Refusals(Models.catalogue());

  @Test
  void whatCanBeSentIsNotRefused() {
    assertThat(refused("loops", SoundKind.MUSIC, "rain", Map.of())).isEmpty();
    assertThat(refused("speaker", SoundKind.SPEECH, "Hello.", Map.of())).isEmpty();
  }

  @Test
  void eachProblemHasItsSentence() {
    assertThat(refused("loops", SoundKind.MUSIC, "",
        Map.of(Parameter.SECONDS, ParameterValue.of(48), Parameter.STEPS, ParameterValue.of(2.5)))).contains("""
            The prompt is empty. Say in a few words what you want to hear.
            “seconds” is 48 and has to be between 1 and 47.
            “steps” is 2.5 and has to be a whole number between 2 and 1,000.""");
  }

  @Test
  void aTextOfNothingIsNothingToSay() {
    assertThat(refused("speaker", SoundKind.SPEECH, "", Map.of()))
        .contains("The text is empty. Write what is to be said.");
  }

  @Test
  void anOptionThatTheModelLacksIsNamedWithWhatItHas() {
    assertThat(refused("loops", SoundKind.MUSIC, "rain", Map.of(Parameter.GUIDANCE, ParameterValue.of(7))))
        .contains("“guidance” is not an option of loops; it has “seconds”, “steps” and “start”.");
    assertThat(refused("effects", SoundKind.SOUND, "rain", Map.of(Parameter.SEED, ParameterValue.of(7))))
        .contains("“seed” is not an option of effects; it has “seconds”, “influence” and “loop”.");
  }

  @Test
  void anOptionThatTheModelNeedsIsNamed() {
    assertThat(refused("songs/large", SoundKind.MUSIC, "a sad old song", Map.of()))
        .contains("songs/large needs “lyrics”. Please add it, or choose another model.");
  }

  @Test
  void aModelOfAnotherKindIsRefused() {
    assertThat(refused("effects", SoundKind.MUSIC, "rain", Map.of()))
        .contains("effects does not make music. Please choose another model, or leave “model” out.");
  }

  @Test
  void takesThatNobodyMakesAreRefused() {
    Wish wish = new Wish(request("loops", SoundKind.MUSIC, "rain", Map.of()), 9, false);
    assertThat(refusals.of(wish, here(List.of()))).contains("“takes” has to be a whole number between 1 and 4.");
  }

  @Test
  void aServiceWithoutAKeyIsNamedAndWhatThereIsInstead() {
    assertThat(refused("plain-speaker", SoundKind.SPEECH, "Hello.", Map.of())).contains(
        "plain-speaker is not set up here: this bot has no key for fal. Its host has to add one. You can choose speaker.");
  }

  @Test
  void whereNothingIsSetUpNothingIsNamed() {
    Refusals bare = new Refusals(new ModelCatalogue(Models.ALL, List.of()));
    assertThat(bare.of(wish(request("loops", SoundKind.MUSIC, "rain", Map.of())), here(List.of()))).contains(
        "loops is not set up here: this bot has no key for AIML API. Its host has to add one.");
  }

  @Test
  void aServiceThatIsDownIsNotAsked() {
    List<AudioModel> models = List.of(Models.model("loops"));
    Refusals whileDown = new Refusals(new ModelCatalogue(models, List.of(new UnusedProvider(models, List.of(), true))));
    assertThat(whileDown.of(wish(request("loops", SoundKind.MUSIC, "rain", Map.of())), here(List.of()))).contains(
        "AIML API is not answering at the moment. Please try again in a few minutes, or choose another model.");
  }

  @Test
  void aModelThatIsGoneIsRefused() {
    assertThat(refused("older", SoundKind.SOUND, "rain", Map.of())).contains(
        "This model is not set up here any more. Please choose another one, or tell the host of the bot."
            + " You can choose loops, long-audio and effects.");
  }

  @Test
  void aModelThatNeverWasIsRefusedWithoutItsMarkup() {
    assertThat(refusals.unknownModel("**x**", SoundKind.SPEECH, Locale.ENGLISH)).isEqualTo(
        "There is no model “\\*\\*x\\*\\*”. The list that appears while you type shows which there are."
            + " You can choose speaker.");
  }

  @Test
  void whatWouldNotFitIsRefusedBeforeItCosts() {
    assertThat(refused("long-audio", SoundKind.MUSIC, "rain",
        Map.of(Parameter.FORMAT, ParameterValue.of("wav"), Parameter.SECONDS, ParameterValue.of(190)))).contains(
            "The file would have about 32 MB, and this channel takes 10 MB: ask for 59 seconds or less,"
                + " or choose format mp3.");
  }

  @Test
  void missingPermissionsAreNamedAsDiscordCallsThem() {
    List<Permission> missing = ChannelPermissions
        .missing(Permission.getRaw(Permission.VIEW_CHANNEL, Permission.MESSAGE_SEND), false);
    assertThat(refusals.of(wish(request("loops", SoundKind.MUSIC, "rain", Map.of())), here(missing))).contains(
        "I may not answer in this channel. Please ask a moderator to allow me: Embed Links, Attach Files.");
  }

  @Test
  void whatIsPrivateNeedsNoPermissionInTheChannel() {
    Received received = here(List.of(Permission.MESSAGE_SEND)).privately(true);
    assertThat(received.missingPermissions()).isEmpty();
    assertThat(received.origin().isPrivate()).isTrue();
  }

  @Test
  void threadsHaveAPermissionOfTheirOwn() {
    assertThat(ChannelPermissions.missing(ALL, false)).isEmpty();
    assertThat(ChannelPermissions.missing(ALL, true)).containsExactly(Permission.MESSAGE_SEND_IN_THREADS);
    assertThat(ChannelPermissions.missing(0, false)).containsExactly(Permission.VIEW_CHANNEL, Permission.MESSAGE_SEND,
        Permission.MESSAGE_EMBED_LINKS, Permission.MESSAGE_ATTACH_FILES);
  }

  @Test
  void anAdministratorMayDoEverything() {
    assertThat(ChannelPermissions.missing(Permission.ADMINISTRATOR.getRawValue(), true)).isEmpty();
  }

  private Optional<String> refused(String model, SoundKind kind, String prompt,
      Map<Parameter, ParameterValue> parameters) {
    return refusals.of(wish(request(model, kind, prompt, parameters)), here(List.of()));
  }

  private static Wish wish(AudioRequest request) {
    return new Wish(request, 1, false);
  }

  private static AudioRequest request(String model, SoundKind kind, String prompt,
      Map<Parameter, ParameterValue> parameters) {
    return new AudioRequest(new ModelId(model), kind, prompt, parameters);
  }

  private static Received here(List<Permission> missing) {
    return new Received(Samples.origin(), missing, false, Set.of());
  }
}
