package dev.foley.playground.services;

/**
 * Called on the way of a request, on its own thread, so that a test can end the bot between two steps. A hook may block:
 * the request waits for it.
 */
public interface ServiceHooks {
  /** A submit has arrived; nothing has been done about it. */
  default void submitReceived(String prompt) {}

  /** The job is accepted and charged, and no byte of the answer has been sent. */
  default void beforeSubmitAnswer(String jobId) {}

  /** The answer to a submit has been handed to the network. */
  default void afterSubmitAnswer(String jobId) {}

  /** A poll for a known job has arrived. */
  default void polled(String jobId) {}

  /** A download of a result file has arrived; no byte has been sent. */
  default void downloadStarted(String jobId) {}
}
