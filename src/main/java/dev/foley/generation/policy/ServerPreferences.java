package dev.foley.generation.policy;

import dev.foley.generation.ChannelId;
import dev.foley.provider.ModelId;
import dev.foley.provider.SoundKind;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Everything that the managers of one server have set. Immutable. What is stored and cannot be understood, such as the setting of a
 * later version, counts as not set: it must not keep members from asking.
 */
public final class ServerPreferences {
  private static final Logger log = LoggerFactory.getLogger(ServerPreferences.class);

  public static final ServerPreferences NONE = new ServerPreferences(Map.of());

  private final Map<Preference, Map<Optional<ChannelId>, PreferenceValue>> values;

  private ServerPreferences(Map<Preference, Map<Optional<ChannelId>, PreferenceValue>> values) {
    this.values = values;
  }

  /** @param entries of one server */
  public static ServerPreferences of(Collection<PreferenceStore.Entry> entries) {
    Map<Preference, Map<Optional<ChannelId>, PreferenceValue>> values = new EnumMap<>(Preference.class);
    for (PreferenceStore.Entry entry : entries) {
      Optional<Preference> preference = Preference.named(entry.name())
          .filter(named -> named.perChannel() || entry.channel().isEmpty());
      if (preference.isEmpty()) {
        log.atWarn().addKeyValue("setting", entry.name()).log("A stored setting is not known here and was left out");
        continue;
      }
      try {
        PreferenceValue value = preference.get().read(entry.value());
        values.computeIfAbsent(preference.get(), _ -> new LinkedHashMap<>()).put(entry.channel(), value);
      } catch (IllegalArgumentException e) {
        log.atWarn().addKeyValue("setting", entry.name()).log("A stored setting cannot be read and was left out");
      }
    }
    return new ServerPreferences(values);
  }

  /**
   * What was set in this very place.
   *
   * @param channel empty for the whole server
   */
  public Optional<PreferenceValue> at(Preference preference, Optional<ChannelId> channel) {
    return Optional.ofNullable(values.getOrDefault(preference, Map.of()).get(channel));
  }

  /** The channels that differ from the server. */
  public Map<ChannelId, PreferenceValue> exceptions(Preference preference) {
    Map<ChannelId, PreferenceValue> exceptions = new LinkedHashMap<>();
    values.getOrDefault(preference, Map.of())
        .forEach((place, value) -> place.ifPresent(channel -> exceptions.put(channel, value)));
    return exceptions;
  }

  /** What counts in a channel: what was set for it, else for the server. */
  public Preferences in(ChannelId channel) {
    if (values.isEmpty()) {
      return Preferences.NONE;
    }
    Place place = new Place(channel);
    return new Preferences(place.models(),
        Set.copyOf(
            place.value(Preference.CHANNELS, PreferenceValue.Channels.class).map(PreferenceValue.Channels::ids)
                .orElse(List.of())),
        Set.copyOf(place.value(Preference.ROLES, PreferenceValue.Roles.class).map(PreferenceValue.Roles::ids)
            .orElse(List.of())),
        new Budget(place.credits(Preference.MEMBER_DAILY), place.credits(Preference.MEMBER_MONTHLY)),
        new Budget(place.credits(Preference.SERVER_DAILY), place.credits(Preference.SERVER_MONTHLY)),
        place.credits(Preference.CONFIRM_ABOVE), place.count(Preference.PENDING_PER_MEMBER),
        place.count(Preference.PENDING_PER_CHANNEL),
        place.value(Preference.COOLDOWN, PreferenceValue.Pause.class).map(PreferenceValue.Pause::duration),
        place.value(Preference.BLOCKED_WORDS, PreferenceValue.Words.class).map(PreferenceValue.Words::words)
            .orElse(List.of()),
        place.value(Preference.LANGUAGE, PreferenceValue.Language.class).flatMap(PreferenceValue.Language::locale),
        place.value(Preference.VOICE_MESSAGES, PreferenceValue.Switch.class).filter(PreferenceValue.Switch::on)
            .isPresent());
  }

  /** The settings as one channel has them. */
  private final class Place {
    private final ChannelId channel;

    Place(ChannelId channel) {
      this.channel = channel;
    }

    <T extends PreferenceValue> Optional<T> value(Preference preference, Class<T> type) {
      return at(preference, Optional.of(channel)).or(() -> at(preference, Optional.empty())).map(type::cast);
    }

    Optional<BigDecimal> credits(Preference preference) {
      return value(preference, PreferenceValue.Credits.class).map(PreferenceValue.Credits::amount);
    }

    OptionalInt count(Preference preference) {
      return value(preference, PreferenceValue.Count.class).map(count -> OptionalInt.of(count.most()))
          .orElse(OptionalInt.empty());
    }

    Map<SoundKind, ModelId> models() {
      Map<SoundKind, ModelId> models = new EnumMap<>(SoundKind.class);
      for (SoundKind kind : SoundKind.values()) {
        value(Preference.model(kind), PreferenceValue.Model.class).ifPresent(model -> models.put(kind, model.id()));
      }
      return models;
    }
  }
}
