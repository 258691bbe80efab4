package dev.foley.discord.reply;

/** What is not quite right about a sound that is good enough to be delivered. */
public enum Flaw {
  /** Its loudest places are cut off. */
  CLIPPED,
  /** It is clearly longer or shorter than was asked for. */
  LENGTH_OFF
}
