package dev.foley.sketch;

import dev.foley.sketch.Phrasebook.Found;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The stretches of a prompt that say what is not wanted: "no drums or vocals", "ohne Schlagzeug". */
record Negation(List<Span> spans) {
  private static final Pattern NEGATOR = Pattern.compile(
      "\\b(no|without|w/o|minus|not|never|zero|don't want|do not want|avoid|free of|ohne|kein|keine|sans|sin|senza)\\b");
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}'&-]+|[^\\s\\p{L}\\p{N}]");
  private static final String ENDS = "[.,;:!?()/|]|but|with|just|only|plus|featuring|instead|mit|aber|avec|mais|con|pero";
  private static final String JOINS = "and|or|nor|und|oder|et|ou|y|o|&";
  private static final int LONGEST_WORDS = 7;

  /**
   * @param names whether a meaning is a thing that a list of refused things may go on with
   */
  static <M> Negation in(String text, List<Found<M>> found, Predicate<? super M> names) {
    List<Integer> starts = found.stream().filter(word -> names.test(word.meaning())).map(Found::start).toList();
    List<Span> spans = new ArrayList<>();
    Matcher negator = NEGATOR.matcher(text);
    while (negator.find()) {
      spans.add(new Span(negator.start(), end(text, negator.end(), starts)));
    }
    return new Negation(List.copyOf(spans));
  }

  private static int end(String text, int start, List<Integer> named) {
    Matcher word = WORD.matcher(text);
    int end = start;
    boolean joined = false;
    for (int count = 0; count < LONGEST_WORDS && word.find(end); count++) {
      if (word.group().matches(ENDS)) {
        break;
      }
      // "no drums and bass" refuses both; "no drums and warm piano" does not refuse the piano.
      if (joined && !named.contains(word.start())) {
        break;
      }
      joined = word.group().matches(JOINS);
      end = word.end();
    }
    return end;
  }

  boolean covers(Found<?> word) {
    return spans.stream().anyMatch(span -> span.start() <= word.start() && word.start() < span.end());
  }

  /**
   * @param end index after the last character
   */
  record Span(int start, int end) {}
}
