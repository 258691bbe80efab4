package dev.foley.store;

import org.jspecify.annotations.Nullable;

/** The database cannot be used and was left as it is. The message is a sentence for the host that says what to do. */
public final class DatabaseUnusableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  DatabaseUnusableException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
