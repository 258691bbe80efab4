package dev.foley.sketch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PromptReaderTest {
  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "128 BPM deep house with warm pads | DEEP_HOUSE", "warm lo-fi piano with vinyl crackle | LOFI",
      "epic orchestral strings, 90 BPM, D minor | ORCHESTRAL", "jazzy lo-fi beats | LOFI", "a funky rock song | ROCK",
      "drum and bass roller | DRUM_AND_BASS", "haunted house | DARK_AMBIENT", "Heavy Metal | METAL",
      "D&B | DRUM_AND_BASS",
      "chill | DOWNTEMPO", "acoustic guitar | FOLK", "piano | CLASSICAL", "very aggressive energetic | DANCE",
      "Böse Orgel, Walzer | WALTZ", "ローファイ | LOFI", "musique classique | CLASSICAL", "not jazz but blues | BLUES"})
  void findsTheGenre(String prompt, Genre genre) {
    assertThat(PromptReader.read(prompt).genre()).isEqualTo(genre);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"128 BPM house | 128", "house,128bpm | 128", "bpm: 90 | 90", "tempo 72.5 | 72.5",
      "120-124 bpm | 122", "95 beats per minute | 95", "Largo | 48", "allegro, 100 bpm | 100", "999 bpm | 300"})
  void findsTheTempo(String prompt, double bpm) {
    assertThat(PromptReader.read(prompt).pace().bpm()).hasValue(bpm);
  }

  @ParameterizedTest
  @ValueSource(strings = {"house", "3/4 waltz", "take 5", "an 808 beat", "the year 1984", "8-bit"})
  void takesNoOtherNumberForATempo(String prompt) {
    assertThat(PromptReader.read(prompt).pace().bpm()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"D minor | 2 | MINOR", "in f# major | 6 | MAJOR", "B flat dorian | 10 | DORIAN",
      "Bb major | 10 | MAJOR", "c-moll | 0 | MINOR", "E♭ harmonic minor | 3 | HARMONIC_MINOR", "key of Am | 9 | MINOR",
      "C sharp phrygian | 1 | PHRYGIAN"})
  void findsTheKey(String prompt, int tonic, Mode mode) {
    MusicBrief.Tonality tonality = PromptReader.read(prompt).tonality();

    assertThat(tonality.tonic()).hasValue(tonic);
    assertThat(tonality.mode()).hasValue(mode);
  }

  @ParameterizedTest
  @ValueSource(strings = {"no drums", "drumless", "without any drums", "techno without drums or vocals",
      "ohne Schlagzeug", "sans batterie", "sin bateria", "no bass and drums", "no percussion, please", "beatless"})
  void leavesTheDrummerAtHomeWhenAsked(String prompt) {
    MusicBrief brief = PromptReader.read(prompt);

    assertThat(brief.absent()).contains(Part.DRUMS);
    assertThat(new Composer(brief, 1).compose(20).hits()).isEmpty();
  }

  @Test
  void refusesOnlyWhatTheNegationReaches() {
    MusicBrief brief = PromptReader.read("house with piano, no drums and a gentle flute, but with bass");

    assertThat(brief.absent()).containsExactly(Part.DRUMS);
    assertThat(brief.featured()).containsExactly(Instrument.PIANO, Instrument.FLUTE);
    assertThat(brief.wanted()).contains(Part.BASS);
  }

  @Test
  void refusesAWholeFamilyOfInstruments() {
    MusicBrief brief = PromptReader.read("rock without guitars");

    assertThat(new Composer(brief, 1).compose(20).lines()).extracting(Score.Line::instrument)
        .doesNotContain(Instrument.DISTORTED_GUITAR, Instrument.CLEAN_GUITAR, Instrument.ACOUSTIC_GUITAR);
  }

  @Test
  void ignoresAMoodThatIsNotWanted() {
    assertThat(PromptReader.read("not sad").tonality().gloom()).isZero();
    assertThat(PromptReader.read("sad").tonality().gloom()).isPositive();
    assertThat(PromptReader.read("happy").tonality().gloom()).isNegative();
  }

  @Test
  void letsTheGenreSayWhichGuitarIsMeant() {
    assertThat(PromptReader.read("metal guitar").featured()).containsExactly(Instrument.DISTORTED_GUITAR);
    assertThat(PromptReader.read("bossa nova guitar").featured()).containsExactly(Instrument.NYLON_GUITAR);
    assertThat(PromptReader.read("guitar").featured()).containsExactly(Instrument.ACOUSTIC_GUITAR);
  }

  @Test
  void aSoloistPlaysAlone() {
    Score score = new Composer(PromptReader.read("solo cello"), 1).compose(20);

    assertThat(score.lines()).extracting(Score.Line::instrument).containsOnly(Instrument.CELLO);
    assertThat(score.hits()).isEmpty();
  }

  @Test
  void aSoloInABandIsNoReasonToSendTheBandHome() {
    assertThat(PromptReader.read("rock with a guitar solo").alone()).isFalse();
    assertThat(PromptReader.read("solo piano jazz").alone()).isTrue();
    assertThat(PromptReader.read("piano solo").alone()).isTrue();
  }

  @Test
  void drumsOnlyMeansDrumsOnly() {
    Score score = new Composer(PromptReader.read("techno, drums only"), 1).compose(20);

    assertThat(score.lines()).isEmpty();
    assertThat(score.hits()).isNotEmpty();
  }

  @Test
  void hearsTexturesAndNamedInstrumentsInOrder() {
    MusicBrief brief = PromptReader.read("rainy day, rhodes and saxophone over vinyl crackle");

    assertThat(brief.textures()).containsExactlyInAnyOrder(Texture.RAIN, Texture.VINYL);
    assertThat(brief.featured()).isEqualTo(List.of(Instrument.ELECTRIC_PIANO, Instrument.SAXOPHONE));
  }

  @Test
  void findsNoWordInsideAnother() {
    assertThat(PromptReader.read("trapeze, harpoon, organise, popular").featured()).isEmpty();
  }
}
