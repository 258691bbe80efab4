package dev.foley.audio;

/** A file is no WAV that we can read. The message says what is wrong with it, for the log. */
public final class WavFormatException extends Exception {
  private static final long serialVersionUID = 1L;

  /** What is wrong. */
  public enum Problem {
    /** It does not begin with {@code RIFF….WAVE}. */
    NOT_WAV,
    /** It ends before its own header says. */
    TRUNCATED,
    /** A header that contradicts itself, or is absurd. */
    BAD_HEADER,
    /** A well-formed header of a coding other than integer or float PCM. */
    UNSUPPORTED_CODING,
    /** Nothing to hear in it: no {@code data} chunk, or not one whole frame. */
    NO_SAMPLES
  }

  private final Problem problem;

  WavFormatException(Problem problem, String message) {
    super(message);
    this.problem = problem;
  }

  public Problem problem() {
    return problem;
  }
}
