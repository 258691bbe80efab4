package dev.foley.generation;

/** The database did not answer: locked, full, read-only, gone. Asking later can help. */
public final class StoreException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public StoreException(String message, Throwable cause) {
    super(message, cause);
  }
}
