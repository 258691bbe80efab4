package dev.foley.provider;

import java.util.List;

/**
 * One text-to-audio service. Thread-safe; each call blocks for at most the adapter's configured timeouts and never repeats
 * a request by itself.
 *
 * <p>Adapters translate: no {@code IOException}, status code or JSON leaves them.
 */
public interface AudioProvider {
  ProviderName name();

  /** The models that this service offers, whether or not a key is there. */
  List<AudioModel> models();

  /**
   * Sends a new request. Called at most once for a generation unless an earlier call is known not to have got through
   * (refused, throttled, never connected).
   *
   * @param request passed {@link AudioModel#check} of one of {@link #models()}
   * @param correlationId 1 to 128 characters of {@code A-Z a-z 0-9 . _ : -}; for both sides' logs, not an idempotency key
   */
  SubmitOutcome submit(AudioRequest request, String correlationId) throws ProviderException;

  /** Asks about a job. Free and repeatable. */
  PollOutcome poll(ProviderJobId jobId) throws ProviderException;
}
