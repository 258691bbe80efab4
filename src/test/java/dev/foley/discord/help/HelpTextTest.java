package dev.foley.discord.help;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class HelpTextTest {
  private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("dev.foley.discord.help", Locale.ROOT);

  @Test
  void theBundleHasExactlyTheTextsThatAreUsed() {
    Set<String> used = Arrays.stream(HelpText.values()).map(HelpText::key)
        .collect(Collectors.toCollection(TreeSet::new));
    Arrays.stream(HelpTopic.values()).map(HelpTopic::key).forEach(used::add);

    assertThat(BUNDLE.keySet()).containsExactlyInAnyOrderElementsOf(used);
    assertThat(BUNDLE.keySet()).allSatisfy(key -> assertThat(BUNDLE.getString(key)).isNotBlank().doesNotContain("'"));
  }
}
