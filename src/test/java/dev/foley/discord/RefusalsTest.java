package dev.foley.discord;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foley.provider.AudioRequest;
import dev.foley.provider.ModelCatalogue;
import dev.foley.provider.ModelId;
import dev.foley.provider.Parameter;
import dev.foley.provider.ParameterValue;
import dev.foley.provider.SoundKind;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.dv8tion.jda.api.Permission;
import org.junit.jupiter.api.Test;

class RefusalsTest {
  private static final long ALL = Permission.getRaw(Permission.VIEW_CHANNEL, Permission.MESSAGE_SEND,
      Permission.MESSAGE_EMBED_LINKS, Permission.MESSAGE_ATTACH_FILES);
  private final Refusals refusals = new Refusals(
      new ModelCatalogue(List.of(), List.of(new UnusedProvider(List.of(Samples.STABLE_AUDIO)))));

  @Test
  void whatCanBeSentIsNotRefused() {
    assertThat(refusals.of(Samples.request("rain"), List.of(), Locale.ENGLISH)).isEmpty();
  }

  @Test
  void eachProblemHasItsSentence() {
    AudioRequest request = new AudioRequest(Samples.STABLE_AUDIO.id(), SoundKind.MUSIC, "",
        Map.of(Parameter.SECONDS, ParameterValue.of(48), Parameter.STEPS, ParameterValue.of(0)));
    assertThat(refusals.of(request, List.of(), Locale.ENGLISH)).contains("""
        The prompt is empty. Say in a few words what you want to hear.
        “seconds” is 48 and has to be between 1 and 47.
        “steps” is 0 and has to be between 1 and 1,000.""");
  }

  @Test
  void aServiceWithoutAKeyIsNamed() {
    Refusals withoutKey = new Refusals(new ModelCatalogue(List.of(Samples.STABLE_AUDIO), List.of()));
    assertThat(withoutKey.of(Samples.request("rain"), List.of(), Locale.ENGLISH)).contains(
        "This bot has no key for AIML API, which makes this kind of sound. Its host has to add one.");
  }

  @Test
  void aModelThatIsGoneIsRefused() {
    assertThat(refusals.of(new AudioRequest(new ModelId("older"), SoundKind.MUSIC, "rain", Map.of()), List.of(),
        Locale.ENGLISH))
        .hasValueSatisfying(sentence -> assertThat(sentence).contains("not set up here any more"));
  }

  @Test
  void missingPermissionsAreNamedAsDiscordCallsThem() {
    List<Permission> missing = ChannelPermissions
        .missing(Permission.getRaw(Permission.VIEW_CHANNEL, Permission.MESSAGE_SEND), false);
    assertThat(refusals.of(Samples.request("rain"), missing, Locale.ENGLISH)).contains(
        "I may not answer in this channel. Please ask a moderator to allow me: Embed Links, Attach Files.");
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
}
