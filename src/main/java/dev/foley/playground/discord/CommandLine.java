package dev.foley.playground.discord;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A command as a member types it: {@code /music prompt:warm lo-fi piano seconds:12}. A value runs to the next name, with
 * a colon, of an option that the command has and that was not given yet; so values may contain colons and quotes.
 *
 * @param path the command's name, with subcommand group and subcommand if it has them
 * @param stray text before the first option
 */
record CommandLine(String path, Map<String, String> values, String stray) {
  private static final Pattern WORD = Pattern.compile("\\s*(\\S+)");

  /** The command's first word, to look the command up by. */
  static String name(String line) {
    String bare = line.strip();
    String word = bare.split("\\s", 2)[0];
    return word.startsWith("/") ? word.substring(1) : word;
  }

  static CommandLine parse(String line, JsonNode command) {
    String bare = line.strip();
    String rest = bare.contains(" ") || bare.contains("\n") ? bare.split("\\s", 2)[1] : "";
    StringBuilder path = new StringBuilder(command.path("name").asText());
    JsonNode level = command;
    while (true) {
      Matcher word = WORD.matcher(rest);
      Optional<JsonNode> nested = word.lookingAt() ? subcommand(level, word.group(1)) : Optional.empty();
      if (nested.isEmpty()) {
        break;
      }
      path.append(' ').append(word.group(1));
      rest = rest.substring(word.end());
      level = nested.get();
    }
    return options(path.toString(), level, rest);
  }

  /** The subcommand or the group of this name directly below. */
  static Optional<JsonNode> subcommand(JsonNode level, String name) {
    for (JsonNode option : level.path("options")) {
      int type = option.path("type").asInt();
      boolean nested = OptionForm.isNested(type);
      if (nested && option.path("name").asText().equals(name)) {
        return Optional.of(option);
      }
    }
    return Optional.empty();
  }

  private static CommandLine options(String path, JsonNode level, String rest) {
    Map<String, String> values = new LinkedHashMap<>();
    StringBuilder names = new StringBuilder();
    for (JsonNode option : level.path("options")) {
      names.append(names.isEmpty() ? "" : "|").append(Pattern.quote(option.path("name").asText()));
    }
    if (names.isEmpty()) {
      return new CommandLine(path, values, rest.strip());
    }
    Matcher matcher = Pattern.compile("(?<!\\S)(" + names + "):").matcher(rest);
    String current = "";
    int start = 0;
    String stray = rest.strip();
    while (matcher.find()) {
      String name = matcher.group(1);
      if (values.containsKey(name)) {
        continue;
      }
      String before = rest.substring(start, matcher.start()).strip();
      if (current.isEmpty()) {
        stray = before;
      } else {
        values.put(current, before);
      }
      values.put(name, "");
      current = name;
      start = matcher.end();
    }
    if (!current.isEmpty()) {
      values.put(current, rest.substring(start).strip());
    }
    return new CommandLine(path, values, stray);
  }
}
