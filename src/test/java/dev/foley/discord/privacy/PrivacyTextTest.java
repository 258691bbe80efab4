package dev.foley.discord.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;

class PrivacyTextTest {
  @Test
  void everyTextHasWordsAndNoWordsAreLeftOver() {
    assertThat(Arrays.stream(PrivacyText.values()).map(PrivacyText::key)).containsExactlyInAnyOrderElementsOf(
        ResourceBundle.getBundle("dev.foley.discord.privacy", Locale.ROOT).keySet());
  }
}
