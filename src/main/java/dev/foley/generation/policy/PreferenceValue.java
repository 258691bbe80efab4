package dev.foley.generation.policy;

import dev.foley.generation.ChannelId;
import dev.foley.provider.ModelId;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a {@link Preference} is set to. Bounds are checked when it is made, so also when it is read back from the store. */
public sealed interface PreferenceValue {
  /** As it is stored. {@link Preference#read} makes the same value of it. */
  String text();

  /** A model by its id; whether there is such a one is not known here. */
  record Model(ModelId id) implements PreferenceValue {
    @Override
    public String text() {
      return id.value();
    }
  }

  /** Some of a server's channels, in the order in which they were named. */
  record Channels(List<ChannelId> ids) implements PreferenceValue {
    public static final int MOST = 50;

    public Channels {
      ids = some(ids, MOST);
    }

    static Channels read(String text) {
      return new Channels(snowflakes(text).stream().map(ChannelId::new).toList());
    }

    @Override
    public String text() {
      return ids.stream().map(ChannelId::toString).collect(Collectors.joining(" "));
    }
  }

  /** Some of a server's roles, in the order in which they were named. */
  record Roles(List<Long> ids) implements PreferenceValue {
    public static final int MOST = 50;

    public Roles {
      ids = some(ids, MOST);
    }

    @Override
    public String text() {
      return ids.stream().map(Long::toUnsignedString).collect(Collectors.joining(" "));
    }
  }

  /** Words, or several that stand together; one line each, in lower case. */
  record Words(List<String> words) implements PreferenceValue {
    public static final int MOST = 100;
    /** Of a word, in UTF-16 units, as Discord counts them. */
    public static final int LONGEST = 50;

    public Words {
      words = some(words, MOST);
      if (words.stream().anyMatch(word -> word.isBlank() || word.length() > LONGEST || word.contains("\n"))) {
        throw new IllegalArgumentException("a word is empty, has several lines or is longer than " + LONGEST);
      }
    }

    @Override
    public String text() {
      return String.join("\n", words);
    }
  }

  /** An amount of money, to a hundredth of a credit. */
  record Credits(BigDecimal amount) implements PreferenceValue {
    public static final int MOST = 10_000_000;

    public Credits {
      if (amount.signum() < 0 || amount.compareTo(BigDecimal.valueOf(MOST)) > 0) {
        throw new IllegalArgumentException("credits have to be between 0 and " + MOST);
      }
      amount = amount.setScale(2, RoundingMode.HALF_UP).stripTrailingZeros();
    }

    @Override
    public String text() {
      return amount.toPlainString();
    }
  }

  /** How many at most. */
  record Count(int most) implements PreferenceValue {
    public static final int MOST = 1_000;

    public Count {
      if (most < 1 || most > MOST) {
        throw new IllegalArgumentException("a count has to be between 1 and " + MOST);
      }
    }

    @Override
    public String text() {
      return Integer.toString(most);
    }
  }

  /** A time to wait, in whole seconds. */
  record Pause(Duration duration) implements PreferenceValue {
    public static final Duration LONGEST = Duration.ofDays(1);

    public Pause {
      if (duration.isNegative() || duration.compareTo(LONGEST) > 0
          || !duration.equals(duration.truncatedTo(ChronoUnit.SECONDS))) {
        throw new IllegalArgumentException("a pause has to be between 0 and " + LONGEST.toSeconds() + " seconds");
      }
    }

    @Override
    public String text() {
      return Long.toString(duration.toSeconds());
    }
  }

  /** One of the languages that there are texts in; empty for that of whoever asks. */
  record Language(Optional<Locale> locale) implements PreferenceValue {
    public static final List<Locale> KNOWN = List.of(Locale.ENGLISH, Locale.GERMAN, Locale.FRENCH, Locale.of("es"),
        Locale.JAPANESE);
    public static final String EVERYBODYS_OWN = "own";

    public Language {
      if (locale.isPresent() && !KNOWN.contains(locale.get())) {
        throw new IllegalArgumentException("there are no texts in " + locale.get().toLanguageTag());
      }
    }

    static Language read(String text) {
      return new Language(
          text.equals(EVERYBODYS_OWN) ? Optional.empty() : Optional.of(Locale.forLanguageTag(text)));
    }

    @Override
    public String text() {
      return locale.map(Locale::toLanguageTag).orElse(EVERYBODYS_OWN);
    }
  }

  /** Yes or no. */
  record Switch(boolean on) implements PreferenceValue {
    static Switch read(String text) {
      return switch (text) {
        case "true" -> new Switch(true);
        case "false" -> new Switch(false);
        default -> throw new IllegalArgumentException("a switch is true or false");
      };
    }

    @Override
    public String text() {
      return Boolean.toString(on);
    }
  }

  /** Ids with a space between. */
  static List<Long> snowflakes(String text) {
    return Arrays.stream(text.split(" ")).map(Long::parseUnsignedLong).toList();
  }

  private static <T> List<T> some(List<T> items, int most) {
    List<T> distinct = items.stream().distinct().toList();
    if (distinct.isEmpty() || distinct.size() > most) {
      throw new IllegalArgumentException("a list has 1 to " + most + " items");
    }
    return distinct;
  }
}
