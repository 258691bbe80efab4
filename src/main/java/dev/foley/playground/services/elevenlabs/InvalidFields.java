package dev.foley.playground.services.elevenlabs;

import java.util.List;

/** A request that its schema does not allow; answered with 422 and the list of what is wrong. */
final class InvalidFields extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  /**
   * One thing that is wrong.
   *
   * @param location {@code body} or {@code query}, and the way from there
   * @param type a word of the framework's for the kind of mistake
   */
  record Problem(List<String> location, String message, String type) {
    Problem {
      location = List.copyOf(location);
    }
  }

  InvalidFields(List<Problem> problems) {
    super(problems.toString(), null, false, false);
    this.problems = List.copyOf(problems);
  }

  List<Problem> problems() {
    return problems;
  }
}
