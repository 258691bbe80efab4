package dev.foley.ops;

import java.util.function.BooleanSupplier;

/**
 * Something without which the bot is of no use.
 *
 * @param name lower case, for machines
 * @param passes may block, and has failed when it throws or takes too long
 * @param otherwise what it means when it has failed, and who can do what; a constant sentence
 */
public record Check(String name, BooleanSupplier passes, String otherwise) {
  public Check {
    if (!name.matches("[a-z][a-z0-9-]*")) {
      throw new IllegalArgumentException("not a name for a check: " + name);
    }
    if (!otherwise.matches("[^\"\\\\\\p{Cntrl}]+")) {
      throw new IllegalArgumentException("JSON would have to escape this: " + otherwise);
    }
  }
}
