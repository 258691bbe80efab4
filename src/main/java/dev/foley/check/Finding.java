package dev.foley.check;

/**
 * What was seen of one thing. Neither text has a secret in it.
 *
 * @param subject what was looked at, in a few words
 * @param words what was seen, in a sentence or two
 * @param advice what to do about it; empty for nothing
 */
public record Finding(String subject, Verdict verdict, String words, String advice) {
  public static Finding ok(String subject, String words) {
    return new Finding(subject, Verdict.OK, words, "");
  }

  public static Finding warning(String subject, String words, String advice) {
    return new Finding(subject, Verdict.WARNING, words, advice);
  }

  public static Finding problem(String subject, String words, String advice) {
    return new Finding(subject, Verdict.PROBLEM, words, advice);
  }

  public static Finding notAsked(String subject, String words) {
    return new Finding(subject, Verdict.NOT_ASKED, words, "");
  }

  /** The same, with something to do. */
  public Finding advising(String changed) {
    return new Finding(subject, verdict, words, changed);
  }
}
