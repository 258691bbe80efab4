package dev.foley.discord.usage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;

class UsageTextTest {
  @Test
  void everyTextHasWordsAndNoWordsAreLeftOver() {
    assertThat(Arrays.stream(UsageText.values()).map(UsageText::key)).containsExactlyInAnyOrderElementsOf(
        ResourceBundle.getBundle("dev.foley.discord.usage", Locale.ROOT).keySet());
  }
}
