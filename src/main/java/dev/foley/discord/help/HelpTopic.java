package dev.foley.discord.help;

import dev.foley.discord.interaction.CommandForm;
import dev.foley.discord.text.Wording;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What one can read about; named as its page is titled. */
public enum HelpTopic implements Wording {
  START, MUSIC, SOUND, SPEECH, OPTIONS, BUTTONS, COST, PRIVACY, SETTINGS;

  static Optional<HelpTopic> of(String value) {
    return Arrays.stream(values()).filter(topic -> topic.value().equals(value)).findFirst();
  }

  static HelpTopic about(CommandForm form) {
    return switch (form) {
      case MUSIC -> MUSIC;
      case SOUND -> SOUND;
      case SPEAK -> SPEECH;
    };
  }

  /** As it travels in an option, or in a line of the menu. */
  String value() {
    return name().toLowerCase(Locale.ROOT);
  }

  @Override
  public String key() {
    return "topic." + name();
  }

  @Override
  public String bundle() {
    return HelpText.BUNDLE;
  }
}
