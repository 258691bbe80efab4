package dev.foley.discord.settings;

import dev.foley.discord.reply.Notices;
import dev.foley.discord.text.Messages;
import dev.foley.generation.ChannelId;
import dev.foley.generation.policy.Preference;
import dev.foley.generation.policy.PreferenceValue;
import dev.foley.generation.policy.ServerPreferences;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import net.dv8tion.jda.api.EmbedBuilder;
import net.dv8tion.jda.api.entities.MessageEmbed;

/** All that is set in a server, and what counts where nothing is. Pure. */
final class SettingsPage {
  /** An embed's description has at most 4,096 characters; all embeds of a message 6,000. */
  private static final int MAX_SET = 3_900;
  private static final int MAX_VALUE = 300;
  private static final int MAX_EXCEPTIONS = 5;

  private final PreferenceWords words;
  private final Locale locale;

  SettingsPage(PreferenceWords words, Locale locale) {
    this.words = words;
    this.locale = locale;
  }

  List<MessageEmbed> embeds(ServerPreferences server) {
    List<String> set = new ArrayList<>();
    List<String> unset = new ArrayList<>();
    for (Preference preference : Preference.values()) {
      Optional<PreferenceValue> value = server.at(preference, Optional.empty());
      Map<ChannelId, PreferenceValue> exceptions = server.exceptions(preference);
      if (value.isEmpty() && exceptions.isEmpty()) {
        unset.add(Messages.of(locale, SettingsText.UNSET, words.name(preference),
            words.unset(preference, Optional.empty())));
      } else {
        set.add(entry(preference, value, exceptions));
      }
    }
    List<MessageEmbed> embeds = new ArrayList<>();
    embeds.add(embed(SettingsText.TITLE,
        set.isEmpty() ? Messages.of(locale, SettingsText.NOTHING_SET) : together(set)));
    if (!unset.isEmpty()) {
      embeds.add(embed(SettingsText.UNSET_TITLE, String.join("\n", unset)));
    }
    return embeds;
  }

  /** Name and value, the channels that differ, and what it means. */
  private String entry(Preference preference, Optional<PreferenceValue> value,
      Map<ChannelId, PreferenceValue> exceptions) {
    List<String> lines = new ArrayList<>();
    lines.add(Messages.of(locale, SettingsText.SET, words.name(preference),
        value.map(known -> words.value(preference, known, MAX_VALUE))
            .orElseGet(() -> words.unset(preference, Optional.empty()))));
    exceptions.entrySet().stream().limit(MAX_EXCEPTIONS).map(exception -> Messages.of(locale, SettingsText.EXCEPTION,
        ShortList.channel(exception.getKey().value()), words.value(preference, exception.getValue(), MAX_VALUE)))
        .forEach(lines::add);
    if (exceptions.size() > MAX_EXCEPTIONS) {
      lines.add(Messages.of(locale, SettingsText.MORE, exceptions.size() - MAX_EXCEPTIONS));
    }
    value.flatMap(known -> words.hostNote(preference, known)).ifPresent(lines::add);
    lines.add("-# " + words.meaning(preference));
    return String.join("\n", lines);
  }

  private String together(List<String> entries) {
    StringBuilder page = new StringBuilder();
    for (int i = 0; i < entries.size(); i++) {
      if (page.length() + entries.get(i).length() > MAX_SET) {
        return page + "\n" + Messages.of(locale, SettingsText.MORE, entries.size() - i);
      }
      page.append(page.isEmpty() ? "" : "\n").append(entries.get(i));
    }
    return page.toString();
  }

  private MessageEmbed embed(SettingsText title, String description) {
    return new EmbedBuilder().setTitle(Messages.of(locale, title)).setDescription(description)
        .setColor(Notices.CALM).build();
  }
}
