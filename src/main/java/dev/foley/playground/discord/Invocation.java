package dev.foley.playground.discord;

/** What became of something that a member tried. */
public sealed interface Invocation {
  /** It is on its way to the bot. */
  record Sent(String interactionId) implements Invocation {}

  /**
   * The member's client refused it; the bot never hears of it.
   *
   * @param option which option or field it is about; empty if the whole
   */
  record Refused(String option, String sentence) implements Invocation {}

  /** The interaction's id. @throws IllegalStateException with the client's sentence if it was refused */
  default String sent() {
    return switch (this) {
      case Sent sent -> sent.interactionId();
      case Refused refused -> throw new IllegalStateException(
          refused.option().isEmpty() ? refused.sentence() : refused.option() + ": " + refused.sentence());
    };
  }
}
