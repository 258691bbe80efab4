package dev.foley.discord.look;

import dev.foley.audio.AudioMeasurement;
import dev.foley.discord.text.AudioFacts;
import dev.foley.discord.text.Messages;
import dev.foley.generation.Generation;
import dev.foley.generation.GenerationState;
import dev.foley.provider.AudioArtifact;
import dev.foley.provider.FailureReason;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;

/** What became of each take, in words. Pure. */
final class SoundWords {
  private SoundWords() {}

  /** Length, format, size and loudness of what was delivered; else how far it is, or why there is none. */
  static String of(Locale locale, Generation take) {
    String number = take.takes().count() == 1 ? "" : "**" + take.takes().number() + "** · ";
    return number + audio(take).map(audio -> AudioFacts.line(locale, audio) + audio.measurement()
        .map(measured -> "\n" + loudness(locale, measured)).orElse("")).orElseGet(() -> end(locale, take));
  }

  /** Also of what is about to be delivered. */
  private static Optional<AudioArtifact> audio(Generation take) {
    return take.state() instanceof GenerationState.Ready ready
        ? Optional.of(ready.audio())
        : RequestWords.audio(take);
  }

  private static String end(Locale locale, Generation take) {
    return take.state() instanceof GenerationState.Failed(FailureReason reason, _)
        ? Messages.of(locale, reason) + " " + Messages.of(locale, reason.charge())
        : Messages.of(locale, Stage.of(take.state()).word());
  }

  private static String loudness(Locale locale, AudioMeasurement measured) {
    if (measured.silent()) {
      return Messages.of(locale, LookText.SILENT);
    }
    return Messages.of(locale, LookText.LOUDNESS, decibels(locale, measured.peakDbfs()),
        decibels(locale, measured.rmsDbfs())) + " "
        + Messages.of(locale, LookText.CLIPPED, measured.clippedRuns());
  }

  private static String decibels(Locale locale, double dbfs) {
    return RequestWords.number(locale, BigDecimal.valueOf(dbfs)).replace('-', '−');
  }
}
