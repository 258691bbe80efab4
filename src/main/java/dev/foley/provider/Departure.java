package dev.foley.provider;

/**
 * Asked when a submit is about to leave: the service has been reached, and nothing of the request is written yet. Whoever submits writes
 * down here that the outcome will not be known should this process end; until then it is certain that nothing was sent, and that covers
 * the looking up of addresses and the handshakes, which take longest.
 */
public interface Departure {
  /** For submits of which nothing has to be written down. */
  Departure FREE = () -> true;

  /**
   * Blocking, but no longer than the writing down takes: each moment until the request leaves is one in which a process can die and
   * leave an outcome behind that looks unknown. Asked again where one submission takes several requests.
   *
   * @return false if the submit is not wanted any more; then nothing of it is sent
   */
  boolean mayLeave();

  /** It has left, or will not. What can wait until now is done here; may be called more than once. */
  default void left() {}
}
