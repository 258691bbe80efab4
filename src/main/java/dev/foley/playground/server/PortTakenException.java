package dev.foley.playground.server;

/** Somebody else listens there; the message is for whoever chose the port. */
public final class PortTakenException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  PortTakenException(int port, Throwable cause) {
    super("Port " + port + " is in use. Choose another one, or 0 for any that is free.", cause);
  }
}
