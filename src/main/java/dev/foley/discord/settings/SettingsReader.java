package dev.foley.discord.settings;

import dev.foley.discord.interaction.CommandForm;
import dev.foley.discord.text.SafeText;
import dev.foley.discord.text.Text;
import dev.foley.generation.ChannelId;
import dev.foley.generation.policy.Preference;
import dev.foley.generation.policy.PreferenceValue;
import dev.foley.provider.AudioModel;
import dev.foley.provider.ModelCatalogue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes changes of what a manager filled in. A client can be forged, so nothing that Discord was told about the options is relied on. */
final class SettingsReader {
  private static final int SHOWN_NAME = 60;

  private final ModelCatalogue catalogue;
  private final long guild;
  private final Map<String, String> options;

  /** @param options as text, by name */
  SettingsReader(ModelCatalogue catalogue, long guild, Map<String, String> options) {
    this.catalogue = catalogue;
    this.guild = guild;
    this.options = Map.copyOf(options);
  }

  /**
   * What is to be changed; at least one.
   *
   * @throws RefusedException with what is wrong
   */
  List<Change> changes(String subcommand) throws RefusedException {
    return switch (subcommand) {
      case SettingsForm.MODEL -> List.of(model());
      case SettingsForm.CHANNELS -> List.of(listed(Change.Items.CHANNELS,
          channel().orElseThrow(() -> new RefusedException(SettingsText.NO_CHOICE, SettingsForm.CHANNEL))));
      case SettingsForm.ROLES -> List.of(listed(Change.Items.ROLES, role()));
      case SettingsForm.WORDS -> List.of(listed(Change.Items.WORDS, word()));
      case SettingsForm.BUDGET -> List.of(Change.to(budget(), Optional.empty(),
          number(budget(), SettingsForm.CREDITS, 0, PreferenceValue.Credits.MOST)));
      case SettingsForm.CONFIRM -> List.of(Change.to(Preference.CONFIRM_ABOVE, Optional.empty(),
          number(Preference.CONFIRM_ABOVE, SettingsForm.ABOVE, 0, PreferenceValue.Credits.MOST)));
      case SettingsForm.LIMITS -> limits();
      case SettingsForm.LANGUAGE -> List.of(chosen(Preference.LANGUAGE, SettingsForm.LANGUAGE));
      case SettingsForm.VOICE -> List.of(chosen(Preference.VOICE_MESSAGES, SettingsForm.ON));
      case SettingsForm.RESET -> List.of(reset());
      default -> throw new RefusedException(Text.UNKNOWN_COMMAND);
    };
  }

  private Change model() throws RefusedException {
    CommandForm form = Arrays.stream(CommandForm.values())
        .filter(known -> known.command().equals(text(SettingsForm.KIND))).findFirst()
        .orElseThrow(() -> new RefusedException(SettingsText.NO_CHOICE, SettingsForm.KIND));
    String typed = text(SettingsForm.MODEL);
    AudioModel model = catalogue.models().stream().filter(known -> known.id().value().equalsIgnoreCase(typed))
        .findFirst()
        .orElseThrow(() -> new RefusedException(Text.UNKNOWN_MODEL, SafeText.shown(typed, SHOWN_NAME)));
    if (!model.kinds().contains(form.kind())) {
      throw new RefusedException(SettingsText.UNFIT_MODEL, model.id().value(), form.command());
    }
    if (catalogue.provider(model.id()).isEmpty()) {
      throw new RefusedException(SettingsText.MODEL_NOT_SET_UP, model.id().value());
    }
    return Change.to(Preference.model(form.kind()), channel(), new PreferenceValue.Model(model.id()));
  }

  private <T> Change listed(Change.Items<T> items, T item) throws RefusedException {
    return switch (text(SettingsForm.ACTION)) {
      case SettingsForm.ADD -> Change.adding(items, item);
      case SettingsForm.REMOVE -> Change.removing(items, item);
      default -> throw new RefusedException(SettingsText.NO_CHOICE, SettingsForm.ACTION);
    };
  }

  private Preference budget() throws RefusedException {
    return switch (text(SettingsForm.WHO) + " " + text(SettingsForm.PERIOD)) {
      case SettingsForm.MEMBER + " " + SettingsForm.DAY -> Preference.MEMBER_DAILY;
      case SettingsForm.MEMBER + " " + SettingsForm.MONTH -> Preference.MEMBER_MONTHLY;
      case SettingsForm.SERVER + " " + SettingsForm.DAY -> Preference.SERVER_DAILY;
      case SettingsForm.SERVER + " " + SettingsForm.MONTH -> Preference.SERVER_MONTHLY;
      default -> throw new RefusedException(SettingsText.NO_CHOICE, SettingsForm.WHO);
    };
  }

  private List<Change> limits() throws RefusedException {
    List<Change> changes = new ArrayList<>();
    for (Preference preference : List.of(Preference.PENDING_PER_MEMBER, Preference.PENDING_PER_CHANNEL)) {
      if (options.containsKey(preference.storedName())) {
        changes.add(Change.to(preference, Optional.empty(),
            number(preference, preference.storedName(), 1, PreferenceValue.Count.MOST)));
      }
    }
    if (options.containsKey(SettingsForm.COOLDOWN)) {
      changes.add(Change.to(Preference.COOLDOWN, Optional.empty(), number(Preference.COOLDOWN, SettingsForm.COOLDOWN, 0,
          PreferenceValue.Pause.LONGEST.toSeconds())));
    }
    if (changes.isEmpty()) {
      throw new RefusedException(SettingsText.NO_LIMIT_NAMED);
    }
    return changes;
  }

  private Change chosen(Preference preference, String option) throws RefusedException {
    try {
      return Change.to(preference, channel(), preference.read(text(option)));
    } catch (IllegalArgumentException e) {
      throw new RefusedException(SettingsText.NO_CHOICE, option);
    }
  }

  private Change reset() throws RefusedException {
    Preference preference = Preference.named(text(SettingsForm.SETTING))
        .orElseThrow(() -> new RefusedException(SettingsText.NO_CHOICE, SettingsForm.SETTING));
    Optional<ChannelId> channel = channel();
    if (channel.isPresent() && !preference.perChannel()) {
      throw new RefusedException(SettingsText.WHOLE_SERVER_ONLY);
    }
    return Change.reset(preference, channel);
  }

  private PreferenceValue number(Preference preference, String option, long min, long max) throws RefusedException {
    try {
      return preference.read(text(option));
    } catch (IllegalArgumentException e) {
      throw new RefusedException(SettingsText.OUT_OF_RANGE, option, min, max);
    }
  }

  private Optional<ChannelId> channel() throws RefusedException {
    return options.containsKey(SettingsForm.CHANNEL)
        ? Optional.of(new ChannelId(snowflake(SettingsForm.CHANNEL)))
        : Optional.empty();
  }

  /** The role that everybody has goes by the id of the server. */
  private long role() throws RefusedException {
    long role = snowflake(SettingsForm.ROLE);
    if (role == guild) {
      throw new RefusedException(SettingsText.EVERYBODYS_ROLE);
    }
    return role;
  }

  private String word() throws RefusedException {
    String word = BlockedWords.normal(text(SettingsForm.WORD));
    if (word.isEmpty() || word.length() > PreferenceValue.Words.LONGEST) {
      throw new RefusedException(SettingsText.NO_WORD, PreferenceValue.Words.LONGEST);
    }
    return word;
  }

  private long snowflake(String option) throws RefusedException {
    try {
      return Long.parseUnsignedLong(text(option));
    } catch (NumberFormatException e) {
      throw new RefusedException(SettingsText.NO_CHOICE, option);
    }
  }

  /** Empty where a forged client left out what is required. */
  private String text(String option) {
    return options.getOrDefault(option, "").strip();
  }
}
