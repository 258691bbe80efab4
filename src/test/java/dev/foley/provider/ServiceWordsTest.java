package dev.foley.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foley.secret.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServiceWordsTest {
  private final ServiceWords words = new ServiceWords(Secret.of("sk-0123456789abcdef"));

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "Too small: expected number to be >=1|Too small: expected number to be >=1",
      "received \"anything at all\" and `more`|received [quoted] and [quoted]",
      "it doesn't and can't|it doesn't and can't",
      "value 'of a field' is wrong|value [quoted] is wrong",
      "cut in a \"quotation|cut in a [quoted]",
      "see https://cdn.example/a?sig=1 and file:///x|see [address] and [address]",
      "no such key: sk-0123456789abcdef|no such key: [redacted]",
      "no such key: sk-0123456789*******|no such key: [redacted]",
      "key8sk-0123456789abcdef0|key8[redacted]",
      "prompt: warm lo-fi piano is bad|prompt: [redacted]",
      "prompt: WARM LO-FI PI... is bad|prompt: [redacted]"})
  void keepsWhatExplainsAndLeavesOutWhatWasSent(String said, String kept) {
    assertThat(words.clean(said, "warm lo-fi piano")).isEqualTo(kept);
  }

  @Test
  void findsAShortPromptAsAWordOnly() {
    assertThat(words.clean("training of rain failed", "rain")).isEqualTo("training of [redacted]");
    assertThat(words.clean("UnauthorizedException", "x")).isEqualTo("UnauthorizedException");
  }

  @Test
  void makesOneShortLine() {
    assertThat(words.clean(" a\r\n\tb\u0000\u202E c ", "")).isEqualTo("a b c");
    assertThat(words.clean("word ".repeat(10_000), "")).hasSize(200).endsWith("…");
  }
}
