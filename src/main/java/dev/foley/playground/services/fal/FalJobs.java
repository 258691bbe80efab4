package dev.foley.playground.services.fal;

import dev.foley.playground.services.CreditLedger;
import dev.foley.playground.services.JobTimes;
import dev.foley.playground.services.Refusal;
import dev.foley.playground.services.WorkPlaces;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The jobs of a simulated fal. Each account has so many places; who finds none waits in its queue, which never refuses,
 * and moves up when somebody before it is cancelled. Thread-safe.
 */
final class FalJobs {
  private static final int MAX_REMEMBERED = 10_000;

  private final InstantSource clock;
  private final int running;
  private final CreditLedger ledger;
  private final Map<String, FalJob> byId = new LinkedHashMap<>(); // guarded by this
  private final Map<String, String> idsByFilePath = new LinkedHashMap<>(); // guarded by this
  private final List<String> toRefund = new ArrayList<>(); // guarded by this

  FalJobs(FalSettings settings, CreditLedger ledger) {
    this.clock = settings.clock();
    this.running = settings.running();
    this.ledger = ledger;
  }

  /**
   * Puts a job into the queue of its account and charges it.
   *
   * @param maxQueueLength how many may wait before it
   * @throws Refusal 403 if the account cannot pay, 429 if the queue is longer than that
   */
  synchronized FalJob queue(FalJob job, int maxQueueLength) throws Refusal {
    if (waitingBefore(job) > maxQueueLength) {
      throw new Refusal(429, "The queue is longer than " + maxQueueLength);
    }
    accept(job);
    plan(job.key());
    return now(job);
  }

  /**
   * Begins a job at once and charges it.
   *
   * @throws Refusal 403 if the account cannot pay, 429 if all its places are taken
   */
  synchronized FalJob run(FalJob job) throws Refusal {
    Instant now = clock.instant();
    long inProgress = of(job.key()).stream().filter(other -> other.status(now) == FalJob.Status.IN_PROGRESS).count();
    if (inProgress >= running) {
      throw new Refusal(429, "concurrent_requests_limit",
          List.of("Reached concurrent requests limit of " + running + "."));
    }
    accept(job.planned(new WorkPlaces.Span(now, now.plus(job.drawn().whole()))));
    plan(job.key());
    return now(job);
  }

  /** Gives back the place of a job that is answered, and so over, whatever was planned. */
  synchronized void answered(FalJob job) {
    Instant now = clock.instant();
    FalJob planned = byId.get(job.id());
    if (planned != null && now.isBefore(planned.span().endsAt())) {
      byId.put(job.id(), planned.endingAt(now, planned.end(), planned.bill()));
      plan(job.key());
    }
  }

  private void accept(FalJob job) throws Refusal {
    long price = job.bill().price();
    long balance = ledger.balance(job.key());
    if (balance <= 0 || balance < price) {
      throw new Refusal(403, "User is locked. Reason: Exhausted balance.");
    }
    ledger.charge(job.acceptedAt(), job.key(), job.id(), price);
    byId.put(job.id(), job);
    if (job.end() instanceof FalEnd.Sounded sounded) {
      idsByFilePath.put(sounded.filePath(), job.id());
    }
    if (job.bill().refunded()) {
      toRefund.add(job.id());
    }
    forgetOldest();
  }

  private void forgetOldest() {
    if (byId.size() > MAX_REMEMBERED) {
      FalJob oldest = byId.values().iterator().next();
      byId.remove(oldest.id());
      idsByFilePath.values().remove(oldest.id());
      toRefund.remove(oldest.id());
    }
  }

  /** Gives places to all that wait, as if those in progress had just taken theirs. */
  private void plan(String key) {
    Instant now = clock.instant();
    WorkPlaces places = new WorkPlaces(running);
    List<FalJob> jobs = of(key);
    jobs.stream().filter(job -> job.status(now) == FalJob.Status.IN_PROGRESS)
        .forEach(job -> places.take(job.span().startsAt(), new JobTimes.Drawn(Duration.ZERO, job.inference())));
    jobs.stream().filter(job -> job.status(now) == FalJob.Status.IN_QUEUE).forEach(job -> {
      Duration waiting = Duration.between(now, job.acceptedAt().plus(job.drawn().waiting()));
      JobTimes.Drawn left = new JobTimes.Drawn(waiting.isNegative() ? Duration.ZERO : waiting, job.drawn().working());
      byId.put(job.id(), job.planned(places.take(now, left)));
    });
  }

  private List<FalJob> of(String key) {
    return byId.values().stream().filter(job -> job.key().equals(key)).toList();
  }

  private FalJob now(FalJob job) {
    FalJob known = byId.get(job.id());
    return known == null ? job : known;
  }

  /** The job, if this key submitted it to a model of this app. */
  synchronized Optional<FalJob> find(String key, String app, String id) {
    return Optional.ofNullable(byId.get(id))
        .filter(job -> job.key().equals(key) && job.model().app().equals(app));
  }

  /** How many jobs of its account are before it in the queue. */
  synchronized int waitingBefore(FalJob job) {
    Instant now = clock.instant();
    int waiting = 0;
    for (FalJob other : of(job.key())) {
      if (other.id().equals(job.id())) {
        break;
      }
      waiting += other.status(now) == FalJob.Status.IN_QUEUE ? 1 : 0;
    }
    return waiting;
  }

  /**
   * Ends a job that waits. One in progress goes on: the runner is told to stop, and the documents leave open whether it
   * does.
   *
   * @return its status before
   */
  synchronized FalJob.Status cancel(FalJob job) {
    Instant now = clock.instant();
    FalJob known = now(job);
    FalJob.Status status = known.status(now);
    if (status == FalJob.Status.IN_QUEUE) {
      FalJob.Bill bill = known.bill();
      byId.put(job.id(), known.endingAt(now, FalErrors.of(499, "client_cancelled", "Request was cancelled"),
          new FalJob.Bill(bill.billable(), bill.price(), true)));
      if (!bill.refunded()) {
        toRefund.add(job.id());
      }
      plan(job.key());
      settle();
    }
    return status;
  }

  /** The job whose result lies at this path of the CDN and is finished. */
  synchronized Optional<FalJob> finishedAt(String filePath) {
    Instant now = clock.instant();
    return Optional.ofNullable(idsByFilePath.get(filePath)).map(byId::get)
        .filter(job -> job.status(now) == FalJob.Status.COMPLETED && job.end() instanceof FalEnd.Sounded);
  }

  /** All that are remembered, oldest first. */
  synchronized List<FalJob> all() {
    return List.copyOf(byId.values());
  }

  /** Gives back what jobs cost that are over by now without being charged. */
  synchronized void settle() {
    Instant now = clock.instant();
    toRefund.removeIf(id -> {
      FalJob job = byId.get(id);
      if (job == null || job.status(now) != FalJob.Status.COMPLETED) {
        return false;
      }
      ledger.refund(job.span().endsAt(), job.key(), id, job.bill().price());
      return true;
    });
  }
}
