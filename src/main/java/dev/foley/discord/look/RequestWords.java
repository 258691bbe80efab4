package dev.foley.discord.look;

import dev.foley.audio.AudioContent;
import dev.foley.discord.text.Messages;
import dev.foley.discord.text.SafeText;
import dev.foley.discord.text.Text;
import dev.foley.generation.Generation;
import dev.foley.generation.GenerationState;
import dev.foley.provider.AudioArtifact;
import dev.foley.provider.Parameter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** What lists say of a request. Pure. */
final class RequestWords {
  private RequestWords() {}

  /** Such as {@code Music}, {@code Music · 3 takes}. */
  static String title(Locale locale, Generation generation) {
    String title = Messages.title(locale, generation.request().kind());
    int takes = generation.takes().count();
    return takes == 1 ? title : Messages.of(locale, Text.RESULT_TAKES, title, takes);
  }

  static String quoted(Generation generation, int maxCodePoints) {
    return "“" + SafeText.shown(generation.request().prompt(), maxCodePoints) + "”";
  }

  /** What was delivered, as far as it is known. */
  static Optional<AudioArtifact> audio(Generation generation) {
    return generation.state() instanceof GenerationState.Delivered delivered ? delivered.audio() : Optional.empty();
  }

  /** How long the sound is, else how long it was to be. */
  static Optional<String> length(Locale locale, Generation generation) {
    return audio(generation).flatMap(audio -> duration(audio.content()))
        .map(duration -> BigDecimal.valueOf(duration.toMillis(), 3))
        .or(() -> generation.request().number(Parameter.SECONDS)).map(seconds -> seconds(locale, seconds));
  }

  static String seconds(Locale locale, BigDecimal seconds) {
    return Messages.of(locale, Text.SECONDS, number(locale, seconds));
  }

  static Optional<Duration> duration(AudioContent content) {
    return switch (content) {
      case AudioContent.Wav wav -> Optional.of(wav.duration());
      case AudioContent.Compressed(_, var duration) -> duration;
    };
  }

  /** With one decimal at most. */
  static String number(Locale locale, BigDecimal number) {
    NumberFormat format = NumberFormat.getNumberInstance(locale);
    format.setMaximumFractionDigits(1);
    format.setRoundingMode(RoundingMode.HALF_UP);
    return format.format(number);
  }
}
