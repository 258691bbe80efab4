package dev.foley.discord.settings;

import dev.foley.generation.ChannelId;
import dev.foley.generation.policy.Preference;
import dev.foley.generation.policy.PreferenceValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What a manager wants to have done to one setting, in one place.
 *
 * @param channel empty for the whole server
 * @param edit makes what is to be of what was; empty means not set, in both
 */
record Change(Preference preference, Optional<ChannelId> channel, Edit edit) {
  /** Of the values before and after. */
  interface Edit {
    /** @throws RefusedException if it cannot be done to what is there */
    Optional<PreferenceValue> apply(Optional<PreferenceValue> before) throws RefusedException;
  }

  static Change to(Preference preference, Optional<ChannelId> channel, PreferenceValue value) {
    return new Change(preference, channel, _ -> Optional.of(value));
  }

  static Change reset(Preference preference, Optional<ChannelId> channel) {
    return new Change(preference, channel, _ -> Optional.empty());
  }

  /** Puts an item into a setting that is a list of them, at its end. */
  static <T> Change adding(Items<T> items, T item) {
    return new Change(items.preference(), Optional.empty(), before -> {
      List<T> now = Stream.concat(items.of(before).stream(), Stream.of(item)).distinct().toList();
      if (now.size() > items.most()) {
        throw new RefusedException(SettingsText.LIST_FULL, items.most());
      }
      return Optional.of(items.value().apply(now));
    });
  }

  /** Takes it out again; of an empty list nothing stays. */
  static <T> Change removing(Items<T> items, T item) {
    return new Change(items.preference(), Optional.empty(), before -> {
      List<T> now = new ArrayList<>(items.of(before));
      if (!now.remove(item)) {
        throw new RefusedException(SettingsText.NOT_LISTED);
      }
      return now.isEmpty() ? Optional.empty() : Optional.of(items.value().apply(now));
    });
  }

  /**
   * A setting that is a list.
   *
   * @param items those of a value of this setting
   * @param value of items, at least one
   */
  record Items<T>(Preference preference, int most, Function<PreferenceValue, List<T>> items,
      Function<List<T>, PreferenceValue> value) {
    static final Items<ChannelId> CHANNELS = new Items<>(Preference.CHANNELS, PreferenceValue.Channels.MOST,
        value -> ((PreferenceValue.Channels) value).ids(), PreferenceValue.Channels::new);
    static final Items<Long> ROLES = new Items<>(Preference.ROLES, PreferenceValue.Roles.MOST,
        value -> ((PreferenceValue.Roles) value).ids(), PreferenceValue.Roles::new);
    static final Items<String> WORDS = new Items<>(Preference.BLOCKED_WORDS, PreferenceValue.Words.MOST,
        value -> ((PreferenceValue.Words) value).words(), PreferenceValue.Words::new);

    List<T> of(Optional<PreferenceValue> known) {
      return known.map(items).orElse(List.of());
    }
  }
}
