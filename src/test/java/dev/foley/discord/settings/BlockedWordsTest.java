package dev.foley.discord.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlockedWordsTest {
  private static final List<String> WORDS = List.of("rubbish", "two words", "straße", "ゴミ");

  @ParameterizedTest
  @ValueSource(strings = {"rubbish", "a song about RUBBISH, loud", "Rubbish!", "»rubbish«", "rubbish_bin",
      "rub\u200Bbish",
      "r\u00ADu\u2060b\uFEFFbish", "ｒｕｂｂｉｓｈ", "𝐫𝐮𝐛𝐛𝐢𝐬𝐡", "rubbısh", "ru\u034Fbbish", "rub\u3164bish", "ⓡⓤⓑⓑⓘⓢⓗ"})
  void aWordIsFoundHoweverItIsWritten(String text) {
    assertThat(BlockedWords.first(WORDS, text)).contains("rubbish");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "rubbishy", "nonrubbish", "rubbish2", "rub bish", "rubbiſhing", "Rübbish", "two",
      "words"})
  void partsOfOtherWordsAreNotFound(String text) {
    assertThat(BlockedWords.first(WORDS, text)).isEmpty();
  }

  @Test
  void severalWordsInARowAreFoundAcrossSpacesAndLines() {
    assertThat(BlockedWords.first(WORDS, "these Two \n  WORDS here")).contains("two words");
  }

  @Test
  void lettersThatOnlyDifferWhenSmallAreTheSame() {
    assertThat(BlockedWords.first(WORDS, "auf der STRASSE")).contains("straße");
  }

  @Test
  void inScriptsWithoutSpacesAWordNeedsNoSpaceAround() {
    assertThat(BlockedWords.first(WORDS, "これはゴミです")).contains("ゴミ");
    assertThat(BlockedWords.first(WORDS, "ｺﾞﾐ")).contains("ゴミ");
  }

  @Test
  void theFirstOfSeveralIsNamed() {
    assertThat(BlockedWords.first(WORDS, "two words of rubbish")).contains("rubbish");
  }

  @Test
  void aWordIsKeptInItsPlainestForm() {
    assertThat(BlockedWords.normal("  Ｔｗｏ\n Wor\u200Bds ")).isEqualTo("two words");
    assertThat(BlockedWords.normal("\u200B\u2060")).isEmpty();
  }
}
