package dev.foley.provider;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The call itself failed: nothing was learned about the job. {@link #kind()} says what that means for asking again.
 * Messages carry no key, no signed address and no prompt.
 */
public final class ProviderException extends Exception {
  private static final long serialVersionUID = 1L;

  /** What failed. */
  public enum Kind {
    /** Too many requests; {@link ProviderException#retryAfter()} may say how long to wait. The request was not carried out. */
    THROTTLED,
    /** Not reachable, or down. Of a submit, this also says that the request did not get through. */
    UNAVAILABLE,
    /** The key was not accepted. The request was not carried out. */
    UNAUTHORIZED,
    /** An answer came and makes no sense. Of a poll or a download only. */
    INVALID_RESPONSE,
    /** Of a submit only: it may or may not have been accepted, so repeating it may be a second charge. */
    OUTCOME_UNKNOWN
  }

  private final Kind kind;
  private final transient @Nullable Duration retryAfter;

  public ProviderException(Kind kind, String message) {
    this(kind, message, null, null);
  }

  public ProviderException(Kind kind, String message, @Nullable Throwable cause) {
    this(kind, message, null, cause);
  }

  public ProviderException(Kind kind, String message, @Nullable Duration retryAfter, @Nullable Throwable cause) {
    super(message, cause);
    this.kind = kind;
    this.retryAfter = retryAfter;
  }

  public Kind kind() {
    return kind;
  }

  /** How long the service asked us to wait, where it did. */
  public Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }
}
