package dev.foley.ops;

import java.util.List;

/** Some parts could not be closed; each failure is a suppressed exception, in the order of closing. */
public final class CloseException extends Exception {
  private static final long serialVersionUID = 1L;

  CloseException(List<Throwable> failures) {
    super(failures.size() == 1 ? "one part could not be closed" : failures.size() + " parts could not be closed");
    failures.forEach(this::addSuppressed);
  }
}
