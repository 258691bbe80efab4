package dev.foley.provider.elevenlabs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TextPartsTest {
  /** Letters, ends of all kinds, scripts without spaces, characters of two and of many units. */
  private static final List<String> PIECES = List.of("word ", "longer-word ", "Dr. Who said: ", "so, ", "Stop! ",
      "Why? ",
      "and on. ", "\n\n", "  ", "\u4F60\u597D\u3002", "\u3053\u3093\u306B\u3061\u306F\u3001", "\uD83D\uDE00",
      "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67", "e\u0301",
      "xxxxxxxxxxxxxxxxxxxxxxxxxxxxx", "\uD800", "\u0000");

  @Test
  void thePartsAreTheTextAndNoneIsTooLong() {
    SplittableRandom random = new SplittableRandom(3);
    for (int round = 0; round < 400; round++) {
      StringBuilder made = new StringBuilder();
      int pieces = random.nextInt(1, 120);
      for (int i = 0; i < pieces; i++) {
        made.append(PIECES.get(random.nextInt(PIECES.size())));
      }
      String text = made.toString();
      int limit = random.nextInt(2, 80);

      List<String> parts = TextParts.of(text, limit);

      assertThat(String.join("", parts)).isEqualTo(text);
      assertThat(parts).allSatisfy(part -> assertThat(part.length()).isBetween(1, limit));
      for (int i = 1; i < parts.size(); i++) {
        boolean torn = Character.isHighSurrogate(parts.get(i - 1).charAt(parts.get(i - 1).length() - 1))
            && Character.isLowSurrogate(parts.get(i).charAt(0));
        assertThat(torn).as("a character torn in two").isFalse();
      }
    }
  }

  @Test
  void aTextThatFitsIsOnePart() {
    assertThat(TextParts.of("All of it. At once.", 19)).containsExactly("All of it. At once.");
  }

  @Test
  void theEndOfASentenceComesFirst() {
    assertThat(TextParts.of("One two. Three, four. Five six.", 25))
        .containsExactly("One two. Three, four. ", "Five six.");
  }

  @Test
  void thenTheEndOfAClause() {
    assertThat(TextParts.of("one two three, four five six seven", 22)).containsExactly("one two three,",
        " four five six seven");
  }

  @Test
  void thenTheEndOfAWord() {
    assertThat(TextParts.of("one two three four", 12)).containsExactly("one two ", "three four");
  }

  @Test
  void thenTheEndOfACharacter() {
    assertThat(TextParts.of("abcdefgh", 3)).containsExactly("abc", "def", "gh");
    assertThat(TextParts.of("\uD83D\uDE00\uD83D\uDE00", 3)).containsExactly("\uD83D\uDE00", "\uD83D\uDE00");
  }

  @Test
  void aLimitThatHoldsNotEveryCharacterIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> TextParts.of("x", 1));
  }
}
