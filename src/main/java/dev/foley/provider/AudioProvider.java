package dev.foley.provider;

import java.util.List;
import java.util.Optional;

/**
 * One text-to-audio service. Thread-safe; each call blocks for at most the adapter's configured timeouts and never repeats
 * a request by itself.
 *
 * <p>Adapters translate: no {@code IOException}, status code or JSON leaves them. Some services take a job that is asked about,
 * some answer at once; who calls them need not know which.
 */
public interface AudioProvider {
  ProviderName name();

  /** The models that this service offers. */
  List<AudioModel> models();

  /**
   * Whether a submit may begin now. Asked right before {@link #submit}; sends nothing.
   */
  default Admission admit(ModelId model) {
    return new Admission.Granted(() -> {});
  }

  /** Whether the service failed so often of late that new requests should not be taken. */
  default boolean down() {
    return false;
  }

  /**
   * Sends a new request. Called at most once for a generation unless an earlier call is known not to have got through
   * (refused, throttled, never connected). {@link Submission#departure} is asked before anything is sent; where it says no, this
   * ends with {@code UNAVAILABLE}.
   */
  SubmitOutcome submit(Submission submission) throws ProviderException;

  /** Whether a submit of which nobody knows the outcome can be repeated, because it costs nothing and leaves nothing behind. */
  default boolean repeatable() {
    return false;
  }

  /**
   * Asks about a job. Free and repeatable.
   *
   * @param correlationId of its submission
   */
  PollOutcome poll(ProviderJobId jobId, String correlationId) throws ProviderException;

  /** Whether {@link #cancel} can stop a job. */
  default boolean cancels() {
    return false;
  }

  /** Asks that a job be stopped. Repeatable. */
  default CancelOutcome cancel(ProviderJobId jobId) throws ProviderException {
    return CancelOutcome.UNSUPPORTED;
  }

  /** Who can speak here; asked of the service, and worth remembering for a while. Empty for a service without voices. */
  default List<Voice> voices() throws ProviderException {
    return List.of();
  }

  /** What the host's account still has; empty where the service, or this key, does not tell. */
  default Optional<Balance> balance() throws ProviderException {
    return Optional.empty();
  }
}
