package dev.foley.provider;

/**
 * How long a prompt may be, in characters (UTF-16 units, as Discord counts them).
 *
 * @param minLength at least 1
 * @param maxLength the most that a member may write; a service may be sent it in several parts
 */
public record PromptRange(int minLength, int maxLength) {
  public PromptRange {
    if (minLength < 1 || minLength > maxLength) {
      throw new IllegalArgumentException("prompt lengths " + minLength + " to " + maxLength);
    }
  }
}
