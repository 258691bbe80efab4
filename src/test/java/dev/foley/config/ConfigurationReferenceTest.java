package dev.foley.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Keeps {@code docs/configuration.md} what the code and {@code config/foley.yaml} say. */
class ConfigurationReferenceTest {
  private static final Path PAGE = Path.of("docs", "configuration.md");
  private static final String UPDATE = "foley.update";

  @Test
  void thePageIsUpToDate() throws Exception {
    String page = ConfigurationReference.page();
    if (System.getProperty(UPDATE) != null) {
      Files.writeString(PAGE, page);
    }

    assertThat(PAGE).as("%s is not what the code says. Write it anew by "
        + "./mvnw test -Dtest=ConfigurationReferenceTest -D%s, and commit it.", PAGE, UPDATE).hasContent(page);
  }

  @Test
  void everyVariableStandsThere() throws Exception {
    Set<String> names = Environment.names();

    assertThat(names).hasSizeGreaterThan(20)
        .allSatisfy(name -> assertThat(ConfigurationReference.page()).contains("`" + name + "`"));
  }

  @Test
  void everyKeyStandsThere() throws Exception {
    assertThat(Keys.PATHS).allSatisfy(path -> assertThat(ConfigurationReference.page())
        .contains("| `" + Nearest.lastWord(path) + "`"));
  }
}
