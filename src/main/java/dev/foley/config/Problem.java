package dev.foley.config;

/**
 * One thing that is wrong with the configuration.
 *
 * @param sentence names file and line, or variable, and says what to write instead; never contains a secret
 */
public record Problem(String sentence) {
  @Override
  public String toString() {
    return sentence;
  }
}
