package dev.foley.generation.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.foley.generation.ChannelId;
import dev.foley.generation.policy.PreferenceStore.Entry;
import dev.foley.provider.ModelId;
import dev.foley.provider.SoundKind;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ServerPreferencesTest {
  private static final ChannelId HERE = new ChannelId(200);
  private static final ChannelId ELSEWHERE = new ChannelId(201);

  @ParameterizedTest
  @EnumSource(Preference.class)
  void everySettingIsReadAsItWasStored(Preference preference) {
    PreferenceValue value = preference.read(text(preference));

    assertThat(preference.read(value.text())).isEqualTo(value);
    assertThat(Preference.named(preference.storedName())).contains(preference);
  }

  @Test
  void nothingSetIsNoPreference() {
    assertThat(ServerPreferences.of(List.of()).in(HERE)).isEqualTo(Preferences.NONE);
    assertThat(ServerPreferences.NONE.in(HERE)).isEqualTo(Preferences.NONE);
  }

  @Test
  void everythingThatIsSetCounts() {
    List<Entry> entries = new ArrayList<>();
    for (Preference preference : Preference.values()) {
      entries.add(new Entry(Optional.empty(), preference.storedName(), text(preference)));
    }

    assertThat(ServerPreferences.of(entries).in(HERE)).isEqualTo(new Preferences(
        Map.of(SoundKind.MUSIC, new ModelId("google/lyria2"), SoundKind.SOUND, new ModelId("google/lyria2"),
            SoundKind.SPEECH, new ModelId("google/lyria2")),
        Set.of(HERE, ELSEWHERE), Set.of(7L, 8L), budget("12.5"), budget("12.5"),
        Optional.of(new BigDecimal("12.5")), OptionalInt.of(3), OptionalInt.of(3), Optional.of(Duration.ofSeconds(90)),
        List.of("rubbish", "two words"), Optional.of(Locale.GERMAN), true));
  }

  @Test
  void whatAChannelHasGoesBeforeWhatItsServerHas() {
    ServerPreferences server = ServerPreferences.of(List.of(entry(Optional.empty(), "music-model", "loops"),
        entry(Optional.of(HERE), "music-model", "songs/large"), entry(Optional.empty(), "language", "ja"),
        entry(Optional.of(HERE), "language", "own"), entry(Optional.of(HERE), "voice-messages", "true")));

    assertThat(server.in(HERE).models()).containsEntry(SoundKind.MUSIC, new ModelId("songs/large"));
    assertThat(server.in(HERE).language()).isEmpty();
    assertThat(server.in(HERE).voiceMessages()).isTrue();
    assertThat(server.in(ELSEWHERE).models()).containsEntry(SoundKind.MUSIC, new ModelId("loops"));
    assertThat(server.in(ELSEWHERE).language()).contains(Locale.JAPANESE);
    assertThat(server.in(ELSEWHERE).voiceMessages()).isFalse();
    assertThat(server.exceptions(Preference.MUSIC_MODEL))
        .containsExactly(Map.entry(HERE, new PreferenceValue.Model(new ModelId("songs/large"))));
  }

  @Test
  void whatCannotBeUnderstoodCountsAsNotSet() {
    ServerPreferences server = ServerPreferences.of(List.of(entry(Optional.empty(), "cooldown", "soon"),
        entry(Optional.empty(), "voice-messages", "perhaps"), entry(Optional.empty(), "of-a-later-version", "1"),
        entry(Optional.of(HERE), "cooldown", "30"), entry(Optional.empty(), "channels", ""),
        entry(Optional.empty(), "blocked-words", ""), entry(Optional.empty(), "pending-per-member", "3")));

    assertThat(server.in(HERE)).isEqualTo(
        ServerPreferences.of(List.of(entry(Optional.empty(), "pending-per-member", "3"))).in(ELSEWHERE));
  }

  @ParameterizedTest
  @CsvSource({"MEMBER_DAILY,-1", "MEMBER_DAILY,10000000.01", "MEMBER_DAILY,NaN", "MEMBER_DAILY,1e99",
      "PENDING_PER_MEMBER,0", "PENDING_PER_MEMBER,1001", "PENDING_PER_MEMBER,1.5", "COOLDOWN,-1", "COOLDOWN,86401",
      "LANGUAGE,it", "LANGUAGE,de-AT", "VOICE_MESSAGES,yes", "CHANNELS,music", "ROLES,-1", "MUSIC_MODEL,' '"})
  void whatIsOutOfBoundsIsNoValue(Preference preference, String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> preference.read(text));
  }

  @Test
  void listsAreBoundedAndHoldEachItemOnce() {
    assertThat(new PreferenceValue.Words(List.of("a", "b", "a")).words()).containsExactly("a", "b");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PreferenceValue.Words(List.of("x".repeat(PreferenceValue.Words.LONGEST + 1))));
    List<Long> tooMany = LongStream.rangeClosed(1, PreferenceValue.Roles.MOST + 1).boxed().toList();
    assertThatIllegalArgumentException().isThrownBy(() -> new PreferenceValue.Roles(tooMany));
  }

  private static Entry entry(Optional<ChannelId> channel, String name, String value) {
    return new Entry(channel, name, value);
  }

  private static Budget budget(String credits) {
    return new Budget(Optional.of(new BigDecimal(credits)), Optional.of(new BigDecimal(credits)));
  }

  private static String text(Preference preference) {
    return switch (preference) {
      case MUSIC_MODEL, SOUND_MODEL, SPEECH_MODEL -> "google/lyria2";
      case LANGUAGE -> "de";
      case VOICE_MESSAGES -> "true";
      case CHANNELS -> "200 201";
      case ROLES -> "7 8";
      case BLOCKED_WORDS -> "rubbish\ntwo words";
      case MEMBER_DAILY, MEMBER_MONTHLY, SERVER_DAILY, SERVER_MONTHLY, CONFIRM_ABOVE -> "12.50";
      case PENDING_PER_MEMBER, PENDING_PER_CHANNEL -> "3";
      case COOLDOWN -> "90";
    };
  }
}
