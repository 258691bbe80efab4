package dev.foley.discord.interaction;

/**
 * Remembers the replies that members have been promised, until something else stands for them. Thread-safe. What cannot be remembered is
 * logged: the reply is given all the same.
 */
public interface PromisedReplies {
  /** Remembers nothing. */
  PromisedReplies NONE = new PromisedReplies() {
    @Override
    public void made(Promise promise) {}

    @Override
    public void kept(Promise promise) {}
  };

  /** To be called before Discord is told. Writes some hundred bytes, and does not wait until a disk has them. */
  void made(Promise promise);

  /** The reply has been written, or is about to be. */
  void kept(Promise promise);
}
