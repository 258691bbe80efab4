package dev.foley.playground.page;

import java.util.regex.Pattern;

/** Masks what opens something: tokens in paths, signatures and keys in queries and bodies. */
final class Secrets {
  private static final Pattern TOKEN_IN_PATH = Pattern.compile("(/(?:webhooks|interactions)/\\d+/)[^/?\"]+");
  private static final Pattern IN_QUERY = Pattern.compile("([?&](?:hm|token|key|signature)=)[^&\"\\s]+");
  private static final Pattern IN_JSON = Pattern.compile("(\"(?:token|api_?key|authorization)\"\\s*:\\s*)\"[^\"]*\"",
      Pattern.CASE_INSENSITIVE);

  private Secrets() {}

  static String masked(String text) {
    String path = TOKEN_IN_PATH.matcher(text).replaceAll("$1***");
    String query = IN_QUERY.matcher(path).replaceAll("$1***");
    return IN_JSON.matcher(query).replaceAll("$1\"***\"");
  }
}
