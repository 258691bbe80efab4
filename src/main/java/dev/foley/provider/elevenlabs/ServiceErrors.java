package dev.foley.provider.elevenlabs;

import dev.foley.provider.Answer;
import dev.foley.provider.FailureReason;
import dev.foley.provider.ProviderException;
import dev.foley.provider.ProviderException.Kind;
import dev.foley.provider.ServiceWords;
import dev.foley.provider.SubmitOutcome;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/** What the service's errors mean, by their code and, where they have none that we know, by their HTTP status. */
final class ServiceErrors {
  /** Own requests have to end first, and one of speech takes seconds. */
  private static final Duration OWN_REQUESTS_END = Duration.ofSeconds(2);

  private final ServiceWords words;
  private final InstantSource clock;

  ServiceErrors(ServiceWords words, InstantSource clock) {
    this.words = words;
    this.clock = clock;
  }

  /**
   * Of a request for sound.
   *
   * @param prompt that was sent
   * @throws ProviderException if trying again can help, or it is not known what became of it
   */
  SubmitOutcome.Refused toSubmit(Answer answer, String prompt) throws ProviderException {
    ServiceError error = ServiceError.of(answer);
    String detail = detail(answer, error, prompt);
    int status = answer.status();
    if (status < 400 || status == 408 || (status >= 500 && status != 503)) {
      throw new ProviderException(Kind.OUTCOME_UNKNOWN, detail);
    }
    if (status == 503) {
      throw new ProviderException(Kind.UNAVAILABLE, detail, answer.retryAfter(clock).orElse(null), null);
    }
    if (throttled(status, error)) {
      throw new ProviderException(Kind.THROTTLED, detail, wait(answer, error).orElse(null), null);
    }
    return new SubmitOutcome.Refused(reason(status, error.code()), detail);
  }

  /** Of a question, which costs nothing. */
  ProviderException toQuestion(Answer answer) {
    ServiceError error = ServiceError.of(answer);
    int status = answer.status();
    Kind kind;
    if (throttled(status, error)) {
      kind = Kind.THROTTLED;
    } else if (status == 401 && reason(status, error.code()) == FailureReason.KEY_REJECTED) {
      kind = Kind.UNAUTHORIZED;
    } else if (status == 401 || status == 402 || status == 403 || status == 408 || status >= 500) {
      kind = Kind.UNAVAILABLE;
    } else {
      kind = Kind.INVALID_RESPONSE;
    }
    return new ProviderException(kind, detail(answer, error, ""), wait(answer, error).orElse(null), null);
  }

  /** Whether the key was accepted, and its owner has not allowed it this; the service answers 401 to that as well. */
  static boolean lacksPermission(Answer answer) {
    return answer.status() == 401 && ServiceError.of(answer).code().equals("missing_permissions");
  }

  private static boolean throttled(int status, ServiceError error) {
    return status == 429 || switch (error.code()) {
      case "rate_limit_exceeded", "concurrent_limit_exceeded", "too_many_concurrent_requests", "system_busy" -> true;
      default -> false;
    };
  }

  private Optional<Duration> wait(Answer answer, ServiceError error) {
    boolean ownRequests = error.code().equals("concurrent_limit_exceeded")
        || error.code().equals("too_many_concurrent_requests");
    return answer.retryAfter(clock).or(() -> ownRequests ? Optional.of(OWN_REQUESTS_END) : Optional.empty());
  }

  private static FailureReason reason(int status, String code) {
    return switch (code) {
      case "quota_exceeded", "insufficient_credits" -> FailureReason.OUT_OF_CREDITS;
      case "invalid_api_key", "missing_api_key" -> FailureReason.KEY_REJECTED;
      case "subscription_required", "feature_not_available" -> FailureReason.PLAN_INSUFFICIENT;
      case "voice_not_found", "voice_access_denied" -> FailureReason.VOICE_REFUSED;
      case "model_not_found", "unsupported_model" -> FailureReason.MODEL_UNAVAILABLE;
      case "bad_prompt", "bad_composition_plan" -> FailureReason.CONTENT_REFUSED;
      case "text_too_long", "max_character_limit_exceeded", "empty_text", "invalid_parameters",
          "invalid_output_format", "bad_request", "malformed_json" ->
        FailureReason.REQUEST_REFUSED;
      default -> code.startsWith("only_for_") ? FailureReason.PLAN_INSUFFICIENT : reason(status);
    };
  }

  private static FailureReason reason(int status) {
    return switch (status) {
      case 401 -> FailureReason.KEY_REJECTED;
      case 402 -> FailureReason.OUT_OF_CREDITS;
      case 403 -> FailureReason.PLAN_INSUFFICIENT;
      case 404 -> FailureReason.MODEL_UNAVAILABLE;
      default -> FailureReason.REQUEST_REFUSED;
    };
  }

  private String detail(Answer answer, ServiceError error, String prompt) {
    String code = words.clean(error.code(), prompt);
    String said = code + error.message().map(message -> (code.isEmpty() ? "" : ": ") + words.clean(message, prompt))
        .orElse("");
    return said.isEmpty() ? answer.toString() : "HTTP " + answer.status() + ": " + said;
  }
}
