package dev.foley.playground.services;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * The jobs of a simulated AIML API: first come, first served, so many at a time. Thread-safe.
 *
 * <p>Nothing runs here. When a job starts and ends follows, at its acceptance, from its own drawn times and from when the
 * jobs before it leave a place free; whoever asks later compares that with the clock. So a test that moves the clock by
 * hand sees what a service in real time would do.
 */
final class AimlJobs {
  private static final int MAX_REMEMBERED = 10_000;
  private static final String TOKEN_ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-";

  private final AimlApiSettings settings;
  private final CreditLedger ledger;
  private final ServiceFaults faults;
  private final RenderedClips clips;
  private final RandomGenerator random; // guarded by this
  private final PriorityQueue<Instant> placesFreeAt = new PriorityQueue<>(); // guarded by this
  private final Map<String, AimlJob> byId = new LinkedHashMap<>(); // guarded by this
  private final Map<String, AimlJob> byFilePath = new LinkedHashMap<>(); // guarded by this
  private final List<AimlJob> toRefund = new ArrayList<>(); // guarded by this

  AimlJobs(AimlApiSettings settings, CreditLedger ledger, ServiceFaults faults, RenderedClips clips) {
    this.settings = settings;
    this.ledger = ledger;
    this.faults = faults;
    this.clips = clips;
    this.random = settings.random();
  }

  /**
   * Accepts and charges a job.
   *
   * @throws Refusal 403 if the account cannot pay it, 429 if the key has too many unfinished ones
   */
  synchronized AimlJob accept(String key, StableAudioRequest request) throws Refusal {
    Instant now = settings.clock().instant();
    settle();
    long credits = request.steps() * settings.money().creditsPerStep();
    if (ledger.balance(key) < credits) {
      throw new Refusal(403, "Not enough credits: expected at least " + credits + ", received " + ledger.balance(key));
    }
    int limit = settings.limits().unfinishedPerKey();
    if (byId.values().stream().filter(job -> job.key().equals(key) && job.unfinished(now)).count() >= limit) {
      throw new Refusal(429, "Too many generations at the same time: expected at most " + limit);
    }
    AimlJob job = schedule(key, request, now, credits);
    ledger.charge(now, key, job.id(), credits);
    remember(job);
    return job;
  }

  private AimlJob schedule(String key, StableAudioRequest request, Instant now, long credits) {
    JobTimes.Drawn drawn = settings.times().draw(random);
    Instant start = now.plus(drawn.waiting());
    if (placesFreeAt.size() >= settings.limits().running()) {
      Instant free = placesFreeAt.remove();
      start = free.isAfter(start) ? free : start;
    }
    Instant end = start.plus(drawn.working());
    placesFreeAt.add(end);
    String fileName = "tmp" + token(8) + ".wav";
    String path = "flamingo/files/b/" + HexFormat.of().toHexDigits(random.nextInt()) + "/" + token(21) + "_" + fileName;
    RenderedClips.Clip clip = clips.reserve(request.prompt(), request.length(), random.nextLong());
    return new AimlJob(uuid() + ":" + StableAudioRequest.MODEL, key, request, start, end, credits, clip, fileName, path,
        faults.take(Fault.Moment.JOB, request.prompt(), null));
  }

  private void remember(AimlJob job) {
    byId.put(job.id(), job);
    byFilePath.put(job.filePath(), job);
    if (job.fails()) {
      toRefund.add(job);
    }
    if (byId.size() > MAX_REMEMBERED) {
      AimlJob oldest = byId.values().iterator().next();
      byId.remove(oldest.id());
      byFilePath.remove(oldest.filePath());
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
        .filter(job -> job.status(now) == AimlJob.Status.COMPLETED);
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

  /** A random (version 4) UUID. */
  synchronized String uuid() {
    long high = (random.nextLong() & ~0xF000L) | 0x4000L;
    long low = (random.nextLong() & ~(0b11L << 62)) | (1L << 63);
    return new UUID(high, low).toString();
  }

  private String token(int length) {
    StringBuilder token = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      token.append(TOKEN_ALPHABET.charAt(random.nextInt(TOKEN_ALPHABET.length())));
    }
    return token.toString();
  }
}
