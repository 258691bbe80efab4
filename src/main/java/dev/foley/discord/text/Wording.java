package dev.foley.discord.text;

/** A sentence or label by its key in a bundle. Each part of the bot has an enum of its own, and may have a bundle of its own. */
public interface Wording {
  String key();

  /** The bundle's name; that of the part. */
  default String bundle() {
    return "messages";
  }
}
