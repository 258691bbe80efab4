package dev.foley.discord.settings;

import dev.foley.discord.text.SafeText;
import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds a server's blocked words in what a member wrote: as whole words, whatever their case, in whichever of Unicode's forms (full
 * width, ligatures, mathematical letters), and with characters between that nobody sees. Pure.
 */
final class BlockedWords {
  private BlockedWords() {}

  /** As a word is kept and shown: one line of what can be seen, in lower case and the plainest form. */
  static String normal(String text) {
    return Normalizer.normalize(SafeText.plain(text), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT).strip();
  }

  /** The first of the words, in their order, that stands in the text. */
  static Optional<String> first(Collection<String> words, String text) {
    String folded = folded(text);
    return words.stream().filter(word -> contains(folded, folded(word))).findFirst();
  }

  /** By way of capitals, which are the same for letters that differ when small: ß and ss, the Turkish i, the Greek sigmas. */
  private static String folded(String text) {
    return normal(text).toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
  }

  private static boolean contains(String text, String word) {
    if (word.isEmpty()) {
      return false;
    }
    for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
      int end = at + word.length();
      boolean begins = at == 0 || !joined(text.codePointBefore(at), word.codePointAt(0));
      boolean ends = end == text.length() || !joined(word.codePointBefore(word.length()), text.codePointAt(end));
      if (begins && ends) {
        return true;
      }
    }
    return false;
  }

  /** Whether two characters beside each other belong to one word. In scripts without spaces nothing tells, so there they do not. */
  private static boolean joined(int left, int right) {
    return Character.isLetterOrDigit(left) && Character.isLetterOrDigit(right) && hasSpaces(left) && hasSpaces(right);
  }

  private static boolean hasSpaces(int character) {
    return switch (UnicodeScript.of(character)) {
      case HAN, HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR -> false;
      default -> true;
    };
  }
}
