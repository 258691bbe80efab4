package dev.foley.discord.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foley.discord.Models;
import dev.foley.generation.ChannelId;
import dev.foley.generation.policy.Budget;
import dev.foley.generation.policy.Limits;
import dev.foley.generation.policy.Preference;
import dev.foley.generation.policy.PreferenceStore.Entry;
import dev.foley.generation.policy.ServerPreferences;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import net.dv8tion.jda.api.entities.MessageEmbed;
import org.junit.jupiter.api.Test;

class SettingsPageTest {
  private static final Limits HOST = new Limits(new Budget(Optional.of(BigDecimal.valueOf(300)), Optional.empty()),
      Budget.UNLIMITED, OptionalInt.of(10), OptionalInt.empty(), Duration.ofSeconds(30),
      Optional.of(BigDecimal.valueOf(100)));

  @Test
  void whereNothingIsSetItSaysWhatCountsInstead() {
    List<MessageEmbed> embeds = page(List.of());

    assertThat(embeds).extracting(MessageEmbed::getTitle)
        .containsExactly("Settings of this server", "Not set, so this counts");
    assertThat(embeds.getLast().getDescription()).isEqualTo("""
        Model of /music: the usual one, loops
        Model of /sound: the usual one, loops
        Model of /speak: the usual one, speaker
        Language: Everybody’s own
        Speech as voice messages: no
        Channels: everywhere
        Roles: everybody
        Blocked words: none
        Budget of each member per day: that of the host, 300 credits
        Budget of each member per month: no limit
        Budget of the server per day: no limit
        Budget of the server per month: no limit
        Asking before it gets expensive: that of the host, above 100 credits
        Sounds of a member under way: that of the host, at most 10
        Sounds of a channel under way: no limit
        Pause between two requests of a member: that of the host, 30 s""");
  }

  @Test
  void whatIsSetIsShownWithItsMeaningItsExceptionsAndTheHostsLimit() {
    List<MessageEmbed> embeds = page(List.of(entry("member-daily", "500"), entry("cooldown", "10"),
        entry("confirm-above", "50"), entry("music-model", "plain-speaker"),
        new Entry(Optional.of(new ChannelId(7)), "language", "ja")));

    assertThat(embeds.getFirst().getDescription()).isEqualTo("""
        **Model of /music:** plain-speaker, which is not set up any more; so the usual one, loops
        -# Taken where a member names no model.
        **Language:** Everybody’s own
        in <#7>: 日本語
        -# For what everybody sees. What only one member sees is in that member’s language.
        **Budget of each member per day:** 500 credits
        The host of this bot has set a limit of its own: 300 credits. Whichever is stricter counts.
        -# What a member can spend here in a day (UTC).
        **Asking before it gets expensive:** above 50 credits
        -# Members see the price and confirm before anything is submitted.
        **Pause between two requests of a member:** 10 s
        The host of this bot has set a limit of its own: 30 s. Whichever is stricter counts.
        -# So long a member has to wait before asking again.""");
  }

  @Test
  void theFullestServerStaysWithinDiscordsLimits() {
    List<Entry> entries = new ArrayList<>();
    for (Preference preference : Preference.values()) {
      entries.add(entry(preference.storedName(), longest(preference)));
      if (preference.perChannel()) {
        LongStream.range(0, 40).forEach(i -> entries.add(new Entry(
            Optional.of(new ChannelId(1_000_000_000_000_000_000L + i)), preference.storedName(), longest(preference))));
      }
    }
    List<MessageEmbed> embeds = page(entries);

    assertThat(embeds).hasSize(1);
    assertThat(embeds.getFirst().getLength()).isLessThan(4_096);
    assertThat(embeds.getFirst().getDescription()).contains("35 more").endsWith("more");
  }

  private static List<MessageEmbed> page(List<Entry> entries) {
    return new SettingsPage(new PreferenceWords(Models.catalogue(), HOST, Locale.ENGLISH), Locale.ENGLISH)
        .embeds(ServerPreferences.of(entries));
  }

  private static Entry entry(String name, String value) {
    return new Entry(Optional.empty(), name, value);
  }

  private static String longest(Preference preference) {
    return switch (preference) {
      case MUSIC_MODEL, SOUND_MODEL, SPEECH_MODEL -> "m".repeat(100);
      case LANGUAGE -> "fr";
      case VOICE_MESSAGES -> "true";
      case CHANNELS, ROLES -> LongStream.range(0, 50).mapToObj(i -> Long.toString(1_000_000_000_000_000_000L + i))
          .collect(Collectors.joining(" "));
      case BLOCKED_WORDS ->
        IntStream.range(10, 110).mapToObj(i -> i + "*".repeat(47)).collect(Collectors.joining("\n"));
      case MEMBER_DAILY, MEMBER_MONTHLY, SERVER_DAILY, SERVER_MONTHLY, CONFIRM_ABOVE -> "9999999.99";
      case PENDING_PER_MEMBER, PENDING_PER_CHANNEL -> "1000";
      case COOLDOWN -> "1";
    };
  }
}
