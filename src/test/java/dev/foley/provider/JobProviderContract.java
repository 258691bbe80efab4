package dev.foley.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foley.provider.ProviderException.Kind;
import org.junit.jupiter.api.Test;

/** What every {@link AudioProvider} promises, of those whose service takes a job that is asked about. */
public abstract class JobProviderContract extends RemoteProviderContract {
  private static final ProviderJobId JOB = new ProviderJobId("uuid-1:model/one");

  /** How the service answers the next poll. */
  protected enum OnPoll {
    RUNNING, FINISHED, FAILED, THROTTLE, UNAVAILABLE
  }

  protected abstract void next(OnPoll answer);

  protected abstract int polls();

  /** The job that is asked about. */
  protected ProviderJobId job() {
    return JOB;
  }

  /** What the answer about a finished job is: an address for most services. */
  protected Class<? extends PollOutcome> end() {
    return PollOutcome.Finished.class;
  }

  @Test
  void aPollTellsARunningJobFromAFinishedOne() throws ProviderException {
    next(OnPoll.RUNNING);
    next(OnPoll.FINISHED);

    assertThat(provider().poll(job(), CORRELATION)).isInstanceOf(PollOutcome.Running.class);
    assertThat(provider().poll(job(), CORRELATION)).isInstanceOf(end());
    assertThat(polls()).isEqualTo(2);
  }

  @Test
  void aPollOfAFailedJobSaysWhy() throws ProviderException {
    next(OnPoll.FAILED);

    assertThat(provider().poll(job(), CORRELATION)).isInstanceOfSatisfying(PollOutcome.Refused.class, refused -> {
      assertThat(refused.detail()).isNotBlank();
      assertSecretsKept(refused.toString());
    });
  }

  @Test
  void aPollThatFailsIsLeftToTheCaller() {
    next(OnPoll.UNAVAILABLE);
    next(OnPoll.THROTTLE);

    failure(Kind.UNAVAILABLE, () -> provider().poll(job(), CORRELATION));
    assertThat(failure(Kind.THROTTLED, () -> provider().poll(job(), CORRELATION)).retryAfter()).isPresent();
    assertThat(polls()).isEqualTo(2);
  }
}
