package dev.foley.config;

import java.util.List;

/** What came of reading file and environment. */
public sealed interface Configuration {
  /** Everything is there and fits. */
  record Complete(FoleySettings settings) implements Configuration {}

  /** Nothing is wrong, but there is no {@code DISCORD_TOKEN}: somebody who has just come by. */
  record WithoutToken() implements Configuration {}

  /** What is wrong, all of it; at least one. */
  record Invalid(List<Problem> problems) implements Configuration {
    public Invalid {
      if (problems.isEmpty()) {
        throw new IllegalArgumentException("an invalid configuration has a problem");
      }
      problems = List.copyOf(problems);
    }

    /** For the terminal: a numbered list under a heading. */
    public String describe() {
      StringBuilder text = new StringBuilder(problems.size() == 1
          ? "Foley's configuration has a problem:"
          : "Foley's configuration has " + problems.size() + " problems:");
      for (int i = 0; i < problems.size(); i++) {
        text.append(String.format("%n%3d. %s", i + 1, problems.get(i)));
      }
      return text.toString();
    }
  }
}
