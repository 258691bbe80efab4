package dev.foley.generation;

import dev.foley.provider.FailureReason;
import dev.foley.provider.Progress;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Several listeners as one. What one of them throws is logged, and the others and the generation carry on. */
final class GuardedListeners implements GenerationListener {
  private static final Logger log = LoggerFactory.getLogger(GuardedListeners.class);

  private final List<GenerationListener> listeners;

  GuardedListeners(List<GenerationListener> listeners) {
    this.listeners = List.copyOf(listeners);
  }

  @Override
  public void changed(Generation generation) {
    each(generation, listener -> listener.changed(generation));
  }

  @Override
  public void progressed(Generation generation, Progress progress) {
    each(generation, listener -> listener.progressed(generation, progress));
  }

  @Override
  public void retrying(Generation generation, String detail) {
    each(generation, listener -> listener.retrying(generation, detail));
  }

  @Override
  public void failed(Generation generation, FailureReason reason, String detail) {
    each(generation, listener -> listener.failed(generation, reason, detail));
  }

  private void each(Generation generation, Consumer<GenerationListener> event) {
    for (GenerationListener listener : listeners) {
      try {
        event.accept(listener);
      } catch (RuntimeException e) {
        log.atError().addKeyValue("generationId", generation.id()).setCause(e).log("A listener failed");
      }
    }
  }
}
