package dev.foley.discord.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class SafeTextPropertiesTest {
  private static final String ID = "0ABCDEFGHJKMN";

  /** Any UTF-16, lone surrogates too, with much of what means something to Discord. */
  @Provide
  Arbitrary<String> hostile() {
    Arbitrary<String> bits = Arbitraries.of("@everyone", "<@1>", "```", "**", "[a](https://b)", "\u202e", "\u200b",
        "\n# ",
        "\u0301\u0301\u0301\u0301\u0301\u0301", "\uD83D", "\uD83C\uDFB9", "1. ", "- ", "\u0000", "\\", "||", "静か");
    return Arbitraries.oneOf(bits, Arbitraries.strings().all().ofMaxLength(12)).list().ofMaxSize(30)
        .map(parts -> String.join("", parts));
  }

  @Property
  void whatIsShownIsOneLineOfWhatCanBeSeen(@ForAll("hostile") String text,
      @ForAll @IntRange(min = 1, max = 300) int most) {
    String shown = SafeText.shown(text, most);

    assertThat(shown.codePoints()).noneMatch(c -> Character.isISOControl(c)
        || Character.getType(c) == Character.SURROGATE || Character.getType(c) == Character.FORMAT);
    assertThat(shown).doesNotContain("<@").doesNotContain("](");
    assertThat(shown).doesNotContainPattern("(?<!\\\\)[@*_~`|<>\\[\\]()#]");
    assertThat(shown.replaceAll("\\\\(.)", "$1").codePointCount(0, shown.replaceAll("\\\\(.)", "$1").length()))
        .isLessThanOrEqualTo(most);
    assertThat(new String(shown.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8)).isEqualTo(shown);
  }

  @Property
  void whatIsPlainStaysAsItIs(@ForAll("hostile") String text) {
    String plain = SafeText.plain(text);

    assertThat(SafeText.plain(plain)).isEqualTo(plain);
    assertThat(plain).doesNotContainPattern("[\\p{Mn}\\p{Me}]{5}");
  }

  @Property
  void aFileNameIsOneOnEverySystem(@ForAll("hostile") String prompt) {
    assertThat(SafeText.fileName(prompt, ID, "wav")).matches("[a-z0-9](?:[a-z0-9-]*[a-z0-9])?-" + ID + "\\.wav")
        .hasSizeLessThanOrEqualTo(60);
  }
}
