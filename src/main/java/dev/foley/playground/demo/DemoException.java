package dev.foley.playground.demo;

/** The demo could not show what it exists to show; the message is for whoever runs it. */
public final class DemoException extends Exception {
  private static final long serialVersionUID = 1L;

  DemoException(String message) {
    super(message);
  }
}
