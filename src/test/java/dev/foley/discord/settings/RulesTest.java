package dev.foley.discord.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foley.discord.Samples;
import dev.foley.discord.interaction.Received;
import dev.foley.generation.ChannelId;
import dev.foley.generation.policy.PreferenceStore.Entry;
import dev.foley.generation.policy.Preferences;
import dev.foley.generation.policy.ServerPreferences;
import dev.foley.provider.AudioRequest;
import dev.foley.provider.Parameter;
import dev.foley.provider.ParameterValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RulesTest {
  private static final AudioRequest REQUEST = Samples.request("warm lo-fi piano");

  @Test
  void withoutSettingsNothingIsRefused() {
    assertThat(Rules.refusal(Preferences.NONE, by(), REQUEST)).isEmpty();
  }

  @Test
  void whereItMayNotBeAskedTheChannelsAreNamed() {
    assertThat(Rules.refusal(set("channels", "9 7"), by(), REQUEST))
        .contains("Sounds cannot be asked for here. Please ask in <#7> or <#9>.");
    assertThat(Rules.refusal(set("channels", "9 " + Samples.CHANNEL), by(), REQUEST)).isEmpty();
  }

  @Test
  void aThreadCountsAsItsChannel() {
    Received inThread = new Received(Samples.origin(), List.of(), false, Set.of(), false,
        Optional.of(new ChannelId(9)));
    assertThat(Rules.refusal(set("channels", "9"), inThread, REQUEST)).isEmpty();
    assertThat(Rules.refusal(set("channels", "8"), inThread, REQUEST)).isPresent();
  }

  @Test
  void whoHasNoneOfTheRolesReadsWhichAreNeeded() {
    assertThat(Rules.refusal(set("roles", "5"), by(4L), REQUEST))
        .contains("In this server you need this role to ask for sounds: <@&5>.");
    assertThat(Rules.refusal(set("roles", "6 5"), by(), REQUEST))
        .contains("In this server you need one of these roles to ask for sounds: <@&5> or <@&6>.");
    assertThat(Rules.refusal(set("roles", "6 5"), by(4L, 6L), REQUEST)).isEmpty();
  }

  @Test
  void aBlockedWordIsNamedWhereverItStands() {
    String sentence = "“rubbish” is not welcome in this server. Please ask without it.";
    Preferences preferences = set("blocked-words", "noise\nrubbish");

    assertThat(Rules.refusal(preferences, by(), Samples.request("RUB\u200BBISH, loud"))).contains(sentence);
    assertThat(Rules.refusal(preferences, by(), with(Parameter.LYRICS))).contains(sentence);
    assertThat(Rules.refusal(preferences, by(), with(Parameter.NEGATIVE))).contains(sentence);
    assertThat(Rules.refusal(preferences, by(), REQUEST)).isEmpty();
  }

  @Test
  void aBlockedWordIsShownSafely() {
    assertThat(Rules.refusal(set("blocked-words", "@everyone"), by(), Samples.request("hello @everyone")))
        .hasValueSatisfying(sentence -> assertThat(sentence).startsWith("“\\@everyone”"));
  }

  @Test
  void everythingThatStandsAgainstItIsSaidAtOnceAndManagersAreNotExempt() {
    Preferences preferences = ServerPreferences.of(List.of(new Entry(Optional.empty(), "channels", "9"),
        new Entry(Optional.empty(), "roles", "5"), new Entry(Optional.empty(), "blocked-words", "piano")))
        .in(Samples.CHANNEL);
    Received manager = new Received(Samples.origin(), List.of(), true, Set.of(), true, Optional.empty());

    assertThat(Rules.refusal(preferences, manager, REQUEST)).hasValueSatisfying(
        refusal -> assertThat(refusal.lines()).hasSize(3));
  }

  @Test
  void manyChannelsAreNotAllNamed() {
    String channels = LongStream.rangeClosed(1, 50).mapToObj(i -> Long.toString(1_000_000_000_000_000_000L + i))
        .collect(Collectors.joining(" "));
    assertThat(Rules.refusal(set("channels", channels), by(), REQUEST)).hasValueSatisfying(
        refusal -> assertThat(refusal).hasSizeLessThan(500).endsWith(" or 38 more."));
  }

  private static Preferences set(String name, String value) {
    return ServerPreferences.of(List.of(new Entry(Optional.empty(), name, value))).in(Samples.CHANNEL);
  }

  private static Received by(Long... roles) {
    return new Received(Samples.origin(), List.of(), false, Set.of(roles));
  }

  private static AudioRequest with(Parameter parameter) {
    return new AudioRequest(REQUEST.model(), REQUEST.kind(), REQUEST.prompt(),
        Map.of(parameter, ParameterValue.of("no Rubbish")));
  }
}
