package dev.foley.playground.services;

/** A request that the service answers with an error. */
final class Refusal extends Exception {
  private final int status;

  Refusal(int status, String message) {
    super(message, null, false, false);
    this.status = status;
  }

  int status() {
    return status;
  }

  /** What was wrong, for the one who sent it. */
  String reason() {
    String message = getMessage();
    return message == null ? "" : message;
  }
}
