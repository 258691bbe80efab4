package dev.foley.provider;

/** A service that must not be asked for a sound by what is tested. */
public interface NeverAsked extends AudioProvider {
  @Override
  default SubmitOutcome submit(Submission submission) {
    throw new AssertionError("nothing is to be made");
  }

  @Override
  default PollOutcome poll(ProviderJobId jobId, String correlationId) {
    throw new AssertionError("nothing is to be made");
  }
}
