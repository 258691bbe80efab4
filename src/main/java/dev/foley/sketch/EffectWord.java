package dev.foley.sketch;

/** What a word means when a sound effect is asked for. */
sealed interface EffectWord {
  /**
   * @param strong false for a word such as "door", which says nothing new next to "creak"
   */
  record Names(Sound sound, boolean strong) implements EffectWord {}

  /** An adjective, or a surface. */
  record Qualifies(Traits traits) implements EffectWord {}
}
