package dev.foley.discord.text;

import dev.foley.audio.AudioContent;
import dev.foley.audio.PcmFormat;
import dev.foley.provider.AudioArtifact;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Length, format and size of a sound, in words. Sizes are counted as Discord's own player shows them: a KB has 1,024 bytes. */
public final class AudioFacts {
  private static final long KILOBYTE = 1 << 10;
  private static final long MEGABYTE = 1 << 20;

  private AudioFacts() {}

  /** One line, such as {@code 12.0 s · 44.1 kHz stereo 16-bit WAV · 2.0 MB}. */
  public static String line(Locale locale, AudioArtifact audio) {
    List<String> facts = new ArrayList<>();
    switch (audio.content()) {
      case AudioContent.Wav wav -> {
        facts.add(length(locale, wav.duration()));
        facts.add(format(locale, wav.format()));
      }
      case AudioContent.Compressed(var container, var duration) -> {
        duration.ifPresent(known -> facts.add(length(locale, known)));
        facts.add(container.name());
      }
    }
    facts.add(size(locale, audio.sizeBytes()));
    return String.join(" · ", facts);
  }

  private static String length(Locale locale, Duration duration) {
    return Messages.of(locale, Text.SECONDS, decimal(locale, BigDecimal.valueOf(duration.toMillis(), 3), 1, 1));
  }

  public static String size(Locale locale, long bytes) {
    boolean large = bytes >= MEGABYTE;
    BigDecimal number = BigDecimal.valueOf(bytes).divide(BigDecimal.valueOf(large ? MEGABYTE : KILOBYTE));
    return Messages.of(locale, large ? Text.MEGABYTES : Text.KILOBYTES, decimal(locale, number, 1, 1));
  }

  /** For what is an estimate, or a limit: {@code 32 MB}, {@code 1.5 MB}. */
  public static String roundSize(Locale locale, long bytes) {
    BigDecimal megabytes = BigDecimal.valueOf(bytes).divide(BigDecimal.valueOf(MEGABYTE));
    boolean large = megabytes.compareTo(BigDecimal.TEN) >= 0;
    return bytes < MEGABYTE
        ? size(locale, bytes)
        : Messages.of(locale, Text.MEGABYTES, decimal(locale, megabytes, 0, large ? 0 : 1));
  }

  /** Time that passed, such as {@code 54 s} or {@code 2 min 5 s}; never negative, since clocks differ. */
  public static String elapsed(Locale locale, Duration duration) {
    long seconds = Math.max(0, duration.toSeconds());
    return seconds < 120
        ? Messages.of(locale, Text.ELAPSED_SECONDS, seconds)
        : Messages.of(locale, Text.ELAPSED_MINUTES, seconds / 60, seconds % 60);
  }

  private static String format(Locale locale, PcmFormat format) {
    String kilohertz = decimal(locale, BigDecimal.valueOf(format.sampleRate(), 3), 0, 3);
    String channels = switch (format.channelCount()) {
      case 1 -> Messages.of(locale, Text.MONO);
      case 2 -> Messages.of(locale, Text.STEREO);
      default -> Messages.of(locale, Text.CHANNELS, format.channelCount());
    };
    Text pattern = format.encoding() == PcmFormat.Encoding.FLOAT ? Text.PCM_FLOAT : Text.PCM;
    return Messages.of(locale, pattern, kilohertz, channels, format.bitDepth(), "WAV");
  }

  private static String decimal(Locale locale, BigDecimal number, int minDigits, int maxDigits) {
    NumberFormat format = NumberFormat.getNumberInstance(locale);
    format.setMinimumFractionDigits(minDigits);
    format.setMaximumFractionDigits(maxDigits);
    format.setRoundingMode(RoundingMode.HALF_UP);
    return format.format(number);
  }
}
