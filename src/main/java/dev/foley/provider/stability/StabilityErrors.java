package dev.foley.provider.stability;

import dev.foley.provider.Answer;
import dev.foley.provider.FailureReason;
import dev.foley.provider.PollOutcome;
import dev.foley.provider.ProviderException;
import dev.foley.provider.ProviderException.Kind;
import dev.foley.provider.ServiceWords;
import dev.foley.provider.SubmitOutcome;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/** What an answer means that is no success; see the table of {@link StabilityProvider}. */
final class StabilityErrors {
  /** The service documents no {@code Retry-After}, but that it locks out for so long. */
  private static final Duration LOCK_OUT = Duration.ofSeconds(60);

  private final ServiceWords words;
  private final InstantSource clock;

  StabilityErrors(ServiceWords words, InstantSource clock) {
    this.words = words;
    this.clock = clock;
  }

  /** To a submit. */
  SubmitOutcome toSubmit(Answer answer, String prompt) throws ProviderException {
    Optional<FailureReason> reason = reason(answer);
    if (reason.isPresent()) {
      return new SubmitOutcome.Refused(reason.get(), detail(answer, prompt));
    }
    int status = answer.status();
    return switch (status) {
      case 401 -> new SubmitOutcome.Refused(FailureReason.KEY_REJECTED, detail(answer, prompt));
      case 402 -> new SubmitOutcome.Refused(FailureReason.OUT_OF_CREDITS, detail(answer, prompt));
      case 403 -> new SubmitOutcome.Refused(FailureReason.PLAN_INSUFFICIENT, detail(answer, prompt));
      case 404 -> new SubmitOutcome.Refused(FailureReason.MODEL_UNAVAILABLE, detail(answer, prompt));
      case 429 -> throw failed(Kind.THROTTLED, answer, prompt);
      case 503 -> throw failed(Kind.UNAVAILABLE, answer, prompt);
      case 408 -> throw failed(Kind.OUTCOME_UNKNOWN, answer, prompt);
      default -> {
        if (status == 500 && StabilityError.of(answer).isPresent()) {
          yield new SubmitOutcome.Refused(FailureReason.GENERATION_FAILED, detail(answer, prompt));
        }
        if (status >= 400 && status < 500) {
          yield new SubmitOutcome.Refused(FailureReason.REQUEST_REFUSED, detail(answer, prompt));
        }
        throw failed(Kind.OUTCOME_UNKNOWN, answer, prompt);
      }
    };
  }

  /** What the error's name says more precisely than its status. */
  private static Optional<FailureReason> reason(Answer answer) {
    return StabilityError.of(answer).flatMap(error -> switch (error.name()) {
      case "content_moderation", "copyrighted_content" -> Optional.of(FailureReason.CONTENT_REFUSED);
      case "invalid_language" -> Optional.of(FailureReason.LANGUAGE_REFUSED);
      default -> Optional.empty();
    });
  }

  /** To a poll. */
  PollOutcome toPoll(Answer answer) throws ProviderException {
    Optional<FailureReason> reason = reason(answer);
    if (reason.isPresent()) {
      return new PollOutcome.Refused(reason.get(), detail(answer, ""));
    }
    if (answer.status() == 404) {
      return new PollOutcome.Refused(FailureReason.RESULT_MISSING, detail(answer, ""));
    }
    throw toQuestion(answer);
  }

  /** To what can be asked again. */
  ProviderException toQuestion(Answer answer) {
    return failed(answer.failureOfQuestion(), answer, "");
  }

  private ProviderException failed(Kind kind, Answer answer, String prompt) {
    Optional<Duration> wait = answer.retryAfter(clock);
    return new ProviderException(kind, detail(answer, prompt),
        kind == Kind.THROTTLED ? wait.orElse(LOCK_OUT) : wait.orElse(null), null);
  }

  private String detail(Answer answer, String prompt) {
    return StabilityError.of(answer)
        .map(error -> "HTTP " + answer.status() + ": " + words.clean(error.toString(), prompt))
        .orElseGet(answer::toString);
  }
}
