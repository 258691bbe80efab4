package dev.foley.generation;

/** What a member is told about a sound that they get all the same. */
public enum Flaw {
  /** Its loudest passages are cut off. */
  CLIPPED,
  /** It is more than a tenth longer or shorter than was asked for. */
  LENGTH_OFF
}
