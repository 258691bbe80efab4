package dev.foley.provider;

import dev.foley.secret.Secret;
import java.util.regex.Pattern;

/**
 * Makes the service's own words fit for our log. Services quote what they were sent, and a 400 of this one lists the
 * values that it received; so quoted passages and addresses are left out, and a text that repeats the key or the
 * prompt ends there.
 */
public final class ServiceWords {
  private static final int MAX_LENGTH = 200;
  /** Enough of a secret to recognise it by, even where it is shortened. */
  private static final int TELLING_LENGTH = 12;
  private static final Pattern ADDRESS = Pattern.compile("\\w+://\\S+");
  private static final Pattern QUOTED = Pattern.compile("\"[^\"]*+\"?|`[^`]*+`?|“[^”]*+”?|(?<!\\w)'[^']*+'?");
  private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{C}\\p{Z}\\s]+");

  private final Secret key;

  public ServiceWords(Secret key) {
    this.key = key;
  }

  /**
   * @param prompt what was asked for, empty where it is not known
   * @return one line of at most {@value #MAX_LENGTH} characters
   */
  public String clean(String words, String prompt) {
    String line = UNPRINTABLE.matcher(words).replaceAll(" ");
    line = upTo(upTo(line, key.reveal()), UNPRINTABLE.matcher(prompt).replaceAll(" "));
    line = QUOTED.matcher(ADDRESS.matcher(line).replaceAll("[address]")).replaceAll("[quoted]").strip();
    return line.length() <= MAX_LENGTH ? line : line.substring(0, MAX_LENGTH - 1) + "…";
  }

  /**
   * Looks for whole words only where they are few: a prompt may be as short as {@code rain}, and that is no reason to cut "training"
   * off. What is long is recognised wherever it stands.
   */
  private static String upTo(String line, String secret) {
    String telling = secret.strip();
    boolean shortened = telling.length() > TELLING_LENGTH;
    telling = shortened ? telling.substring(0, TELLING_LENGTH) : telling;
    for (int i = 0; !telling.isEmpty() && i + telling.length() <= line.length(); i++) {
      if (line.regionMatches(true, i, telling, 0, telling.length())
          && (shortened || (!isWordAt(line, i - 1) && !isWordAt(line, i + telling.length())))) {
        return line.substring(0, i) + "[redacted]";
      }
    }
    return line;
  }

  private static boolean isWordAt(String line, int index) {
    return index >= 0 && index < line.length() && Character.isLetterOrDigit(line.charAt(index));
  }
}
