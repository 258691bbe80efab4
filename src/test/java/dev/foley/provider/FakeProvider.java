package dev.foley.provider;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A service in memory, for tests of those who ask one. Unless told otherwise it accepts each submit as {@code job-1},
 * {@code job-2} …, and each poll finds the job finished. What is scripted is played once, in order, before that.
 * Thread-safe.
 */
public final class FakeProvider implements AudioProvider {
  public static final ProviderName NAME = new ProviderName("fake");
  public static final AudioModel MODEL = new AudioModel(new ModelId("fake-audio"), NAME, Set.of(SoundKind.MUSIC),
      new PromptRange(1, 200), Map.of(Parameter.SECONDS, ParameterRange.Numbers.whole(1, 47, 30), Parameter.STEPS,
          ParameterRange.Numbers.whole(2, 1000, 100)),
      Set.of(), List.of(new ResultFormat("wav", 176_400)), BigDecimal.ZERO,
      Optional.of(new Price(CostUnit.USD, new BigDecimal("0.02"), BigDecimal.ZERO, new BigDecimal("0.01"),
          BigDecimal.ZERO)),
      OptionalInt.empty(), true);
  public static final URI RESULT = URI.create("https://cdn.example/result.wav");

  private final List<Submission> submits = new CopyOnWriteArrayList<>();
  private final List<ProviderJobId> polls = new CopyOnWriteArrayList<>();
  private final List<ProviderJobId> cancels = new CopyOnWriteArrayList<>();
  private final AtomicInteger accepted = new AtomicInteger();
  private final Script<SubmitOutcome> submitScript = new Script<>(
      () -> new SubmitOutcome.Accepted(new ProviderJobId("job-" + accepted.incrementAndGet()), Optional.empty()));
  private final Script<PollOutcome> pollScript = new Script<>(
      () -> new PollOutcome.Finished(RESULT, Optional.empty()));
  private final Script<CancelOutcome> cancelScript = new Script<>(() -> CancelOutcome.REQUESTED);
  private final Script<Admission> admitScript = new Script<>(this::granted);
  private final AtomicReference<Runnable> connecting = new AtomicReference<>(() -> {});
  private final AtomicInteger placesTaken = new AtomicInteger();
  private final List<AudioModel> models;
  private volatile boolean cancelling;
  private volatile boolean repeatable;

  public FakeProvider() {
    this(List.of(MODEL));
  }

  public FakeProvider(List<AudioModel> models) {
    this.models = List.copyOf(models);
  }

  @Override
  public ProviderName name() {
    return NAME;
  }

  @Override
  public List<AudioModel> models() {
    return models;
  }

  @Override
  public SubmitOutcome submit(Submission submission) throws ProviderException {
    connecting.getAndSet(() -> {}).run();
    if (!submission.departure().mayLeave()) {
      throw new ProviderException(ProviderException.Kind.UNAVAILABLE, "not wanted any more");
    }
    submits.add(submission);
    return submitScript.next();
  }

  @Override
  public PollOutcome poll(ProviderJobId jobId, String correlationId) throws ProviderException {
    polls.add(jobId);
    return pollScript.next();
  }

  /** Unless scripted otherwise, always. */
  @Override
  public Admission admit(ModelId model) {
    try {
      return admitScript.next();
    } catch (ProviderException e) {
      throw new IllegalStateException(e); // no such step can be scripted
    }
  }

  private Admission granted() {
    placesTaken.incrementAndGet();
    return new Admission.Granted(placesTaken::decrementAndGet);
  }

  public FakeProvider onAdmit(Admission... admissions) {
    for (Admission admission : admissions) {
      admitScript.add(() -> admission);
    }
    return this;
  }

  /** Places that were granted and not given back. */
  public int placesTaken() {
    return placesTaken.get();
  }

  @Override
  public boolean cancels() {
    return cancelling;
  }

  @Override
  public CancelOutcome cancel(ProviderJobId jobId) throws ProviderException {
    cancels.add(jobId);
    return cancelScript.next();
  }

  /** From now on it can stop jobs. Unless scripted otherwise it says that it will, and what polls find is up to the test. */
  public FakeProvider cancelling() {
    cancelling = true;
    return this;
  }

  public FakeProvider onCancel(CancelOutcome... outcomes) {
    for (CancelOutcome outcome : outcomes) {
      cancelScript.add(() -> outcome);
    }
    return this;
  }

  public FakeProvider onCancelFail(ProviderException.Kind kind) {
    cancelScript.addFailure(kind, null);
    return this;
  }

  public FakeProvider onCancelThrottle(Duration retryAfter) {
    cancelScript.addFailure(ProviderException.Kind.THROTTLED, retryAfter);
    return this;
  }

  public FakeProvider onSubmit(SubmitOutcome... outcomes) {
    for (SubmitOutcome outcome : outcomes) {
      submitScript.add(() -> outcome);
    }
    return this;
  }

  public FakeProvider onSubmitFail(ProviderException.Kind kind) {
    submitScript.addFailure(kind, null);
    return this;
  }

  public FakeProvider onSubmitThrottle(Duration retryAfter) {
    submitScript.addFailure(ProviderException.Kind.THROTTLED, retryAfter);
    return this;
  }

  /** Runs the hook before the next submit leaves: to crash there, throw from it. */
  public FakeProvider beforeSubmit(Runnable hook) {
    connecting.set(hook);
    return this;
  }

  @Override
  public boolean repeatable() {
    return repeatable;
  }

  /** From now on submits cost nothing. */
  public FakeProvider free() {
    repeatable = true;
    return this;
  }

  /** Runs the hook within the next submit, which is then answered as usual: to crash there, throw from it. */
  public FakeProvider duringSubmit(Runnable hook) {
    submitScript.add(() -> {
      hook.run();
      return new SubmitOutcome.Accepted(new ProviderJobId("job-" + accepted.incrementAndGet()), Optional.empty());
    });
    return this;
  }

  public FakeProvider onPoll(PollOutcome... outcomes) {
    for (PollOutcome outcome : outcomes) {
      pollScript.add(() -> outcome);
    }
    return this;
  }

  public FakeProvider onPollFail(ProviderException.Kind kind) {
    pollScript.addFailure(kind, null);
    return this;
  }

  public FakeProvider onPollThrottle(Duration retryAfter) {
    pollScript.addFailure(ProviderException.Kind.THROTTLED, retryAfter);
    return this;
  }

  /** Runs the hook within the next poll, which then finds the job finished. */
  public FakeProvider duringPoll(Runnable hook) {
    pollScript.add(() -> {
      hook.run();
      return new PollOutcome.Finished(RESULT, Optional.empty());
    });
    return this;
  }

  /** Every submit, in order, failed ones too. */
  public List<Submission> submits() {
    return List.copyOf(submits);
  }

  /** Every poll, in order, failed ones too. */
  public List<ProviderJobId> polls() {
    return List.copyOf(polls);
  }

  /** Every job that was to be stopped, in order, as often as it was said. */
  public List<ProviderJobId> cancelled() {
    return List.copyOf(cancels);
  }
}
