package dev.foley.discord.look;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;

class LookTextTest {
  private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("dev.foley.discord.look", Locale.ROOT);

  @Test
  void theBundleHasEveryTextAndNothingElse() {
    assertThat(BUNDLE.keySet()).containsExactlyInAnyOrderElementsOf(
        Arrays.stream(LookText.values()).map(LookText::key).toList());
  }

  @Test
  void noSentenceHasAnApostropheThatMessageFormatWouldEat() {
    assertThat(BUNDLE.keySet()).allSatisfy(key -> assertThat(BUNDLE.getString(key)).doesNotContain("'"));
  }
}
