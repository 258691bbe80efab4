package dev.foley.playground.services;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a simulated service saw: every submit, poll and download, and keys where none belong. Thread-safe. */
public final class ServiceObservations {
  /** Older submits and jobs are forgotten, their totals are not. */
  private static final int MAX_REMEMBERED = 10_000;

  private final Map<Long, Submit> submits = new Bounded<>(); // guarded by this
  private final Map<String, JobTraffic> jobs = new Bounded<>(); // guarded by this
  private final Map<Long, String> keyLeaks = new Bounded<>(); // guarded by this
  private long submitsReceived; // guarded by this
  private long submitsAccepted; // guarded by this
  private long polls; // guarded by this
  private long downloads; // guarded by this
  private long leaks; // guarded by this

  /**
   * A submit.
   *
   * @param clientRequestId as sent; null if absent or malformed
   * @param clientHeaders further headers by which the client names itself, by their names in lower case
   * @param prompt empty if the body had none that could be read
   * @param ignoredFields of the body that the documents do not name
   * @param jobId null until it is accepted
   */
  public record Submit(Instant at, @Nullable String clientRequestId, Map<String, String> clientHeaders, String prompt,
      List<String> ignoredFields, @Nullable String jobId) {
    public Submit {
      clientHeaders = Map.copyOf(clientHeaders);
      ignoredFields = List.copyOf(ignoredFields);
    }
  }

  /** How often a job was asked for, and its file fetched. */
  public record JobTraffic(long polls, long downloads) {}

  /** Submits that reached the service, refused ones and those whose answer was lost included. */
  public synchronized long submitsReceived() {
    return submitsReceived;
  }

  /** Submits that became a job. */
  public synchronized long submitsAccepted() {
    return submitsAccepted;
  }

  /** Polls, those for unknown jobs included. */
  public synchronized long polls() {
    return polls;
  }

  /** Downloads that began, of result files that exist. */
  public synchronized long downloads() {
    return downloads;
  }

  /** Requests for result files that carried a key or any {@code Authorization}. */
  public synchronized long keysLeaked() {
    return leaks;
  }

  /** The latest submits, oldest first. */
  public synchronized List<Submit> submits() {
    return List.copyOf(submits.values());
  }

  /** How often this job was polled and fetched. */
  public synchronized JobTraffic traffic(String jobId) {
    return jobs.getOrDefault(jobId, new JobTraffic(0, 0));
  }

  /** Paths of the latest requests that leaked a key. */
  public synchronized List<String> leakedTo() {
    return List.copyOf(keyLeaks.values());
  }

  /** @return a number to tell {@link #accepted} */
  public synchronized long submitted(Submit submit) {
    submits.put(++submitsReceived, submit);
    return submitsReceived;
  }

  public synchronized void accepted(long number, String jobId) {
    submitsAccepted++;
    submits.computeIfPresent(number,
        (n, s) -> new Submit(s.at(), s.clientRequestId(), s.clientHeaders(), s.prompt(), s.ignoredFields(), jobId));
  }

  /** @param jobId null if no such job is known */
  public synchronized void polled(@Nullable String jobId) {
    polls++;
    if (jobId != null) {
      jobs.merge(jobId, new JobTraffic(1, 0), ServiceObservations::sum);
    }
  }

  public synchronized void downloaded(String jobId) {
    downloads++;
    jobs.merge(jobId, new JobTraffic(0, 1), ServiceObservations::sum);
  }

  public synchronized void leaked(String path) {
    keyLeaks.put(++leaks, path);
  }

  private static JobTraffic sum(JobTraffic a, JobTraffic b) {
    return new JobTraffic(a.polls() + b.polls(), a.downloads() + b.downloads());
  }

  private static final class Bounded<K, V> extends LinkedHashMap<K, V> {
    @Override
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
      return size() > MAX_REMEMBERED;
    }
  }
}
