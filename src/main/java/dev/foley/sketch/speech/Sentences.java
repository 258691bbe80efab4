package dev.foley.sketch.speech;

import dev.foley.sketch.speech.Sentence.Pause;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts what {@link Wording} gives into sentences, and sentences that are too long for one breath into parts. */
final class Sentences {
  /** Characters in one: some twenty seconds; the voice's pitch sinks through all of it. */
  static final int LONGEST = 240;
  /** Where a part may end, rather than at any space, is looked for from here on. */
  private static final int SHORTEST_PART = 80;

  private static final String TITLES = "Mr|Mrs|Ms|Dr|St|Sr|Jr|Prof|Mt|Rev|Gen|Capt|Lt|Sgt|Col"
      + "|Jan|Feb|Aug|Sept|Oct|Nov|Dec|Fig|[A-HJ-Z]";
  /**
   * Either marks and what closes a quotation, unless a small letter follows, or a title or an initial comes before;
   * or the end of a line, unless a small letter follows.
   */
  private static final Pattern END = Pattern.compile(
      "(?<marks>(?<!\\b(?:" + TITLES + "))[.!?]++[\"')]*+)(?=\\s++[^a-z]|\\s*+$)|\\n++(?![a-z])|\\n{2,}+");
  private static final Pattern SAYABLE = Pattern.compile("[A-Za-z0-9]");
  private static final Pattern LEADING_MARKS = Pattern.compile("^[\\s,;:.!?)]+(?!\\d)");
  private static final Pattern LINES = Pattern.compile("\\n+");

  private Sentences() {}

  static List<Sentence> of(String wording) {
    List<Sentence> sentences = new ArrayList<>();
    Matcher end = END.matcher(wording);
    int start = 0;
    while (end.find()) {
      String after = wording.substring(end.start(), Math.min(wording.length(), end.end() + 2));
      add(sentences, wording.substring(start, end.end()), pause(after));
      start = end.end();
    }
    add(sentences, wording.substring(start), Pause.STOP);
    return sentences;
  }

  private static Pause pause(String end) {
    if (end.contains("\n\n")) {
      return Pause.PARAGRAPH;
    }
    return end.startsWith("..") ? Pause.THOUGHT : Pause.STOP;
  }

  private static void add(List<Sentence> sentences, String text, Pause pause) {
    String rest = LINES.matcher(text).replaceAll(" ").strip();
    while (rest.length() > LONGEST) {
      int cut = cut(rest);
      addPart(sentences, rest.substring(0, cut), Pause.BREATH);
      rest = rest.substring(cut).strip();
    }
    addPart(sentences, rest, pause);
  }

  private static void addPart(List<Sentence> sentences, String words, Pause pause) {
    if (SAYABLE.matcher(words).find()) {
      sentences.add(new Sentence(LEADING_MARKS.matcher(words).replaceFirst(""), pause));
    }
  }

  /** After the last mark that fits, else the last space, else the last character. */
  private static int cut(String text) {
    for (int i = LONGEST - 1; i > SHORTEST_PART; i--) {
      if (",;:".indexOf(text.charAt(i)) >= 0 && text.charAt(i + 1) == ' ') {
        return i + 1;
      }
    }
    int space = text.lastIndexOf(' ', LONGEST);
    return space > 0 ? space : LONGEST;
  }
}
