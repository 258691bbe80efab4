package dev.foley.generation;

import dev.foley.audio.AudioContent;
import dev.foley.audio.AudioMeasurement;
import dev.foley.provider.AudioArtifact;
import dev.foley.provider.AudioModel;
import dev.foley.provider.AudioRequest;
import dev.foley.provider.Parameter;
import dev.foley.provider.ParameterRange;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Whether a sound is what was asked for, by what its samples and its length say. Pure: the same row has the same flaws at any time.
 * What was not measured has none.
 */
public final class Judgement {
  private static final BigDecimal TOLERANCE = new BigDecimal("0.1");
  /** Encoders pad what they make by some hundredths of a second, which is much of a very short effect. */
  private static final Duration LEAST_TOLERANCE = Duration.ofMillis(100);

  private Judgement() {}

  /** Whether there is nothing to be heard, which is no result at all. */
  public static boolean isSilent(AudioArtifact audio) {
    return audio.measurement().filter(AudioMeasurement::silent).isPresent();
  }

  /** What is wrong with a sound that is delivered; empty if nothing is known to be. */
  public static Set<Flaw> flaws(AudioModel model, AudioRequest request, AudioArtifact audio) {
    Set<Flaw> flaws = EnumSet.noneOf(Flaw.class);
    if (audio.measurement().filter(AudioMeasurement::clipped).isPresent()) {
      flaws.add(Flaw.CLIPPED);
    }
    if (isPromised(model, request) && duration(audio).filter(real -> isOff(real, model.seconds(request))).isPresent()) {
      flaws.add(Flaw.LENGTH_OFF);
    }
    return Collections.unmodifiableSet(flaws);
  }

  /**
   * Whether anybody said how long it would be: the member, the model by its default, or the model because all that it makes has one
   * length. A song whose words can be given is as long as they are.
   */
  private static boolean isPromised(AudioModel model, AudioRequest request) {
    Optional<ParameterRange> seconds = model.range(Parameter.SECONDS);
    if (request.number(Parameter.SECONDS).isPresent()) {
      return true;
    }
    return seconds.isPresent()
        ? seconds.get() instanceof ParameterRange.Numbers numbers && numbers.defaultValue().isPresent()
        : model.usualSeconds().signum() > 0 && model.range(Parameter.LYRICS).isEmpty();
  }

  private static boolean isOff(Duration real, BigDecimal seconds) {
    Duration asked = Duration.ofMillis(seconds.movePointRight(3).longValue());
    Duration tenth = Duration.ofMillis(seconds.multiply(TOLERANCE).movePointRight(3).longValue());
    Duration off = real.minus(asked).abs();
    return off.compareTo(tenth.compareTo(LEAST_TOLERANCE) < 0 ? LEAST_TOLERANCE : tenth) > 0;
  }

  private static Optional<Duration> duration(AudioArtifact audio) {
    return switch (audio.content()) {
      case AudioContent.Wav wav -> Optional.of(wav.duration());
      case AudioContent.Compressed compressed -> compressed.duration();
    };
  }
}
