package dev.foley;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foley.playground.discord.Fault;
import dev.foley.playground.discord.FaultControl;
import dev.foley.playground.discord.WorldControl;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keeps {@code docs/local-discord.md} complete. */
class LocalDiscordPageTest {
  private static final Path SOURCES = Path.of("src/main/java/dev/foley/playground/discord");
  private static final Pattern ROUTE = Pattern
      .compile("(?:(get|post)|add)\\(config, (?:HandlerType\\.([A-Z]+), )?\"(/[^\"]+)\"");

  private final String page = MarkdownPage.of("docs/local-discord.md").text();

  @ParameterizedTest
  @ValueSource(strings = {"ControlRoutes.java", "OperatorRoutes.java"})
  void everyRouteIsTold(String source) throws IOException {
    List<String> routes = ROUTE.matcher(Files.readString(SOURCES.resolve(source))).results()
        .map(route -> (route.group(1) == null ? route.group(2) : route.group(1).toUpperCase(Locale.ROOT)) + " /control"
            + named(route.group(3)))
        .toList();

    assertThat(routes).hasSizeGreaterThan(10);
    assertThat(routes.stream().filter(route -> !named(page).contains(route))).isEmpty();
  }

  /** What stands in a path's braces is a name that anybody may choose. */
  private static String named(String path) {
    return path.replaceAll("/\\{\\w+}", "/{}");
  }

  @Test
  void everyFaultIsTold() {
    assertThat(Stream.of(Fault.class.getPermittedSubclasses()).map(Class::getSimpleName)
        .map(name -> name.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT)))
        .hasSizeGreaterThan(5).allSatisfy(fault -> assertThat(page).contains("`" + fault + "`"));
    assertThat(Fault.Refusal.values()).allSatisfy(refusal -> assertThat(page)
        .contains("`" + refusal.name().toLowerCase(Locale.ROOT).replace('_', '-') + "`"));
  }

  @ParameterizedTest
  @ValueSource(classes = {FaultControl.class, WorldControl.class})
  void everyControlFromJavaIsTold(Class<?> control) {
    assertThat(Arrays.stream(control.getDeclaredMethods())
        .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic()).map(Method::getName))
        .isNotEmpty().allSatisfy(name -> assertThat(page).contains("`" + name));
  }
}
