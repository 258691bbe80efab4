package dev.foley.provider;

/** What a member asks for; each has a command of its own. */
public enum SoundKind {
  /** Music and loops: {@code /music}. */
  MUSIC,
  /** Sound effects: {@code /sound}. */
  SOUND,
  /** A text, spoken: {@code /speak}. */
  SPEECH
}
