package dev.foley.discord.settings;

import dev.foley.discord.interaction.Received;
import dev.foley.discord.text.Messages;
import dev.foley.discord.text.SafeText;
import dev.foley.generation.ChannelId;
import dev.foley.generation.policy.Preferences;
import dev.foley.provider.AudioRequest;
import dev.foley.provider.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What a server's settings have against a request: where it is made, who makes it, what it says. Pure. */
public final class Rules {
  private static final int MAX_NAMED = 300;

  private Rules() {}

  /**
   * A sentence for each thing that stands against it, a line each; empty if nothing does. They hold for managers too.
   *
   * @param preferences as they count where it is made
   */
  public static Optional<String> refusal(Preferences preferences, Received received, AudioRequest request) {
    Locale locale = received.origin().locale();
    List<String> lines = new ArrayList<>();
    if (!isAllowed(preferences.channels(), received)) {
      lines.add(Messages.of(locale, SettingsText.CHANNEL_REFUSED, ShortList.alternatives(locale,
          preferences.channels().stream().map(ChannelId::value).sorted().map(ShortList::channel).toList(), MAX_NAMED)));
    }
    if (!preferences.roles().isEmpty() && preferences.roles().stream().noneMatch(received.roles()::contains)) {
      lines
          .add(Messages.of(locale, SettingsText.ROLE_REFUSED, preferences.roles().size(), ShortList.alternatives(locale,
              preferences.roles().stream().sorted().map(ShortList::role).toList(), MAX_NAMED)));
    }
    blocked(preferences, request).ifPresent(word -> lines
        .add(Messages.of(locale, SettingsText.WORD_REFUSED, SafeText.shown(word, word.length()))));
    return lines.isEmpty() ? Optional.empty() : Optional.of(String.join("\n", lines));
  }

  /** A thread is where its channel is. */
  private static boolean isAllowed(Set<ChannelId> channels, Received received) {
    return channels.isEmpty() || channels.contains(received.origin().channel())
        || received.parent().filter(channels::contains).isPresent();
  }

  private static Optional<String> blocked(Preferences preferences, AudioRequest request) {
    if (preferences.blockedWords().isEmpty()) {
      return Optional.empty();
    }
    Stream<String> written = Stream.concat(Stream.of(request.prompt()),
        Stream.of(Parameter.LYRICS, Parameter.NEGATIVE).flatMap(parameter -> request.text(parameter).stream()));
    return written.map(text -> BlockedWords.first(preferences.blockedWords(), text).orElse(null))
        .filter(Objects::nonNull).findFirst();
  }
}
