package dev.foley.provider;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What a fake answers: the scripted steps in order, then always the usual answer. Thread-safe. */
final class Script<T> {
  @FunctionalInterface
  interface Step<T> {
    T play() throws ProviderException;
  }

  private final Deque<Step<T>> steps = new ArrayDeque<>();
  private final Supplier<T> usual;

  Script(Supplier<T> usual) {
    this.usual = usual;
  }

  synchronized void add(Step<T> step) {
    steps.add(step);
  }

  void addFailure(ProviderException.Kind kind, @Nullable Duration retryAfter) {
    add(() -> {
      throw new ProviderException(kind, "scripted: " + kind, retryAfter, null);
    });
  }

  T next() throws ProviderException {
    Step<T> step = take();
    return step.play(); // outside the lock: a step may wait for the test
  }

  private synchronized Step<T> take() {
    Step<T> step = steps.poll();
    return step != null ? step : usual::get;
  }
}
