package dev.foley.check;

/** How one thing stands. */
public enum Verdict {
  OK("ok"),
  /** The bot works, and its host should know. */
  WARNING("warning"),
  /** The bot does not start, or members would meet it. */
  PROBLEM("problem"),
  /** Nothing can be said: it costs money to ask, or something else has to be put right first. */
  NOT_ASKED("not asked");

  private final String word;

  Verdict(String word) {
    this.word = word;
  }

  String word() {
    return word;
  }
}
