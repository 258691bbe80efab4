package dev.foley.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.foley.provider.ProviderException.Kind;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/**
 * What every {@link AudioProvider} promises, whatever its service is like. An adapter's test extends this and says
 * how its service is brought to answer so; one that is asked over a network extends {@link RemoteProviderContract}.
 */
public abstract class AudioProviderContract {
  /** How the service takes the next submit. */
  protected enum OnSubmit {
    ACCEPT, REFUSE, THROTTLE, UNAVAILABLE, OUTCOME_UNKNOWN
  }

  protected abstract AudioProvider provider();

  protected abstract void next(OnSubmit answer);

  /** Submits that reached the service, or tried to. */
  protected abstract int submits();

  /** What must never be seen in an exception or a {@code toString}. */
  protected List<String> secrets() {
    return List.of();
  }

  /** The model that is asked. */
  protected AudioModel model() {
    return provider().models().getFirst();
  }

  /** What an accepted submit is: a job for most services. */
  protected Class<? extends SubmitOutcome> acceptance() {
    return SubmitOutcome.Accepted.class;
  }

  protected static final String PROMPT = "a prompt that nobody else may read";
  protected static final String CORRELATION = "0ABCDEFGHJKMN";

  /** What is asked for. */
  protected AudioRequest request() {
    return new AudioRequest(model().id(), kind(model()), PROMPT, Map.of());
  }

  private static SoundKind kind(AudioModel model) {
    return model.kinds().iterator().next();
  }

  protected final SubmitOutcome submit() throws ProviderException {
    return provider().submit(new Submission(request(), CORRELATION, 42));
  }

  protected final ProviderException failure(Kind kind, ThrowingCallable call) {
    ProviderException[] caught = new ProviderException[1];
    assertThatExceptionOfType(ProviderException.class).isThrownBy(call).satisfies(e -> {
      assertThat(e.kind()).isEqualTo(kind);
      assertSecretsKept(stackTrace(e));
      caught[0] = e;
    });
    return caught[0];
  }

  protected final void assertSecretsKept(String text) {
    assertThat(text).doesNotContain(PROMPT);
    secrets().forEach(secret -> assertThat(text).doesNotContain(secret));
  }

  private static String stackTrace(Throwable e) {
    StringWriter text = new StringWriter();
    e.printStackTrace(new PrintWriter(text));
    return text.toString();
  }

  @Test
  void everyModelIsItsOwnAndAcceptsItsDefaults() {
    assertThat(provider().models()).isNotEmpty().allSatisfy(model -> {
      assertThat(model.provider()).isEqualTo(provider().name());
      AudioRequest request = new AudioRequest(model.id(), kind(model), PROMPT, Map.of());
      assertThat(model.check(request).stream().filter(problem -> !(problem instanceof RequestProblem.Missing)))
          .isEmpty();
      assertThat(model.sizeBytes(request)).isPositive();
    });
  }

  @Test
  void anAcceptedSubmitIsSentOnce() throws ProviderException {
    next(OnSubmit.ACCEPT);

    assertThat(submit()).isInstanceOf(acceptance());
    assertThat(submits()).isEqualTo(1);
  }

  @Test
  void aRefusedSubmitSaysWhyAndIsNotRepeated() throws ProviderException {
    next(OnSubmit.REFUSE);

    assertThat(submit()).isInstanceOfSatisfying(SubmitOutcome.Refused.class, refused -> {
      assertThat(refused.reason().charge()).isEqualTo(FailureReason.Charge.NONE);
      assertThat(refused.detail()).isNotBlank();
      assertSecretsKept(refused.toString());
    });
    assertThat(submits()).isEqualTo(1);
  }

  @Test
  void anUnavailableServiceIsLeftToTheCaller() {
    next(OnSubmit.UNAVAILABLE);

    failure(Kind.UNAVAILABLE, this::submit);
    assertThat(submits()).isEqualTo(1);
  }

  @Test
  void nothingPrintsASecret() {
    assertSecretsKept(provider().toString());
    assertSecretsKept(request().toString());
  }
}
