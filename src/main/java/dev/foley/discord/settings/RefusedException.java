package dev.foley.discord.settings;

import dev.foley.discord.text.Messages;
import dev.foley.discord.text.Wording;
import java.util.Arrays;
import java.util.Locale;

/** Something that cannot be set so; caught where the whole command is carried out. */
final class RefusedException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Wording wording;
  private final transient Object[] arguments;

  RefusedException(Wording wording, Object... arguments) {
    super(wording.key(), null, false, false);
    this.wording = wording;
    this.arguments = Arrays.copyOf(arguments, arguments.length);
  }

  /** What the manager reads. */
  String sentence(Locale locale) {
    return Messages.of(locale, wording, arguments);
  }
}
