package dev.foley.sketch;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Phrases that mean something, and how to find them in a text. Immutable.
 *
 * @param <M> what a phrase can mean; one phrase may have several meanings
 */
final class Phrasebook<M> {
  private final Map<Character, List<Entry<M>>> entriesByFirst = new HashMap<>();

  Phrasebook(List<Entry<M>> entries) {
    for (Entry<M> entry : entries) {
      String key = normalise(entry.phrase().strip());
      entriesByFirst.computeIfAbsent(key.charAt(0), first -> new ArrayList<>())
          .add(new Entry<>(key, entry.meaning()));
    }
    entriesByFirst.values()
        .forEach(list -> list.sort(Comparator.comparingInt((Entry<M> e) -> e.phrase().length()).reversed()));
  }

  /** Small letters without accents: the form in which words are compared. */
  static String normalise(String text) {
    return Normalizer
        .normalize(Normalizer.normalize(text, Normalizer.Form.NFKD).replaceAll("\\p{Mn}", ""), Normalizer.Form.NFC)
        .toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
  }

  /**
   * The words of a text that mean something, in order; of overlapping ones the longest.
   *
   * @param text as {@link #normalise} makes it
   */
  List<Found<M>> find(String text) {
    List<Found<M>> found = new ArrayList<>();
    for (int at = 0; at < text.length();) {
      int length = 0;
      for (Entry<M> entry : entriesByFirst.getOrDefault(text.charAt(at), List.of())) {
        if (text.startsWith(entry.phrase(), at) && standsAlone(text, at, at + entry.phrase().length())) {
          if (length == 0 || length == entry.phrase().length()) {
            found.add(new Found<>(at, at + entry.phrase().length(), entry.meaning()));
            length = entry.phrase().length();
          } else {
            break;
          }
        }
      }
      at += Math.max(1, length);
    }
    return found;
  }

  /** Whether no letter of the same kind of script continues the word; Japanese and Chinese have no spaces between words. */
  private static boolean standsAlone(String text, int start, int end) {
    return (start == 0 || !joined(text.charAt(start - 1), text.charAt(start)))
        && (end == text.length() || !joined(text.charAt(end - 1), text.charAt(end)));
  }

  private static boolean joined(char before, char after) {
    return Character.isLetterOrDigit(before) && Character.isLetterOrDigit(after) && before < '\u1100'
        && after < '\u1100';
  }

  /**
   * @param phrase as a person would write it
   */
  record Entry<M>(String phrase, M meaning) {}

  /**
   * @param start index of its first character
   * @param end index after its last one
   */
  record Found<M>(int start, int end, M meaning) {}
}
