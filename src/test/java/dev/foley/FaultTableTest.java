package dev.foley;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Keeps {@code docs/faults.md} true: each fault there names tests, and these exist. */
class FaultTableTest {
  private static final Path SOURCES = Path.of("src/test/java");
  private static final Set<String> KINDS = Set.of("Test", "ParameterizedTest", "Property");
  private static final Pattern REFERENCE = Pattern.compile("`([A-Z]\\w+)\\.([a-z]\\w+)`");
  private static final Pattern ROW = Pattern.compile("(?m)^\\| (?!fault \\||---)(.+?) \\|(.*)$");

  @Test
  void everyFaultNamesATest() throws IOException {
    List<MatchResult> rows = ROW.matcher(page()).results().toList();

    assertThat(rows).hasSizeGreaterThan(40);
    assertThat(rows).allSatisfy(row -> assertThat(row.group(2)).as(row.group(1)).containsPattern(REFERENCE));
  }

  @Test
  void everyTestThatIsNamedExists() throws Exception {
    Map<String, String> classes = testClasses();
    for (MatchResult reference : REFERENCE.matcher(page()).results().toList()) {
      String name = classes.get(reference.group(1));
      assertThat(name).as(reference.group()).isNotNull();
      assertThat(tests(Class.forName(name))).as(name).contains(reference.group(2));
    }
  }

  /** The sections of the page are the rows of the table that the design has. */
  @Test
  void everyRowOfTheDesignIsASection() throws IOException {
    Path design = Path.of(Optional.ofNullable(System.getenv("FOLEY_SHARED")).orElse("../shared"), "DESIGN.md");
    Assumptions.assumeTrue(Files.exists(design), "the design is not beside this clone");
    String text = Files.readString(design);
    int begin = text.indexOf("\n## 6. Scale and failure");
    String table = text.substring(begin, text.indexOf("\n## ", begin + 1));
    List<String> faults = ROW.matcher(table).results().map(row -> row.group(1)).toList();

    assertThat(faults).isNotEmpty().allSatisfy(fault -> assertThat(page()).contains("\n## " + fault + "\n"));
  }

  private static String page() throws IOException {
    return Files.readString(Path.of("docs/faults.md"));
  }

  /** By simple name; where two have the same, neither can be named. */
  private static Map<String, String> testClasses() throws IOException {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      return files.map(file -> SOURCES.relativize(file).toString()).filter(file -> file.endsWith(".java"))
          .map(file -> file.replace(".java", "").replace('/', '.'))
          .collect(Collectors.groupingBy(name -> name.substring(name.lastIndexOf('.') + 1)))
          .entrySet().stream().filter(named -> named.getValue().size() == 1)
          .collect(Collectors.toMap(Map.Entry::getKey, named -> named.getValue().getFirst()));
    }
  }

  private static List<String> tests(Class<?> declaring) {
    return Stream.<Class<?>>iterate(declaring, type -> type != null, Class::getSuperclass)
        .flatMap(type -> Arrays.stream(type.getDeclaredMethods())).filter(FaultTableTest::isTest).map(Method::getName)
        .toList();
  }

  private static boolean isTest(Method method) {
    return Arrays.stream(method.getAnnotations())
        .anyMatch(annotation -> KINDS.contains(annotation.annotationType().getSimpleName()));
  }
}
