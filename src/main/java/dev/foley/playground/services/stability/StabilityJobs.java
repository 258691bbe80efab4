package dev.foley.playground.services.stability;

import dev.foley.playground.services.Chance;
import dev.foley.playground.services.CreditLedger;
import dev.foley.playground.services.Fault;
import dev.foley.playground.services.Refusal;
import dev.foley.playground.services.RenderedClips;
import dev.foley.playground.services.ServiceFaults;
import dev.foley.playground.services.Sound;
import dev.foley.playground.services.WorkPlaces;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The generations of a simulated Stability AI. Thread-safe. */
final class StabilityJobs {
  private static final int MAX_REMEMBERED = 10_000;
  private static final long SEEDS = 4_294_967_294L;

  private final StabilitySettings settings;
  private final CreditLedger ledger;
  private final ServiceFaults faults;
  private final RenderedClips clips;
  private final Chance chance;
  private final WorkPlaces places;
  private final Map<String, StabilityJob> byId = new LinkedHashMap<>(); // guarded by this
  private final List<StabilityJob> toRefund = new ArrayList<>(); // guarded by this

  StabilityJobs(StabilitySettings settings, CreditLedger ledger, ServiceFaults faults, RenderedClips clips,
      Chance chance) {
    this.settings = settings;
    this.ledger = ledger;
    this.faults = faults;
    this.clips = clips;
    this.chance = chance;
    this.places = new WorkPlaces(settings.limits().running());
  }

  /**
   * Accepts a generation that is answered at once, and charges it unless it will fail.
   *
   * @throws Refusal 402 if the account cannot pay it
   */
  synchronized StabilityJob acceptSynchronous(String key, StabilityRequest request, Instant now) throws Refusal {
    StabilityJob job = accept(key, request, now, now.plus(chance.draw(settings.times()).whole()));
    if (!job.free()) {
      ledger.charge(now, key, job.id(), request.price());
    }
    return job;
  }

  /**
   * Accepts and charges a generation that is fetched later.
   *
   * @throws Refusal 402 if the account cannot pay it
   */
  synchronized StabilityJob acceptAsynchronous(String key, StabilityRequest request, Instant now) throws Refusal {
    StabilityJob job = accept(key, request, now, places.take(now, chance.draw(settings.times())).endsAt());
    ledger.charge(now, key, job.id(), request.price());
    if (job.free()) {
      toRefund.add(job);
    }
    return job;
  }

  private StabilityJob accept(String key, StabilityRequest request, Instant now, Instant end) throws Refusal {
    settle(now);
    if (ledger.balance(key) < request.price()) {
      throw new Refusal(402, "payment_required", List.of("the balance is too low for this generation"));
    }
    StabilityJob job = new StabilityJob(chance.hex(64), key, request, end, clip(request),
        faults.take(Fault.Moment.JOB, request.prompt(), null));
    byId.put(job.id(), job);
    if (byId.size() > MAX_REMEMBERED) {
      byId.remove(byId.keySet().iterator().next());
    }
    return job;
  }

  private RenderedClips.Clip clip(StabilityRequest request) {
    boolean anySeed = request.seed() == 0;
    Sound sound = new Sound.Music(request.prompt(), request.length(),
        anySeed ? 1 + chance.nextLong(SEEDS) : request.seed());
    return anySeed ? clips.reserve(sound, request.coding()) : clips.reserveExactly(sound, request.coding());
  }

  /** The generation, if this key submitted it. */
  synchronized Optional<StabilityJob> find(String key, String id) {
    return Optional.ofNullable(byId.get(id)).filter(job -> job.key().equals(key));
  }

  /** All that are remembered, oldest first. */
  synchronized List<StabilityJob> all() {
    return List.copyOf(byId.values());
  }

  /** Gives back what generations cost that have failed by now. */
  synchronized void settle(Instant now) {
    toRefund.removeIf(job -> {
      boolean due = !now.isBefore(job.endsAt());
      if (due) {
        ledger.refund(job.endsAt(), job.key(), job.id(), job.request().price());
      }
      return due;
    });
  }
}
