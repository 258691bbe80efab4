package dev.foley.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foley.provider.ProviderException.Kind;
import org.junit.jupiter.api.Test;

/** What every {@link AudioProvider} promises, of those that are asked over a network. */
public abstract class RemoteProviderContract extends AudioProviderContract {
  @Test
  void aThrottledSubmitIsLeftToTheCaller() {
    next(OnSubmit.THROTTLE);

    assertThat(failure(Kind.THROTTLED, this::submit).retryAfter())
        .hasValueSatisfying(wait -> assertThat(wait).isPositive());
    assertThat(submits()).isEqualTo(1);
  }

  @Test
  void aSubmitWithoutAnswerIsAnUnknownOutcomeAndNeverRepeated() {
    next(OnSubmit.OUTCOME_UNKNOWN);

    failure(Kind.OUTCOME_UNKNOWN, this::submit);
    assertThat(submits()).isEqualTo(1);
  }

  @Test
  void aSubmitAfterAFailedOneIsASubmitOfItsOwn() throws ProviderException {
    next(OnSubmit.OUTCOME_UNKNOWN);
    next(OnSubmit.ACCEPT);

    failure(Kind.OUTCOME_UNKNOWN, this::submit);
    assertThat(submit()).isInstanceOf(acceptance());
    assertThat(submits()).isEqualTo(2);
  }

  @Test
  void aSubmitThatMayNotLeaveIsNotSent() {
    failure(Kind.UNAVAILABLE, () -> provider().submit(new Submission(request(), CORRELATION, 42, () -> false)));

    assertThat(submits()).isZero();
  }
}
