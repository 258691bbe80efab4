package dev.foley.provider;

import java.util.Locale;

/**
 * What a member can set beside the prompt. Which of them a model has, and in which range, its {@link AudioModel} says; how its
 * service calls them, its {@link Wire}.
 */
public enum Parameter {
  /** Length of the clip, seconds. */
  SECONDS,
  /** Denoising steps: more is slower, finer and may cost more. */
  STEPS,
  /** The same seed and words give the same sound, as far as the service keeps that. */
  SEED,
  /** How closely the model follows the prompt (classifier-free guidance). */
  GUIDANCE,
  /** Where in the imagined piece the clip begins, seconds. */
  START,
  /** What should not be heard. */
  NEGATIVE,
  /** The words to be sung. */
  LYRICS,
  /** How closely a sound effect follows the prompt, 0 to 1. */
  INFLUENCE,
  /** Whether the end leads back to the beginning. */
  LOOP,
  /** Who speaks: a voice's id at its service. */
  VOICE,
  /** How even a voice is, 0 to 1. */
  STABILITY,
  /** How close a voice keeps to its original, 0 to 1. */
  SIMILARITY,
  /** How much a voice exaggerates its style, 0 to 1. */
  STYLE,
  /** How fast a voice speaks; 1 is its own pace. */
  SPEED,
  /** ISO 639-1. */
  LANGUAGE,
  /** File format: the name of one of the model's {@link ResultFormat}s. */
  FORMAT;

  /** The name of the slash-command option. */
  public String optionName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
