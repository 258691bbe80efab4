package dev.foley.discord.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SafeTextTest {
  @ParameterizedTest
  @CsvSource(delimiter = '¦', quoteCharacter = '§', value = {
      "warm lo-fi piano, rain (soft)     ¦ warm lo-fi piano, rain \\(soft\\)",
      "**bold** _it_ ~~gone~~ ||secret|| ¦ \\*\\*bold\\*\\* \\_it\\_ \\~\\~gone\\~\\~ \\|\\|secret\\|\\|",
      "`code` ```block```                ¦ \\`code\\` \\`\\`\\`block\\`\\`\\`",
      "@everyone and @here               ¦ \\@everyone and \\@here",
      "<@123> <@!123> <@&123> <#123>     ¦ \\<\\@123\\> \\<\\@!123\\> \\<\\@&123\\> \\<\\#123\\>",
      "[free](https://example.com)       ¦ \\[free\\]\\(https\\:\\/\\/example.com\\)",
      "https://example.com               ¦ https\\:\\/\\/example.com",
      "discord.gg/abc                    ¦ discord.gg\\/abc",
      "<:piano:123> <a:piano:123>        ¦ \\<\\:piano\\:123\\> \\<a\\:piano\\:123\\>",
      ":smile: tempo: 128                ¦ \\:smile: tempo: 128",
      "<t:1700000000:R>                  ¦ \\<t\\:1700000000\\:R\\>",
      "</music:123> <id:customize>       ¦ \\<\\/music\\:123\\> \\<id\\:customize\\>",
      "# heading                         ¦ \\# heading",
      "-# small print                    ¦ \\-\\# small print",
      "- item                            ¦ \\- item",
      "+ item                            ¦ \\+ item",
      "12. item 1.5                      ¦ 12\\. item 1.5",
      "> quote                           ¦ \\> quote",
      "back\\slash \\*                   ¦ back\\\\slash \\\\\\*",
  })
  void whatDiscordWouldFormatIsShownAsText(String prompt, String shown) {
    assertThat(SafeText.shown(prompt, 300)).isEqualTo(shown);
  }

  @Test
  void lineBreaksBecomeSpacesSoThatNothingStandsAtTheStartOfALine() {
    assertThat(SafeText.plain("rain\n# heading\r\n\t> quote\u2028- item\u2029end\u0085")).isEqualTo(
        "rain # heading > quote - item end");
  }

  @Test
  void whatADatabaseCannotKeepIsNotKept() {
    assertThat(SafeText.wellFormed("ra\u0000in \ud83c, \uD83C\uDFB9\u200b\n")).isEqualTo("rain ?, \uD83C\uDFB9\u200b\n");
  }

  @Test
  void whatCannotBeSeenIsTakenOut() {
    assertThat(SafeText.plain("a\u0000\u0007\u001b[31mb\u007f")).isEqualTo("a[31mb");
    assertThat(SafeText.plain("z\u200b\u200c\u200d\u2060\ufeffero")).isEqualTo("zero");
    assertThat(SafeText.plain("b\u202e\u202d\u2066\u2067\u2069\u200f\u061cidi")).isEqualTo("bidi");
    assertThat(SafeText.plain("f\u3164\u115f\uffa0\u2800ill")).isEqualTo("fill");
    assertThat(SafeText.plain("t" + Character.toString(0xE0041) + "ag" + '\ud83d')).isEqualTo("tag");
  }

  @Test
  void zeroWidthCharactersDoNotHideAMention() {
    assertThat(SafeText.shown("@\u200beveryone <\u200b@1>", 300)).isEqualTo("\\@everyone \\<\\@1\\>");
  }

  @Test
  void otherWritingsStayAsTheyAre() {
    assertThat(SafeText.shown("静かなピアノ, موسيقى هادئة, скрипка, ❤️ 🎹", 300))
        .isEqualTo("静かなピアノ, موسيقى هادئة, скрипка, ❤️ 🎹");
  }

  @Test
  void aLongPromptIsCutBetweenCodePoints() {
    String shown = SafeText.shown("🎹".repeat(3_000), 300);
    assertThat(shown.codePointCount(0, shown.length())).isEqualTo(300);
    assertThat(shown).startsWith("🎹").endsWith("🎹…");
    assertThat(shown.codePoints()).noneMatch(character -> Character.getType(character) == Character.SURROGATE);
  }

  @Test
  void aPromptOfTheRightLengthIsNotCut() {
    assertThat(SafeText.shown("x".repeat(300), 300)).isEqualTo("x".repeat(300));
  }

  @Test
  void escapesAreNotCutInHalf() {
    assertThat(SafeText.shown("*".repeat(6_000), 3)).isEqualTo("\\*\\*…");
  }

  @ParameterizedTest
  @CsvSource({
      "'warm lo-fi piano', warm-lo-fi-piano-0ABCDEFGHJKMN.wav",
      "'Élan, über 128 BPM!', elan-uber-128-bpm-0ABCDEFGHJKMN.wav",
      "'静かなピアノ', sound-0ABCDEFGHJKMN.wav",
      "'../../etc/passwd', etc-passwd-0ABCDEFGHJKMN.wav",
      "'a very long prompt that goes on and on about rain', a-very-long-prompt-that-goes-on-and-on-0ABCDEFGHJKMN.wav",
  })
  void filesAreCalledByThePrompt(String prompt, String name) {
    assertThat(SafeText.fileName(prompt, "0ABCDEFGHJKMN", "wav")).isEqualTo(name);
  }

  @Test
  void fileNamesHaveAtMostSixtyCharacters() {
    assertThat(SafeText.fileName("x".repeat(6_000), "0ABCDEFGHJKMN", "flac")).hasSizeLessThanOrEqualTo(60)
        .startsWith("xxx").endsWith("-0ABCDEFGHJKMN.flac");
  }
}
