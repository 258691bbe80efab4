package dev.foley.provider;

import dev.foley.provider.ProviderException.Kind;
import java.time.Duration;
import java.util.Optional;

/** The fake keeps the same promises as the adapters, so what passes with it is worth something. */
class FakeProviderTest extends JobProviderContract {
  private final FakeProvider fake = new FakeProvider();

  @Override
  protected AudioProvider provider() {
    return fake;
  }

  @Override
  protected void next(OnSubmit answer) {
    switch (answer) {
      case ACCEPT -> fake.onSubmit(new SubmitOutcome.Accepted(new ProviderJobId("job"), Optional.empty()));
      case REFUSE -> fake.onSubmit(new SubmitOutcome.Refused(FailureReason.REQUEST_REFUSED, "scripted"));
      case THROTTLE -> fake.onSubmitThrottle(Duration.ofSeconds(2));
      case UNAVAILABLE -> fake.onSubmitFail(Kind.UNAVAILABLE);
      case OUTCOME_UNKNOWN -> fake.onSubmitFail(Kind.OUTCOME_UNKNOWN);
    }
  }

  @Override
  protected void next(OnPoll answer) {
    switch (answer) {
      case RUNNING -> fake.onPoll(new PollOutcome.Running(Progress.GENERATING));
      case FINISHED -> fake.onPoll(new PollOutcome.Finished(FakeProvider.RESULT, Optional.empty()));
      case FAILED -> fake.onPoll(new PollOutcome.Refused(FailureReason.GENERATION_FAILED, "scripted"));
      case THROTTLE -> fake.onPollThrottle(Duration.ofSeconds(2));
      case UNAVAILABLE -> fake.onPollFail(Kind.UNAVAILABLE);
    }
  }

  @Override
  protected int submits() {
    return fake.submits().size();
  }

  @Override
  protected int polls() {
    return fake.polls().size();
  }
}
