package dev.foley.sketch.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.foley.audio.PcmClip;
import dev.foley.audio.PcmFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpeechSketchTest {
  private static final String PANGRAM = "The quick brown fox jumps over the lazy dog. She sells sea shells by the sea shore, and"
      + " nobody asks why. How now, brown cow?";
  private static final String PROSE = "Good evening, and welcome to the late news. The rain that fell on the coast this morning"
      + " will reach the city before midnight. The mayor said on Friday that the old bridge would be open again by the end"
      + " of the month. Nobody in the harbour has seen the ship since it left on Monday.";
  /** Shared, so that the voice is loaded once. */
  private static final SpeechSketch SKETCH = new SpeechSketch();

  static List<String> voices() {
    return SKETCH.voices().stream().map(SketchVoice::id).toList();
  }

  @Test
  void offersAtLeastFourVoicesWithDifferentIds() {
    assertThat(voices()).hasSizeGreaterThanOrEqualTo(4).doesNotHaveDuplicates();
    assertThat(SKETCH.voices()).allSatisfy(voice -> assertThat(voice.name() + voice.description()).isNotBlank());
  }

  @ParameterizedTest
  @MethodSource("voices")
  void speaksAtAnEvenLoudnessWithoutClipping(String voice) {
    PcmClip clip = SKETCH.render(PANGRAM, voice, 1, 1);

    assertThat(clip.format()).isEqualTo(new PcmFormat(44_100, 1, 16, PcmFormat.Encoding.INTEGER));
    Listening heard = new Listening(clip);
    assertThat(heard.speechDecibels()).as("RMS while speaking").isBetween(-20.0, -16.0);
    assertThat(heard.peakDecibels()).as("peak").isLessThan(-1);
  }

  @ParameterizedTest
  @MethodSource("voices")
  void speaksAboutAsFastAsPeopleDo(String voice) {
    double minutes = SKETCH.render(PROSE, voice, 1, 1).duration().toMillis() / 60_000.0;

    assertThat(PROSE.split(" ").length / minutes).as("words a minute").isBetween(140.0, 190.0);
  }

  @ParameterizedTest
  @CsvSource({"otto,84", "kal,108", "unit,128", "mira,170", "pip,230"})
  void hasAVoiceForEveryPitch(String voice, double hertz) {
    assertThat(new Listening(SKETCH.render(PANGRAM, voice, 1, 1)).pitchHertz()).isCloseTo(hertz, within(0.12 * hertz));
  }

  @Test
  void letsTheMachineSpeakOnOneNoteAndTheOthersSing() {
    assertThat(new Listening(SKETCH.render(PANGRAM, "unit", 1, 1)).pitchRangeSemitones()).isLessThan(1.5);
    assertThat(new Listening(SKETCH.render(PANGRAM, "mira", 1, 1)).pitchRangeSemitones()).isGreaterThan(3);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.7, 0.85, 1.2})
  void changesTheLengthWithTheSpeedButNotThePitch(double speed) {
    PcmClip plain = SKETCH.render(PANGRAM, "kal", 1, 5);
    PcmClip other = SKETCH.render(PANGRAM, "kal", speed, 5);

    assertThat((double) other.frames() / plain.frames()).isCloseTo(1 / speed, within(0.03));
    double pitch = new Listening(plain).pitchHertz();
    assertThat(new Listening(other).pitchHertz()).isCloseTo(pitch, within(0.05 * pitch));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.69, 1.21, 0, -1, Double.NaN, Double.POSITIVE_INFINITY})
  void refusesASpeedOutOfRange(double speed) {
    assertThatThrownBy(() -> SKETCH.render("Hello", "kal", speed, 1)).isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("0.7 to 1.2");
    assertThatThrownBy(() -> SKETCH.estimate("Hello", speed)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Kal", "kevin16", "nobody"})
  void refusesAVoiceThatItDoesNotHave(String voice) {
    assertThatThrownBy(() -> SKETCH.render("Hello", voice, 1, 1)).isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no sketch voice \"" + voice + "\"");
  }

  @Test
  void refusesATextOfMoreThanTenThousandCharacters() {
    assertThatThrownBy(() -> SKETCH.render("a".repeat(10_001), "kal", 1, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("10000");
  }

  @Test
  void pausesBetweenSentencesAndLongerBetweenParagraphs() {
    List<Long> pauses = new Listening(SKETCH.render("It was late. Nobody came.\n\nThe door stood open.", "kal", 1, 3))
        .pauses(300);

    assertThat(pauses).hasSize(2);
    assertThat(pauses.get(0)).isBetween(380L, 620L);
    assertThat(pauses.get(1)).isGreaterThan(pauses.get(0) + 200);
  }

  @Test
  void givesTheSameBytesForTheSameArguments() {
    assertThat(new SpeechSketch().render(PANGRAM, "mira", 1.1, 42).samples())
        .isEqualTo(SKETCH.render(PANGRAM, "mira", 1.1, 42).samples());
  }

  @Test
  void letsTheSeedVaryTheDeliveryOnlyALittle() {
    PcmClip one = SKETCH.render(PANGRAM, "kal", 1, 1);
    PcmClip two = SKETCH.render(PANGRAM, "kal", 1, 2);

    assertThat(two.samples()).isNotEqualTo(one.samples());
    assertThat((double) two.frames() / one.frames()).isCloseTo(1, within(0.05));
    double pitch = new Listening(one).pitchHertz();
    assertThat(new Listening(two).pitchHertz()).isCloseTo(pitch, within(0.06 * pitch));
  }

  @Test
  void servesManyThreadsAtOnceAndEachAsIfAlone() {
    List<PcmClip> alone = IntStream.range(0, 4).mapToObj(i -> render(PANGRAM, i)).toList();

    List<PcmClip> together = IntStream.range(0, 4).parallel().mapToObj(i -> render(PANGRAM, i)).toList();

    for (int i = 0; i < 4; i++) {
      assertThat(together.get(i).samples()).isEqualTo(alone.get(i).samples());
    }
  }

  private static PcmClip render(String text, int voice) {
    return SKETCH.render(text, voices().get(voice), 1, voice);
  }

  @Test
  void leavesNothingAboveTheVoiceWhenItRaisesTheSampleRate() {
    assertThat(new Listening(SKETCH.render(PANGRAM, "kal", 1, 1)).aboveTheVoiceDecibels()).isLessThan(-50);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.7, 1, 1.2})
  void estimatesTheLengthOfProse(double speed) {
    String prose = (PANGRAM + " In 1999 it cost $5.99, they say. \"Nonsense,\" said Mr. Smith; he had paid less. ")
        .repeat(3);

    double spoken = SKETCH.render(prose, "kal", speed, 1).duration().toMillis();
    assertThat((double) SKETCH.estimate(prose, speed).toMillis()).isCloseTo(spoken, within(0.2 * spoken));
  }
}
