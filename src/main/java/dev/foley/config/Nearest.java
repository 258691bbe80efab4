package dev.foley.config;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Guesses what somebody meant to write. */
final class Nearest {
  private Nearest() {}

  /**
   * The known path most like this one, as a whole or in its last word (a key in the wrong section); empty if none is like it.
   */
  static Optional<String> path(String written, Collection<String> known) {
    return nearest(written, known, written.length() / 4 + 1)
        .or(() -> nearest(lastWord(written), known.stream().map(Nearest::lastWord).toList(), 2)
            .flatMap(word -> known.stream().filter(path -> lastWord(path).equals(word)).sorted().findFirst()));
  }

  static Optional<String> nearest(String written, Collection<String> known, int mostDifferences) {
    LevenshteinDistance distance = new LevenshteinDistance(mostDifferences);
    String lowerCase = written.toLowerCase(Locale.ROOT);
    Optional<String> best = Optional.empty();
    int bestDistance = Integer.MAX_VALUE;
    for (String candidate : known.stream().sorted().toList()) {
      int differences = distance.apply(lowerCase, candidate.toLowerCase(Locale.ROOT));
      if (differences >= 0 && differences < bestDistance) {
        best = Optional.of(candidate);
        bestDistance = differences;
      }
    }
    return best;
  }

  static String lastWord(String path) {
    return path.substring(path.lastIndexOf('.') + 1);
  }
}
