package dev.foley.config;

import dev.foley.config.YamlEntry.Content;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Writes {@code docs/configuration.md}. Which keys there are, how each is written and which variable wins over it, the code says; what
 * it is for, and its default, the comments of {@code config/foley.yaml}, of which {@link ShippedFileTest} proves that they agree with
 * the code.
 */
final class ConfigurationReference {
  static final Path SHIPPED = Path.of("config", "foley.yaml");

  private static final String HEAD = """
      # Configuration

      <!-- Generated: ./mvnw test -Dtest=ConfigurationReferenceTest -Dfoley.update writes this page anew. -->

      Every setting stands in [config/foley.yaml](../config/foley.yaml), with its default. A key that is left out, or left empty, has that
      default; where a variable of the environment is named, it wins over the file. `./foley check` tells everything that is wrong with
      either, all at once, and so does `./foley run`, which starts only when nothing is.

      Durations have a unit, or several: `500ms`, `30s`, `10m`, `1h 30m`, `7d`. Sizes have one too: `512 KB`, `200 MB`, `1 GB` (1 MB is
      1024 KB). Lists are written `[a, b]` in the file, and `a,b` in the environment.

      ## Environment

      Secrets come from the environment, or from a file that the environment names, and never from the configuration file.

      | variable | what it is |
      |---|---|
      """;
  private static final String COLUMNS = "| key | what it is | value | default |\n|---|---|---|---|\n";
  private static final Pattern VARIABLE = Pattern.compile("#   ([A-Z_]{4,})(?:\\s+or\\s+([A-Z_]+))?\\s{2,}(.+)");
  /** What stands in a column of its own. */
  private static final Pattern ENVIRONMENT = Pattern.compile("\\s*Environment: [A-Z_]+\\.");
  /** Of several lines; the page that is named beside it has it, too. */
  private static final Pattern EXAMPLE = Pattern.compile("\\s*Example: - .*");
  private static final Pattern DEFAULT = Pattern.compile("\\s*Default: (.+)$");
  private static final Map<String, Key<?>> KEYS = Keys.ALL.stream()
      .collect(Collectors.toMap(Key::path, Function.identity()));

  private final List<String> lines;
  private final StringBuilder page = new StringBuilder(HEAD);

  private ConfigurationReference(List<String> lines) {
    this.lines = lines;
  }

  static String page() throws Exception {
    return new ConfigurationReference(Files.readAllLines(SHIPPED)).written();
  }

  /** The comment that ends on the line before this one, as one line. */
  static String commentAbove(List<String> lines, int index) {
    List<String> comment = new ArrayList<>();
    for (int i = index - 1; i >= 0 && isComment(lines.get(i)); i--) {
      comment.addFirst(lines.get(i).strip().substring(1).strip());
    }
    return String.join(" ", comment).strip();
  }

  private static boolean isComment(String line) {
    return line.strip().startsWith("#");
  }

  private String written() throws IOException, YamlFile.SyntaxException {
    lines.stream().map(VARIABLE::matcher).filter(Matcher::matches).forEach(this::variable);
    Keys.ALL.forEach(key -> key.variable().ifPresent(name -> row(code(name), "wins over [`" + key.path() + "`](#"
        + sectionOf(key.path()).replace(".", "") + ")")));
    String section = "";
    for (YamlEntry entry : YamlFile.read(SHIPPED)) {
      if (entry.content() instanceof Content.Section) {
        continue;
      }
      if (!sectionOf(entry.path()).equals(section)) {
        section = sectionOf(entry.path());
        heading(section);
      }
      key(Objects.requireNonNull(KEYS.get(entry.path())), commentAbove(lines, entry.line() - 1));
    }
    return page.toString();
  }

  private void variable(Matcher variable) {
    String names = code(variable.group(1)) + (variable.group(2) == null ? "" : ", " + code(variable.group(2)));
    row(names, variable.group(3));
  }

  /** A key outside of every section is a section of its own. */
  private static String sectionOf(String path) {
    return path.contains(".") ? path.substring(0, path.lastIndexOf('.')) : path;
  }

  private void heading(String section) {
    page.append("\n## ").append(section).append("\n\n");
    String words = introduction(section);
    if (!words.isEmpty()) {
      page.append(words).append("\n\n");
    }
    page.append(COLUMNS);
  }

  /** A comment that stands right below a section's name, apart from that of its first key. */
  private String introduction(String section) {
    int begin = lines.indexOf(section + ":") + 1;
    int end = begin;
    while (begin > 0 && isComment(lines.get(end))) {
      end++;
    }
    return end > begin && lines.get(end).isBlank() ? commentAbove(lines, end) : "";
  }

  private void key(Key<?> key, String comment) {
    Matcher standard = DEFAULT.matcher(comment);
    if (!standard.find()) {
      throw new IllegalStateException(key.path() + " names no default");
    }
    String form = key.format().form();
    String before = EXAMPLE.matcher(comment.substring(0, standard.start())).replaceAll("");
    String words = ENVIRONMENT.matcher(before).replaceAll("").strip()
        .replaceFirst("(?i)(:|(?<=\\.)) " + Pattern.quote(form) + "(?=\\.)", "").replace("..", ".");
    row("`" + Nearest.lastWord(key.path()) + "`" + key.variable().map(name -> "<br>" + code(name)).orElse(""), words,
        form, standard.group(1));
  }

  private static String code(String text) {
    return "`" + text + "`";
  }

  private void row(String... cells) {
    page.append("| ").append(String.join(" | ", List.of(cells).stream().map(ConfigurationReference::cell).toList()))
        .append(" |\n");
  }

  private static String cell(String text) {
    return text.replace("|", "\\|").replaceAll("<(file|host|database)>", "\\\\<$1>")
        .replaceAll("(?<!\\[)docs/([a-z-]+\\.md)", "[docs/$1]($1)");
  }
}
