package dev.foley.provider.elevenlabs;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Cuts a text that is too long for one request: at the end of a sentence if there is one within reach, else after a clause, else
 * after a word, else wherever a character ends. The parts, put together, are the text.
 */
final class TextParts {
  private static final String CLAUSE_ENDS = ",;:\u2013\u2014\n\u060C\u3001\uFF0C\uFF1B";

  private TextParts() {}

  /** @param limit the most characters (UTF-16 units) of a part; at least 2 */
  static List<String> of(String text, int limit) {
    if (limit < 2) {
      throw new IllegalArgumentException("a part of " + limit + " characters cannot hold every character");
    }
    List<String> parts = new ArrayList<>();
    int from = 0;
    while (text.length() - from > limit) {
      int to = end(text, from, from + limit);
      parts.add(text.substring(from, to));
      from = to;
    }
    parts.add(text.substring(from));
    return parts;
  }

  /** @return above {@code from}, at most {@code most} */
  private static int end(String text, int from, int most) {
    int sentence = before(BreakIterator.getSentenceInstance(Locale.ROOT), text, most);
    if (sentence > from) {
      return sentence;
    }
    for (int i = most; i > from + 1; i--) {
      if (CLAUSE_ENDS.indexOf(text.charAt(i - 1)) >= 0 && Character.isWhitespace(text.charAt(i))) {
        return i;
      }
    }
    int word = before(BreakIterator.getLineInstance(Locale.ROOT), text, most);
    if (word > from) {
      return word;
    }
    int character = before(BreakIterator.getCharacterInstance(Locale.ROOT), text, most);
    if (character > from) {
      return character;
    }
    boolean withinPair = Character.isHighSurrogate(text.charAt(most - 1))
        && Character.isLowSurrogate(text.charAt(most));
    return withinPair ? most - 1 : most;
  }

  /** The last boundary that is not beyond an index within the text. */
  private static int before(BreakIterator boundaries, String text, int most) {
    boundaries.setText(text);
    return boundaries.preceding(most + 1);
  }
}
