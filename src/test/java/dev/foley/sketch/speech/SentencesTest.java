package dev.foley.sketch.speech;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foley.sketch.speech.Sentence.Pause;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SentencesTest {
  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '\u0001', value = {
      "It costs €20 or £1,250.50. | It costs 20 euros or 1,250.50 pounds.",
      "See https://www.example.com/path?x=1 | See example dot com",
      "me@foo.org, e.g. today | me at foo dot org, for example today",
      "50% of 20°C & more | 50 percent of 20 degrees C and more",
      "44.1kHz, v1.2.3, 3½ cups | 44.1 kilohertz, v1 point 2 point 3, 3 1/2 cups",
      "**bold** `code` <b>tag</b> <:wave:123> | bold code tag wave",
      "Łódź, naïve straße | Lodz, naive strasse",
      "Привет, мир | Preevyet, meer",
      "Καλημέρα | Kaleemera",
      "キャット、せかい | kyato, sekai",
      "🎸🔥🔥 | guitar, fire,",
      "nooooo!!! hmmm | noo! hum",
      "nothing — at all | nothing, at all",
      "‘curly’ “marks” | 'curly' \"marks\"",
      "1234567890 | 1 2 3 4 5 6 7 8 9 0"})
  void writesOutWhatTheVoiceCouldNotRead(String text, String words) {
    assertThat(words(text)).containsExactly(words);
  }

  @Test
  void endsASentenceAtItsMarksButNotAtATitleOrAnInitial() {
    assertThat(words("Mr. A. Smith met Dr. Jones in the U.S.A. today. He left... Why? \"Go!\" she said."))
        .containsExactly("Mr. A. Smith met Dr. Jones in the U.S.A. today.", "He left...", "Why?", "\"Go!\" she said.");
  }

  @Test
  void takesALineForASentenceUnlessItGoesOnInSmallLetters() {
    assertThat(words("A line\nthat goes on\nAnother")).containsExactly("A line that goes on", "Another");
  }

  @Test
  void pausesAsTheMarksSay() {
    assertThat(Sentences.of(Wording.of("One. Two... Three\n\nFour"))).extracting(Sentence::pause)
        .containsExactly(Pause.STOP, Pause.THOUGHT, Pause.PARAGRAPH, Pause.STOP);
  }

  @Test
  void takesABreathInALongSentenceAfterACommaIfThereIsOne() {
    List<Sentence> parts = Sentences.of("a word ".repeat(20) + "and, " + "so on ".repeat(30) + "to the end.");

    assertThat(parts).hasSize(2).allMatch(part -> part.words().length() <= Sentences.LONGEST);
    assertThat(parts.getFirst().words()).endsWith("and,");
    assertThat(parts).extracting(Sentence::pause).containsExactly(Pause.BREATH, Pause.STOP);
  }

  private static List<String> words(String text) {
    return Sentences.of(Wording.of(text)).stream().map(Sentence::words).toList();
  }
}
