package dev.foley.provider.sketch;

import dev.foley.provider.AudioModel;
import dev.foley.provider.AudioProvider;
import dev.foley.provider.AudioProviderContract;
import dev.foley.provider.AudioRequest;
import dev.foley.provider.ModelFile;
import dev.foley.provider.Parameter;
import dev.foley.provider.ParameterValue;
import dev.foley.provider.PollOutcome;
import dev.foley.provider.ProviderException;
import dev.foley.provider.ProviderJobId;
import dev.foley.provider.ProviderName;
import dev.foley.provider.SoundKind;
import dev.foley.provider.Spool;
import dev.foley.provider.Submission;
import dev.foley.provider.SubmitOutcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;

/** It has no network that could throttle, cut off or lose anything. */
class SketchContractTest extends AudioProviderContract {
  @TempDir
  private Path directory;
  private final Counted provider = new Counted();
  private Map<Parameter, ParameterValue> parameters = Map.of();
  private boolean diskIsGone;

  /** The synthesiser, and how often it was asked. */
  private final class Counted implements AudioProvider {
    private int submits;

    private SketchProvider synthesiser() {
      return new SketchProvider(ModelFile.builtIn(), new Spool(directory.resolve("spool"), 20 << 20), new Random(1));
    }

    @Override
    public ProviderName name() {
      return synthesiser().name();
    }

    @Override
    public List<AudioModel> models() {
      return synthesiser().models();
    }

    @Override
    public SubmitOutcome submit(Submission submission) throws ProviderException {
      submits++;
      SketchProvider synthesiser = synthesiser();
      if (diskIsGone) {
        removeSpool();
      }
      return synthesiser.submit(submission);
    }

    @Override
    public PollOutcome poll(ProviderJobId jobId, String correlationId) {
      return synthesiser().poll(jobId, correlationId);
    }
  }

  private void removeSpool() {
    try {
      Files.delete(directory.resolve("spool"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  protected AudioProvider provider() {
    return provider;
  }

  @Override
  protected AudioModel model() {
    return provider.models().stream().filter(model -> model.kinds().contains(SoundKind.SPEECH)).findFirst()
        .orElseThrow();
  }

  @Override
  protected AudioRequest request() {
    return new AudioRequest(model().id(), SoundKind.SPEECH, PROMPT, parameters);
  }

  @Override
  protected Class<? extends SubmitOutcome> acceptance() {
    return SubmitOutcome.Answered.class;
  }

  @Override
  protected void next(OnSubmit answer) {
    switch (answer) {
      case ACCEPT -> {
      }
      case REFUSE -> parameters = Map.of(Parameter.VOICE, ParameterValue.of("nobody"));
      case UNAVAILABLE -> diskIsGone = true;
      case THROTTLE, OUTCOME_UNKNOWN -> throw new IllegalArgumentException("a synthesiser never does " + answer);
    }
  }

  @Override
  protected int submits() {
    return provider.submits;
  }
}
