package dev.foley.playground.services.aimlapi;

import dev.foley.playground.services.Chance;
import dev.foley.playground.services.CreditLedger;
import dev.foley.playground.services.Fault;
import dev.foley.playground.services.Refusal;
import dev.foley.playground.services.RenderedClips;
import dev.foley.playground.services.ServiceFaults;
import dev.foley.playground.services.Sound;
import dev.foley.playground.services.WorkPlaces;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The jobs of a simulated AIML API: first come, first served, so many at a time; what becomes of one is settled when it is
 * accepted. Thread-safe.
 */
final class AimlJobs {
  private static final int MAX_REMEMBERED = 10_000;
  private static final Duration RENDERED_AHEAD = Duration.ofMinutes(30);

  private final AimlApiSettings settings;
  private final CreditLedger ledger;
  private final ServiceFaults faults;
  private final RenderedClips clips;
  private final Chance chance;
  private final WorkPlaces places;
  private final Map<String, AimlJob> byId = new LinkedHashMap<>(); // guarded by this
  private final Map<String, AimlJob> byFilePath = new LinkedHashMap<>(); // guarded by this
  private final List<AimlJob> toRefund = new ArrayList<>(); // guarded by this

  AimlJobs(AimlApiSettings settings, CreditLedger ledger, ServiceFaults faults, RenderedClips clips,
      Chance chance) {
    this.settings = settings;
    this.ledger = ledger;
    this.faults = faults;
    this.clips = clips;
    this.chance = chance;
    places = new WorkPlaces(settings.limits().running());
  }

  /**
   * Accepts and charges a job.
   *
   * @throws Refusal 403 if the account cannot pay it, 429 if the key has too many unfinished ones
   */
  synchronized AimlJob accept(String key, AimlRequest request) throws Refusal {
    Instant now = settings.clock().instant();
    settle();
    long credits = request.credits(settings.money().creditsPerStep());
    if (ledger.balance(key) < credits) {
      throw new Refusal(403, "Not enough credits: expected at least " + credits + ", received " + ledger.balance(key));
    }
    int limit = settings.limits().unfinishedPerKey();
    if (byId.size() >= limit && unfinished(key, now) >= limit) {
      throw new Refusal(429, "Too many generations at the same time: expected at most " + limit);
    }
    AimlJob job = schedule(key, request, now, credits);
    ledger.charge(now, key, job.id(), credits);
    remember(job);
    return job;
  }

  private long unfinished(String key, Instant now) {
    return byId.values().stream().filter(job -> job.key().equals(key) && job.unfinished(now)).count();
  }

  private AimlJob schedule(String key, AimlRequest request, Instant now, long credits) {
    WorkPlaces.Span span = places.take(now, chance.draw(settings.times()));
    Sound sound = request.sound(chance.nextLong());
    return new AimlJob(request.model().ids().apply(chance), key, request, span.startsAt(), span.endsAt(), credits,
        clip(request, sound, Duration.between(now, span.endsAt())),
        request.model().storage().place(chance, now, request.coding()), chance.hex(32),
        faults.take(Fault.Moment.JOB, request.prompt(), null));
  }

  /** @param left until it can be fetched; what is due much later would have been dropped again by then */
  private RenderedClips.Clip clip(AimlRequest request, Sound sound, Duration left) {
    if (left.compareTo(RENDERED_AHEAD) > 0) {
      return new RenderedClips.Clip(sound, request.coding());
    }
    return request.has("seed")
        ? clips.reserveExactly(sound, request.coding())
        : clips.reserve(sound, request.coding());
  }

  private void remember(AimlJob job) {
    byId.put(job.id(), job);
    byFilePath.put(job.place().path(), job);
    if (job.fails()) {
      toRefund.add(job);
    }
    if (byId.size() > MAX_REMEMBERED) {
      AimlJob oldest = byId.values().iterator().next();
      byId.remove(oldest.id());
      byFilePath.remove(oldest.place().path());
    }
  }

  /** The job, if this key submitted it. */
  synchronized Optional<AimlJob> find(String key, String id) {
    return Optional.ofNullable(byId.get(id)).filter(job -> job.key().equals(key));
  }

  /** The job whose result lies at this path of the CDN and is finished. */
  synchronized Optional<AimlJob> finishedAt(String filePath) {
    Instant now = settings.clock().instant();
    return Optional.ofNullable(byFilePath.get(filePath))
        .filter(job -> job.hasFile(now));
  }

  /** All that are remembered, oldest first. */
  synchronized List<AimlJob> all() {
    return List.copyOf(byId.values());
  }

  /** Gives back what jobs cost that have failed by now. */
  synchronized void settle() {
    Instant now = settings.clock().instant();
    toRefund.removeIf(job -> {
      boolean due = !now.isBefore(job.endsAt());
      if (due) {
        ledger.refund(job.endsAt(), job.key(), job.id(), job.credits());
      }
      return due;
    });
  }
}
