package dev.foley.ops;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What was opened, to be closed in reverse order: whatever uses another thing is closed before it. Closing carries on past a
 * failure and reports all of them together. Thread-safe; closing twice does nothing, and a thread that closes while another
 * is at it waits until everything is closed, since a shutdown hook that returns ends the process.
 */
public final class LifeCycle implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(LifeCycle.class);

  private record Part(String name, AutoCloseable closeable) {}

  /** Held for the whole of {@link #close}, foreign code included: the waiting is its purpose. Guards nothing. */
  private final ReentrantLock closing = new ReentrantLock();

  /** Guards {@link #parts} and {@link #closed}. */
  private final ReentrantLock lock = new ReentrantLock();
  private final Deque<Part> parts = new ArrayDeque<>();
  private boolean closed;

  /**
   * Takes over the closing of a part.
   *
   * @return the part
   * @throws IllegalStateException if this is closed already; the part has been closed then
   */
  public <T extends AutoCloseable> T add(String name, T closeable) {
    Part part = new Part(name, closeable);
    lock.lock();
    try {
      if (!closed) {
        parts.push(part);
        return closeable;
      }
    } finally {
      lock.unlock();
    }
    IllegalStateException tooLate = new IllegalStateException(name + " was opened after the end");
    close(part).ifPresent(tooLate::addSuppressed);
    throw tooLate;
  }

  /**
   * Closes everything, the last first.
   *
   * @throws CloseException if something could not be closed; everything else is
   */
  @Override
  public void close() throws CloseException {
    closing.lock();
    try {
      List<Throwable> failures = new ArrayList<>();
      for (Part part : takeAll()) {
        close(part).ifPresent(failures::add);
      }
      if (!failures.isEmpty()) {
        throw new CloseException(failures);
      }
    } finally {
      closing.unlock();
    }
  }

  private List<Part> takeAll() {
    lock.lock();
    try {
      closed = true;
      List<Part> all = List.copyOf(parts);
      parts.clear();
      return all;
    } finally {
      lock.unlock();
    }
  }

  /** @return how it failed, if it did; even an Error in one part must not keep the others open */
  private static Optional<Throwable> close(Part part) {
    try {
      part.closeable().close();
      log.atDebug().addKeyValue("part", part.name()).log("Closed");
      return Optional.empty();
    } catch (Throwable failure) {
      if (failure instanceof InterruptedException) {
        Thread.currentThread().interrupt();
      }
      log.atWarn().addKeyValue("part", part.name()).setCause(failure).log("Closing failed");
      return Optional.of(failure);
    }
  }
}
