package dev.foley;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foley.provider.FailureReason;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever searches {@code docs/troubleshooting.md} for what they have read finds it. */
class TroubleshootingPageTest {
  private static final Path SOURCES = Path.of("src/main/java/dev/foley");
  /** Strings, and what they must not be taken for. */
  private static final Pattern TOKEN = Pattern
      .compile("//[^\\n]*|/\\*(?s:.*?)\\*/|\"\"\"(?s:.*?)\"\"\"|\"((?:[^\"\\\\\\n]|\\\\.)*)\"");
  private static final int SENTENCE_WORDS = 4;

  private final String page = spaced(MarkdownPage.of("docs/troubleshooting.md").text());

  @Test
  void everyReasonOfAFailureIsExplained() throws IOException {
    Properties sentences = bundle("messages");
    List<List<String>> rows = MarkdownPage.of("docs/troubleshooting.md").rows("## When a sound fails");

    for (FailureReason reason : FailureReason.values()) {
      assertThat(rows).filteredOn(row -> row.getFirst().equals("`" + reason + "`")).as(reason.name()).singleElement()
          .satisfies(row -> assertThat(row.get(1)).isEqualTo(sentences.getProperty("failure." + reason)))
          .satisfies(row -> assertThat(row.subList(2, 4)).noneMatch(String::isBlank));
      assertThat(page).contains(sentences.getProperty("charge." + reason.charge()));
    }
  }

  @ParameterizedTest
  @CsvSource(delimiter = ';', value = {"messages; (problem|refusal)\\..+|result\\.(?!takes).+|failure\\.(late|direct)",
      "request; (limit|press|longer)\\..+|form\\.too-long", "settings; (refusal|rule)\\..+",
      "look; show\\.(from|gone|not).+|history\\.not-yours|details\\.(gone|private|of-nothing)",
      "privacy; un.+|not-yours", "usage; unreadable"})
  void everySentenceThatSaysNoIsExplained(String bundle, String keys) throws IOException {
    Properties sentences = bundle(bundle);

    List<String> read = sentences.stringPropertyNames().stream().filter(key -> key.matches(keys))
        .map(sentences::getProperty).filter(TroubleshootingPageTest::isSentence)
        .map(TroubleshootingPageTest::filledIn).toList();

    assertThat(read).isNotEmpty();
    assertExplained(read);
  }

  /** What the host reads is in no bundle: it is never translated. */
  @ParameterizedTest
  @CsvSource({"store/DatabaseFile", "store/SqliteDatabase", "store/PostgresDatabase", "store/Migrations",
      "store/SqliteBackup", "store/SqliteRestore", "store/DatabaseCopy",
      "discord/DiscordBot", "ops/HealthServer", "provider/Shelf", "audio/Transcoder",
      "playground/server/PortTakenException"})
  void everyRefusalToStartIsExplained(String source) throws IOException {
    List<String> refusals = sentences(SOURCES.resolve(source + ".java"),
        text -> text.endsWith(".") || text.endsWith("free one"));

    assertThat(refusals).isNotEmpty();
    assertExplained(refusals);
  }

  @Test
  void everyProblemOfTheConfigurationIsExplained() throws IOException {
    try (Stream<Path> files = Files.list(SOURCES.resolve("config"))) {
      for (Path file : files.sorted().toList()) {
        assertExplained(sentences(file, text -> text.contains("; ") || text.startsWith("write ")));
      }
    }
  }

  private void assertExplained(List<String> sentences) {
    assertThat(sentences.stream().filter(sentence -> !page.contains(sentence)))
        .as("not in docs/troubleshooting.md").isEmpty();
  }

  private static boolean isSentence(String text) {
    return text.split(" ", -1).length >= SENTENCE_WORDS && text.endsWith(".");
  }

  /** Literals of a source that are sentences, or ends of some; several in a row are one. */
  private static List<String> sentences(Path source, Predicate<String> wanted) throws IOException {
    String code = Files.readString(source);
    List<StringBuilder> literals = new ArrayList<>();
    int end = -1;
    for (Matcher token = TOKEN.matcher(code); token.find();) {
      if (token.group(1) == null) {
        continue;
      }
      boolean continued = end >= 0 && code.substring(end, token.start()).matches("\\s*\\+\\s*");
      if (!continued) {
        literals.add(new StringBuilder());
      }
      literals.getLast().append(token.group(1));
      end = token.end();
    }
    return literals.stream().map(literal -> spaced(literal.toString().replace("\\\"", "\"")).strip()).filter(wanted)
        .filter(text -> text.split(" ", -1).length >= SENTENCE_WORDS).toList();
  }

  /** As the page writes a pattern: what is filled in is an ellipsis. */
  private static String filledIn(String pattern) {
    String before;
    String text = pattern;
    do {
      before = text;
      text = text.replaceAll("\\{[^{}]*}", "…");
    } while (!text.equals(before));
    return spaced(text);
  }

  private static String spaced(String text) {
    return text.replaceAll("\\s+", " ");
  }

  private static Properties bundle(String name) throws IOException {
    Properties sentences = new Properties();
    try (InputStream in = Objects.requireNonNull(Foley.class.getResourceAsStream("discord/" + name + ".properties"));
        Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
      sentences.load(reader);
    }
    return sentences;
  }
}
