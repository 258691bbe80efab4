package dev.foley;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** What the documentation points to is there. */
class DocumentLinksTest {
  /** Of the launcher itself; it hands all others on. */
  private static final Set<String> LAUNCHER = Set.of("bench", "train");
  /** Hosts that are linked. Nothing is asked here: a test that needs the network fails on other people's bad days. */
  private static final Set<String> HOSTS = Set.of("adoptium.net", "aimlapi.com", "discord.com", "docs.discord.com",
      "elevenlabs.io", "fal.ai", "platform.stability.ai", "github.com", "grafana.com", "prometheus.io");
  private static final Pattern OPTION = Pattern.compile("(?<= )--[a-z][a-z-]*");
  private static final Pattern PATH = Pattern.compile("(?:docs|config|src|\\.ci)/[\\w./-]*\\w");

  static List<MarkdownPage> pages() throws IOException {
    List<MarkdownPage> pages = MarkdownPage.all();
    assertThat(pages).extracting(page -> page.file().toString()).contains("README.md", "docs/commands.md");
    return pages;
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyLinkLeadsSomewhere(MarkdownPage page) {
    for (String link : page.links()) {
      if (link.contains("://")) {
        assertThat(URI.create(link)).as(link).hasScheme("https");
        assertThat(HOSTS).as("hosts that pages link to; add it if it is meant").contains(URI.create(link).getHost());
      } else {
        assertLeadsSomewhere(page, link);
      }
    }
  }

  private static void assertLeadsSomewhere(MarkdownPage page, String link) {
    String[] parts = link.split("#", 2);
    Path target = parts[0].isEmpty() ? page.file() : page.file().resolveSibling(parts[0]).normalize();
    assertThat(target).as("%s links to %s", page.file(), link).exists();
    if (parts.length == 2) {
      assertThat(MarkdownPage.of(target.toString()).anchors()).as("%s links to %s", page.file(), link)
          .contains(parts[1]);
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyCommandThatIsNamedExists(MarkdownPage page) {
    Map<String, CommandLine> commands = Main.commandLine().getSubcommands();
    for (MatchResult named : page.commands()) {
      String command = named.group(1);
      if (command == null || LAUNCHER.contains(command)) {
        continue;
      }
      assertThat(commands).as(page.file().toString()).containsKey(command);
      assertThat(OPTION.matcher(named.group(2)).results().map(MatchResult::group))
          .as(page.file() + ": " + named.group())
          .allMatch(
              option -> Objects.requireNonNull(commands.get(command)).getCommandSpec().findOption(option) != null);
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyFileThatIsNamedExists(MarkdownPage page) {
    assertThat(page.codes()).filteredOn(code -> PATH.matcher(code).matches())
        .allSatisfy(path -> assertThat(Files.exists(Path.of(path))).as("%s names %s", page.file(), path).isTrue());
  }
}
