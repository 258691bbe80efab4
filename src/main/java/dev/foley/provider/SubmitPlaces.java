package dev.foley.provider;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** The submits that a service takes at once, all together and of each model. Thread-safe, never waits. */
final class SubmitPlaces {
  private final Bulkhead all;
  private final Map<ModelId, Bulkhead> byModel = new HashMap<>();
  private final int configured;
  /**
   * What the service itself said that it takes; guarded by this. Kept beside the bulkhead, because narrowing one waits until
   * those are back that are too many, and whoever hears of the new limit has one of them.
   */
  private int observed;

  SubmitPlaces(ProviderName provider, int configured, Collection<AudioModel> models) {
    this.configured = configured;
    this.observed = configured;
    this.all = bulkhead(provider.value(), configured);
    for (AudioModel model : models) {
      model.maxInFlight().ifPresent(most -> byModel.put(model.id(), bulkhead(model.id().value(), most)));
    }
  }

  private static Bulkhead bulkhead(String name, int places) {
    return Bulkhead.of(name,
        BulkheadConfig.custom().maxConcurrentCalls(places).maxWaitDuration(Duration.ZERO).build());
  }

  /** Empty if all are taken. */
  synchronized Optional<Admission.Place> take(ModelId model) {
    int underWay = configured - all.getMetrics().getAvailableConcurrentCalls();
    if (underWay >= observed || !all.tryAcquirePermission()) {
      return Optional.empty();
    }
    Bulkhead own = byModel.get(model);
    if (own == null) {
      return Optional.of(new Taken(all::onComplete));
    }
    if (!own.tryAcquirePermission()) {
      all.releasePermission();
      return Optional.empty();
    }
    return Optional.of(new Taken(() -> {
      own.onComplete();
      all.onComplete();
    }));
  }

  /** Takes over what the service said, within what is configured. */
  synchronized void observe(int maximum) {
    observed = Math.clamp(maximum, 1, configured);
  }

  /** Given back once, however often it is closed. */
  private static final class Taken implements Admission.Place {
    private final AtomicBoolean closed = new AtomicBoolean();
    private final Runnable giveBack;

    Taken(Runnable giveBack) {
      this.giveBack = giveBack;
    }

    @Override
    public void close() {
      if (closed.compareAndSet(false, true)) {
        giveBack.run();
      }
    }
  }
}
