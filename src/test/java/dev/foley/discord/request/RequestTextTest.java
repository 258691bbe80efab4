package dev.foley.discord.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;

class RequestTextTest {
  private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("dev.foley.discord.request", Locale.ROOT);

  @Test
  void everyTextHasWordsAndTheBundleHasNothingElse() {
    assertThat(BUNDLE.keySet()).containsExactlyInAnyOrderElementsOf(
        Arrays.stream(RequestText.values()).map(RequestText::key).toList());
  }

  @Test
  void noSentenceHasAnApostropheThatMessageFormatWouldEat() {
    assertThat(BUNDLE.keySet()).allSatisfy(key -> assertThat(BUNDLE.getString(key)).isNotBlank().doesNotContain("'"));
  }
}
