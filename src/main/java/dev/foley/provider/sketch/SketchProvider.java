package dev.foley.provider.sketch;

import dev.foley.audio.PcmClip;
import dev.foley.audio.WavWriter;
import dev.foley.provider.AudioModel;
import dev.foley.provider.AudioProvider;
import dev.foley.provider.AudioRequest;
import dev.foley.provider.DeclaredModels;
import dev.foley.provider.FailureReason;
import dev.foley.provider.ModelDeclaration;
import dev.foley.provider.Parameter;
import dev.foley.provider.PollOutcome;
import dev.foley.provider.ProviderException;
import dev.foley.provider.ProviderException.Kind;
import dev.foley.provider.ProviderJobId;
import dev.foley.provider.ProviderName;
import dev.foley.provider.Spool;
import dev.foley.provider.SpoolException;
import dev.foley.provider.SpoolFile;
import dev.foley.provider.Submission;
import dev.foley.provider.SubmitOutcome;
import dev.foley.provider.Voice;
import dev.foley.sketch.EffectSketch;
import dev.foley.sketch.MusicSketch;
import dev.foley.sketch.speech.SketchVoice;
import dev.foley.sketch.speech.SpeechSketch;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * The offline synthesiser behind the interface of a service: answers at once, costs nothing, and is never down. It renders on the
 * caller's thread and holds one clip in memory meanwhile, so how many do so at once should be limited by who calls it.
 * Thread-safe.
 */
public final class SketchProvider implements AudioProvider {
  public static final ProviderName NAME = new ProviderName("sketch");

  /** Seeds are 32 bits without sign, as other services have them, so that a member can write one down. */
  private static final long SEEDS = 1L << 32;
  private static final Duration USUAL_MUSIC = Duration.ofSeconds(12);

  private final DeclaredModels models;
  private final Spool spool;
  private final RandomGenerator random;
  private final MusicSketch music = new MusicSketch();
  private final EffectSketch effects = new EffectSketch();
  private final SpeechSketch speech = new SpeechSketch();

  /**
   * @param declarations of this service's models; others are passed over
   * @param random draws a seed where the member sets none; thread-safe
   */
  public SketchProvider(List<ModelDeclaration> declarations, Spool spool, RandomGenerator random) {
    this.models = new DeclaredModels(NAME, declarations);
    this.spool = spool;
    this.random = random;
  }

  @Override
  public ProviderName name() {
    return NAME;
  }

  @Override
  public List<AudioModel> models() {
    return models.models();
  }

  @Override
  public List<Voice> voices() {
    return speech.voices().stream().map(voice -> new Voice(voice.id(), voice.name(), voice.description())).toList();
  }

  @Override
  public SubmitOutcome submit(Submission submission) throws ProviderException {
    AudioRequest request = submission.request();
    String voice = voice(request);
    if (speech.voices().stream().map(SketchVoice::id).noneMatch(voice::equals)) {
      return new SubmitOutcome.Refused(FailureReason.VOICE_REFUSED, "no such voice");
    }
    if (!submission.departure().mayLeave()) {
      throw new ProviderException(Kind.UNAVAILABLE, "not wanted any more");
    }
    submission.departure().left();
    try (SpoolFile file = spool.begin(submission.correlationId(), Optional.empty())) {
      WavWriter.write(render(request, voice), file.output());
      return SubmitOutcome.of(file.finish(Optional.empty()), Optional.empty());
    } catch (SpoolException e) {
      // Unlike with a service, trying again costs nothing.
      throw new ProviderException(Kind.UNAVAILABLE, String.valueOf(e.getMessage()), e);
    } catch (IOException e) {
      return new SubmitOutcome.Refused(FailureReason.RESULT_TOO_LARGE, String.valueOf(e.getMessage()));
    }
  }

  @Override
  public boolean repeatable() {
    return true;
  }

  private PcmClip render(AudioRequest request, String voice) {
    long seed = request.number(Parameter.SEED).map(BigDecimal::longValue).orElseGet(() -> random.nextLong(SEEDS));
    Optional<Duration> length = request.number(Parameter.SECONDS)
        .map(seconds -> Duration.ofMillis(seconds.movePointRight(3).longValue()));
    return switch (request.kind()) {
      case MUSIC -> music.render(request.prompt(), length.orElse(USUAL_MUSIC), seed);
      case SOUND -> effects.render(request.prompt(),
          length.orElseGet(() -> EffectSketch.usualLength(request.prompt())), request.flag(Parameter.LOOP), seed);
      case SPEECH -> speech.render(request.prompt(), voice,
          request.number(Parameter.SPEED).map(BigDecimal::doubleValue).orElse(1.0), seed);
    };
  }

  private String voice(AudioRequest request) {
    return request.text(Parameter.VOICE).orElseGet(() -> speech.voices().getFirst().id());
  }

  /** Nothing is ever pending here. */
  @Override
  public PollOutcome poll(ProviderJobId jobId, String correlationId) {
    return new PollOutcome.Refused(FailureReason.RESULT_MISSING, "the synthesiser has no jobs");
  }
}
