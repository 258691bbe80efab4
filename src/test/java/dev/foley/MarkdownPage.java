package dev.foley;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A page of the documentation, as far as tests have to understand it.
 *
 * @param file from the repository's root
 */
record MarkdownPage(Path file, List<String> lines) {
  private static final Set<String> NOT_OURS = Set.of("target", "node_modules", ".git", "out", "data");
  private static final Pattern FENCE = Pattern.compile("\\s*```.*");
  private static final Pattern HEADING = Pattern.compile("#{1,6} +(.+)");
  private static final Pattern CODE = Pattern.compile("`([^`]+)`");
  private static final Pattern LINK = Pattern.compile("\\[[^\\]]*]\\(([^)\\s]+)\\)");
  private static final String INDENT = "    ";

  /** A block of code: its language, or what else stands behind the fence, and its lines. */
  record Block(String info, String text) {}

  static MarkdownPage of(String file) {
    return read(Path.of(file));
  }

  private static MarkdownPage read(Path file) {
    try {
      return new MarkdownPage(file, Files.readAllLines(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Every page of the repository. */
  static List<MarkdownPage> all() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of(""))) {
      return files.filter(file -> file.toString().endsWith(".md"))
          .filter(file -> Stream.iterate(file, part -> part != null, Path::getParent)
              .noneMatch(part -> part.getFileName() != null && NOT_OURS.contains(part.getFileName().toString())))
          .sorted().map(MarkdownPage::read).toList();
    }
  }

  @Override
  public String toString() {
    return file.toString();
  }

  String text() {
    return String.join("\n", lines);
  }

  /** What is not in a fenced block. */
  List<String> prose() {
    List<String> prose = new ArrayList<>();
    boolean inside = false;
    for (String line : lines) {
      if (FENCE.matcher(line).matches()) {
        inside = !inside;
      } else if (!inside) {
        prose.add(line);
      }
    }
    return prose;
  }

  /** The fenced blocks. */
  List<Block> blocks() {
    List<Block> blocks = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      if (FENCE.matcher(lines.get(i)).matches()) {
        String info = lines.get(i).strip().substring(3).strip();
        List<String> block = new ArrayList<>();
        for (i++; !FENCE.matcher(lines.get(i)).matches(); i++) {
          block.add(lines.get(i));
        }
        blocks.add(new Block(info, String.join("\n", block)));
      }
    }
    return blocks;
  }

  /** Where links and pictures lead, as it is written. */
  List<String> links() {
    return prose().stream().map(line -> CODE.matcher(line).replaceAll(""))
        .flatMap(line -> LINK.matcher(line).results().map(link -> link.group(1))).toList();
  }

  /** What stands between backticks. */
  List<String> codes() {
    return prose().stream().flatMap(line -> CODE.matcher(line).results().map(code -> code.group(1))).toList();
  }

  /** The headings' fragments, as GitHub makes them. */
  Set<String> anchors() {
    Map<String, Integer> seen = new HashMap<>();
    Set<String> anchors = new LinkedHashSet<>();
    for (String line : prose()) {
      HEADING.matcher(line).results().map(heading -> slug(heading.group(1))).findFirst().ifPresent(slug -> {
        int before = seen.merge(slug, 1, Integer::sum) - 1;
        anchors.add(before == 0 ? slug : slug + "-" + before);
      });
    }
    return anchors;
  }

  private static String slug(String heading) {
    return heading.strip().toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-');
  }

  /** What stands below a heading, up to the next one of its level or above. */
  List<String> section(String heading) {
    int begin = lines.indexOf(heading);
    if (begin < 0) {
      throw new IllegalArgumentException(file + " has no heading " + heading);
    }
    int level = heading.indexOf(' ');
    int end = begin + 1;
    while (end < lines.size() && !lines.get(end).matches("#{1," + level + "} .*")) {
      end++;
    }
    return lines.subList(begin + 1, end);
  }

  /** The lines below a heading that are code by their indentation, without it. */
  List<String> indentedCode(String heading) {
    return section(heading).stream().filter(line -> line.startsWith(INDENT) && !line.isBlank())
        .map(line -> line.substring(INDENT.length())).toList();
  }

  /** The cells of the rows below a heading, in the order in which they stand there; heads and rules are left out. */
  List<List<String>> rows(String heading) {
    List<String> section = section(heading);
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < section.size(); i++) {
      boolean head = i + 1 < section.size() && section.get(i + 1).startsWith("|---");
      if (section.get(i).startsWith("| ") && !head) {
        String line = section.get(i).strip();
        rows.add(Stream.of(line.substring(1, line.length() - 1).split("(?<!\\\\)\\|", -1)).map(String::strip).toList());
      }
    }
    return rows;
  }

  /** Commands of the launcher, with what follows on the line. */
  List<MatchResult> commands() {
    return Pattern.compile("\\./foley(?: +([a-z]+)([^`\\n]*))?").matcher(text()).results().toList();
  }
}
