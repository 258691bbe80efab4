package dev.foley.generation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foley.generation.policy.PreferenceStore;
import dev.foley.generation.policy.PreferenceStore.Entry;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every {@link PreferenceStore} does, the fake included. */
public abstract class PreferenceStoreContract {
  private static final GuildId GUILD = new GuildId(Long.MAX_VALUE);
  private static final Optional<ChannelId> SERVER = Optional.empty();
  private static final Optional<ChannelId> CHANNEL = Optional.of(new ChannelId(1_100_000_000_000_000_001L));

  /** Without any entry, the same one throughout a test. */
  protected abstract PreferenceStore preferences();

  @Test
  void whereNothingIsSetNothingIsFound() {
    assertThat(preferences().of(GUILD)).isEmpty();
    preferences().unset(GUILD, SERVER, "language");
    assertThat(preferences().of(GUILD)).isEmpty();
  }

  @Test
  void whatIsSetForTheServerComesBeforeItsChannels() {
    Entry ofChannel = new Entry(CHANNEL, "language", "ja");
    Entry language = new Entry(SERVER, "language", "de");
    Entry words = new Entry(SERVER, "words", "one\ntwo’; -- :x ピ");
    preferences().set(GUILD, ofChannel);
    preferences().set(GUILD, words);
    preferences().set(GUILD, language);
    assertThat(preferences().of(GUILD)).containsExactly(language, words, ofChannel);
  }

  @Test
  void oneSettingReplacesTheOneBeforeAndNoOther() {
    preferences().set(GUILD, new Entry(SERVER, "language", "de"));
    preferences().set(GUILD, new Entry(CHANNEL, "language", "fr"));
    preferences().set(GUILD, new Entry(SERVER, "language", ""));
    assertThat(preferences().of(GUILD)).containsExactly(new Entry(SERVER, "language", ""),
        new Entry(CHANNEL, "language", "fr"));
  }

  @Test
  void oneSettingIsTakenBackAndNoOther() {
    preferences().set(GUILD, new Entry(SERVER, "language", "de"));
    preferences().set(GUILD, new Entry(CHANNEL, "language", "fr"));
    preferences().unset(GUILD, CHANNEL, "language");
    preferences().unset(GUILD, SERVER, "cooldown");
    assertThat(preferences().of(GUILD)).containsExactly(new Entry(SERVER, "language", "de"));
  }

  @Test
  void oneServersSettingsAreNoOthers() {
    preferences().set(GUILD, new Entry(SERVER, "language", "de"));
    preferences().unset(new GuildId(1), SERVER, "language");
    assertThat(preferences().of(new GuildId(1))).isEmpty();
    assertThat(preferences().of(GUILD)).hasSize(1);
  }
}
