package dev.foley.discord.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What members read, in every language that we have. */
class LanguagesTest {
  private static final List<Locale> LANGUAGES = List.of(Locale.GERMAN, Locale.FRENCH, Locale.of("es"), Locale.JAPANESE);
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d+)");
  /** What Discord takes for the name of a command or an option. */
  private static final Pattern NAME = Pattern.compile("[-_\\p{L}\\p{N}\\p{IsDevanagari}\\p{IsThai}]{1,32}");
  /** Where a longer text would be refused, and how long it may be: by the end of its key. */
  private static final List<Limit> LIMITS = List.of(new Limit(Pattern.compile(".*\\.description"), 100),
      new Limit(Pattern.compile(".*(button|label)\\..*"), 80), new Limit(Pattern.compile(".*modal\\.title"), 45));

  private record Limit(Pattern key, int most) {}

  /** One bundle in one language. */
  record Case(String name, Locale language) {
    Map<String, String> english() {
      return read(name);
    }

    Map<String, String> translated() {
      return read(name + "_" + language);
    }

    @Override
    public String toString() {
      return name + "_" + language;
    }
  }

  /** Only what stands in this very file, without what a language takes over from English. */
  private static Map<String, String> read(String file) {
    try (InputStream in = LanguagesTest.class.getResourceAsStream("/dev/foley/discord/" + file + ".properties")) {
      assertThat(in).as(file).isNotNull();
      Map<String, String> sentences = new TreeMap<>();
      ResourceBundle bundle = new PropertyResourceBundle(new InputStreamReader(in, StandardCharsets.UTF_8));
      bundle.keySet().forEach(key -> sentences.put(key, bundle.getString(key)));
      return sentences;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Stream<Case> cases() throws IOException, URISyntaxException {
    return names().stream().flatMap(name -> LANGUAGES.stream().map(language -> new Case(name, language)));
  }

  private static Set<String> names() throws IOException, URISyntaxException {
    Path one = Path
        .of(Objects.requireNonNull(Messages.class.getResource("/dev/foley/discord/messages.properties")).toURI());
    try (Stream<Path> files = Files.list(Objects.requireNonNull(one.getParent()))) {
      return files.map(file -> file.getFileName().toString()).filter(file -> file.endsWith(".properties"))
          .map(file -> file.replaceAll("(_[a-z]{2})?\\.properties", ""))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void everySentenceIsThereInEachLanguage(Case translated) {
    Set<String> wanted = new TreeSet<>(translated.english().keySet());
    if (translated.name().equals("commands")) {
      translated.english().keySet().stream().filter(key -> key.endsWith(".description"))
          .forEach(key -> wanted.add(key.replaceAll("\\.description$", ".name")));
    }
    assertThat(translated.translated().keySet()).isEqualTo(wanted);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void everySentenceHasTheSamePlaceholdersInEachLanguage(Case translated) {
    for (String key : translated.english().keySet()) {
      String sentence = sentence(translated.translated(), key);
      assertThat(placeholders(sentence)).as(key).isEqualTo(placeholders(sentence(translated.english(), key)));
      assertThat(sentence).as(key).doesNotContain("'");
      assertThat(new MessageFormat(sentence, translated.language()).format(new Object[]{1, 2, 3, 4, 5, 6})).as(key)
          .isNotBlank();
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void nothingIsLongerThanDiscordTakesIt(Case translated) {
    for (Map<String, String> bundle : List.of(translated.english(), translated.translated())) {
      for (String key : bundle.keySet()) {
        LIMITS.stream().filter(limit -> limit.key().matcher(key).matches()).forEach(
            limit -> assertThat(sentence(bundle, key).replaceAll("\\{[^}]*}", "1,000")).as(key)
                .hasSizeLessThanOrEqualTo(limit.most()));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void namesAreSuchAsDiscordTakes(Case translated) {
    if (translated.name().equals("commands")) {
      Set<String> menus = Set.of("remix.name", "details.name");
      translated.translated().keySet().stream().filter(key -> key.endsWith(".name") && !menus.contains(key))
          .forEach(key -> assertThat(sentence(translated.translated(), key)).as(key).matches(NAME)
              .isEqualTo(sentence(translated.translated(), key).toLowerCase(translated.language())));
    }
  }

  @Test
  void thereIsMoreThanOneBundle() throws IOException, URISyntaxException {
    assertThat(names()).contains("messages", "commands").hasSizeGreaterThan(4);
  }

  private static String sentence(Map<String, String> bundle, String key) {
    return Objects.requireNonNull(bundle.get(key));
  }

  private static Set<String> placeholders(String sentence) {
    Matcher matcher = PLACEHOLDER.matcher(sentence);
    Set<String> found = new TreeSet<>();
    while (matcher.find()) {
      found.add(matcher.group(1));
    }
    return found;
  }
}
