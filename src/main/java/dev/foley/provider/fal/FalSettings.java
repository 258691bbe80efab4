package dev.foley.provider.fal;

import dev.foley.secret.Secret;
import java.net.URI;
import java.time.Duration;

/**
 * How fal is reached. Proxies, compatible servers or the simulator work in place of each address; the key is sent to these
 * three and nowhere else.
 *
 * @param queueUrl what takes jobs and is asked about them
 * @param runUrl what answers at once
 * @param apiUrl what knows the balance
 * @param key an API key; one without the admin scope does everything but tell the balance
 * @param synchronous whether to wait for the sound in one call instead of queueing a job; such a call has no place in the queue to
 *     show, cannot be cancelled, and is lost with the connection
 * @param callTimeout for one submit to the queue or one question, from dialling to the last byte
 * @param synchronousTimeout for one synchronous call, from dialling to the last byte
 * @param startTimeout how long a job may wait in the service's queue: one that nobody waits for any more should not begin, and cost
 *     something, after all. At least 2 seconds.
 */
public record FalSettings(URI queueUrl, URI runUrl, URI apiUrl, Secret key, boolean synchronous, Duration callTimeout,
    Duration synchronousTimeout, Duration startTimeout) {
  public static final URI DEFAULT_QUEUE_URL = URI.create("https://queue.fal.run");
  public static final URI DEFAULT_RUN_URL = URI.create("https://fal.run");
  public static final URI DEFAULT_API_URL = URI.create("https://api.fal.ai");
  public static final Duration DEFAULT_CALL_TIMEOUT = Duration.ofSeconds(30);
  public static final Duration DEFAULT_SYNCHRONOUS_TIMEOUT = Duration.ofMinutes(3);
  /** A generation's own deadline. */
  public static final Duration DEFAULT_START_TIMEOUT = Duration.ofMinutes(10);

  public FalSettings {
    if (startTimeout.toSeconds() < 2 || synchronousTimeout.toSeconds() < 4) {
      throw new IllegalArgumentException("the service needs more time to begin than " + startTimeout + " or half of "
          + synchronousTimeout);
    }
  }

  /** How long the service may take to begin. Of a synchronous call, the other half is for the sound. */
  Duration patienceForStart() {
    return synchronous ? synchronousTimeout.dividedBy(2) : startTimeout;
  }
}
