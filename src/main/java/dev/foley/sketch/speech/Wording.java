package dev.foley.sketch.speech;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Puts a text into letters, digits and marks of ASCII that FreeTTS can read: symbols become words, other alphabets
 * are transliterated, emoji named. Numbers, money, times and titles are left to FreeTTS.
 *
 * <p>Every pattern is linear in the text: it comes from anybody.
 */
final class Wording {
  private static final Pattern SPACES = Pattern.compile("[ \\t\\f\\x0B\\u00A0]++");
  private static final Pattern LINE_BREAK = Pattern.compile(" ?\\R ?");
  private static final Pattern EMPTY_LINES = Pattern.compile("\\n{3,}+");
  /** Custom emoji of Discord: their name is the word. */
  private static final Pattern NAMED_EMOJI = Pattern.compile("<a?:(\\w{1,40}):\\d{1,20}>");
  private static final Pattern TAG = Pattern.compile("</?[A-Za-z!@#][^<>]{0,80}>");
  private static final Pattern ADDRESS = Pattern.compile("\\bhttps?://(?:www\\.)?([^/\\s?#]{1,80})[^\\s]*+");
  private static final Pattern DOTTED_NAME = Pattern.compile("(?<=[A-Za-z0-9]{2})\\.(?=[A-Za-z]{2})");
  private static final Pattern MARKUP = Pattern.compile("[*_~`|\\\\^{}\\[\\]]+");
  private static final Pattern RANGE = Pattern.compile("(?<=\\d) ?[\u2013\u2014] ?(?=\\d)");
  private static final Pattern BULLET = Pattern.compile("(?:^|\\n)[-+*\u2022] ");
  private static final Pattern DASH = Pattern.compile(" ?[\u2012-\u2015] ?| -+ | ?--+ ?");
  private static final Pattern PRICE = Pattern.compile("([€£¥₹])\\s?(\\d(?:[\\d,.]{0,20}\\d)?)");
  private static final Pattern MIXED_FRACTION = Pattern.compile("(?<=\\d)(?=[\u00BC-\u00BE\u2150-\u215E])");
  private static final Pattern NUMBER_SIGN = Pattern.compile("#(?=\\d)");
  private static final Pattern REPEATED_LETTER = Pattern.compile("([A-HJ-WYZa-z])\\1{2,}+");
  private static final Pattern REPEATED_MARK = Pattern.compile("(?<=([,;:!?])) ?\\1");
  private static final Pattern DOTS = Pattern.compile("\\.{2,}+");
  private static final Pattern LONG_WORD = Pattern.compile("[A-Za-z0-9'/.:-]{29,}+");
  private static final Pattern LONG_NUMBER = Pattern.compile("\\d{10,}+");
  private static final Pattern SPACE_BEFORE_MARK = Pattern.compile(" (?=[,;:!?])");
  private static final Pattern VERSION = Pattern.compile("\\d{1,9}(?:\\.\\d{1,9}){2,}+");
  private static final Pattern UNIT = Pattern.compile("(?<=\\d) ?(kHz|Hz|dB|km/h|km|kg|cm|mm|ms|kB|MB|GB)\\b");
  private static final Pattern HUM = Pattern.compile("\\b[Hh]?[Mm]{2,}+\\b");
  /** The last dot of "etc." also ends a sentence, unless it goes on. */
  private static final Pattern ABBREVIATION = Pattern.compile(
      "\\b(?:(?i:e\\.g\\.|i\\.e\\.|vs\\b\\.?|approx\\b\\.?|no\\.(?=\\s?\\d)|w/o\\b|w/(?=\\s)|[ap]\\.m\\.)"
          + "|etc\\.(?=\\s*[a-z,;])|etc\\b)");
  private static final Map<String, String> ABBREVIATIONS = Map.of("e.g.", "for example", "i.e.", "that is", "etc",
      "et cetera", "vs", "versus", "approx", "approximately", "no", "number", "w/o", "without", "w/", "with", "a.m.",
      "A M", "p.m.", "P M");
  private static final Map<String, String> UNITS = Map.ofEntries(Map.entry("kHz", "kilohertz"),
      Map.entry("Hz", "hertz"),
      Map.entry("dB", "decibels"), Map.entry("km/h", "kilometers an hour"), Map.entry("km", "kilometers"),
      Map.entry("kg", "kilograms"), Map.entry("cm", "centimeters"), Map.entry("mm", "millimeters"),
      Map.entry("ms", "milliseconds"), Map.entry("kB", "kilobytes"), Map.entry("MB", "megabytes"),
      Map.entry("GB", "gigabytes"));
  private static final Map<String, String> COINS = Map.of("€", "euros", "£", "pounds", "¥", "yen", "₹", "rupees");

  private Wording() {}

  static String of(String text) {
    String words = NAMED_EMOJI.matcher(tidy(text)).replaceAll(" $1 ");
    words = TAG.matcher(words).replaceAll(" ");
    words = ADDRESS.matcher(words).replaceAll("$1");
    words = PRICE.matcher(words).replaceAll(price -> " " + price.group(2) + " " + COINS.get(price.group(1)));
    words = RANGE.matcher(words).replaceAll(" to ");
    words = BULLET.matcher(words).replaceAll(", ");
    words = DASH.matcher(words).replaceAll(", ");
    words = MIXED_FRACTION.matcher(words).replaceAll(" ");
    words = latin(words);
    words = MARKUP.matcher(words).replaceAll(" ");
    words = NUMBER_SIGN.matcher(words).replaceAll("number ");
    words = ABBREVIATION.matcher(words).replaceAll(Wording::inFull);
    words = UNIT.matcher(words).replaceAll(unit -> " " + UNITS.get(unit.group(1)));
    words = VERSION.matcher(words).replaceAll(version -> version.group().replace(".", " point "));
    words = HUM.matcher(words).replaceAll("hum");
    words = DOTTED_NAME.matcher(words).replaceAll(" dot ");
    return bounded(tidy(symbols(words)));
  }

  /** Single spaces, none at the ends of lines; at most one empty line. */
  private static String tidy(String text) {
    String lines = LINE_BREAK.matcher(SPACES.matcher(text).replaceAll(" ")).replaceAll("\n");
    return EMPTY_LINES.matcher(lines).replaceAll("\n\n");
  }

  private static String inFull(MatchResult abbreviation) {
    String key = abbreviation.group().toLowerCase(Locale.ROOT);
    String word = ABBREVIATIONS.get(key);
    return word != null ? word : ABBREVIATIONS.getOrDefault(key.substring(0, key.length() - 1), key);
  }

  /** Letters of other alphabets, accents, full-width forms, emoji. */
  private static String latin(String text) {
    StringBuilder out = new StringBuilder(text.length());
    int lastEmoji = -1;
    int[] codePoints = Normalizer.normalize(text, Normalizer.Form.NFKC).codePoints().toArray();
    for (int codePoint : codePoints) {
      if (codePoint < 0x80) {
        out.append((char) codePoint);
        lastEmoji = -1;
      } else if (codePoint != lastEmoji) {
        Transliteration.append(codePoint, out);
        lastEmoji = Character.isEmojiPresentation(codePoint) ? codePoint : lastEmoji;
      }
    }
    return out.toString();
  }

  private static String symbols(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> out.append(" and ");
        case '@' -> out.append(" at ");
        case '%' -> out.append(" percent ");
        case '+' -> out.append(" plus ");
        case '=' -> out.append(" equals ");
        case '<', '>', '#' -> out.append(' ');
        case '\n' -> out.append('\n');
        default -> out.append(c < ' ' || c == 0x7F ? ' ' : c);
      }
    }
    return out.toString();
  }

  /** Nothing that a voice cannot end: laughs, rows of marks, words without a space. */
  private static String bounded(String text) {
    String words = REPEATED_LETTER.matcher(text).replaceAll("$1$1");
    words = DOTS.matcher(words).replaceAll("... ");
    words = SPACE_BEFORE_MARK.matcher(words).replaceAll("");
    words = REPEATED_MARK.matcher(words).replaceAll("");
    words = LONG_NUMBER.matcher(words).replaceAll(number -> spaced(number.group(), 1));
    return LONG_WORD.matcher(words).replaceAll(word -> spaced(word.group(), 24));
  }

  private static String spaced(String text, int every) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length(); i += every) {
      out.append(text, i, Math.min(text.length(), i + every)).append(' ');
    }
    return out.toString();
  }
}
