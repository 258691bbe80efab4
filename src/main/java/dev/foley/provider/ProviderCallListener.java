package dev.foley.provider;

/** Told of every HTTP call to a service, for metrics. Called on the thread that made the call; must not throw. */
@FunctionalInterface
public interface ProviderCallListener {
  ProviderCallListener NONE = (provider, call, outcome, nanos) -> {};

  /** How the service answered, by the status alone; what the body then says is not looked at. */
  enum Outcome {
    /** 2xx. */
    ANSWERED,
    /** 3xx or 4xx. */
    REFUSED,
    /** 429. */
    THROTTLED,
    /** 5xx. */
    FAILED,
    /** Never connected, cut off, or too late. */
    NO_ANSWER
  }

  /**
   * @param call what was asked for, such as {@code submit} or {@code poll}
   * @param nanos until the head of the answer, or until it was given up
   */
  void called(ProviderName provider, String call, Outcome outcome, long nanos);
}
