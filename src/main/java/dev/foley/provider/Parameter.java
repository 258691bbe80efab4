package dev.foley.provider;

import java.util.Locale;

/** What a member can set beside the prompt. Which of them a model has, and in which range, its {@link AudioModel} says. */
public enum Parameter {
  /** Length of the clip, seconds. */
  SECONDS,
  /** Denoising steps: more is slower, finer and may cost more. */
  STEPS,
  /** Where in the imagined piece the clip begins, seconds. */
  START;

  /** The name of the slash-command option. */
  public String optionName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
