package dev.foley.sketch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GenreTest {
  @ParameterizedTest
  @EnumSource(Genre.class)
  void isCompleteAndComposes(Genre genre) {
    Style style = genre.style();

    assertThat(style.rhythm().slowest()).isBetween(40, style.rhythm().fastest());
    assertThat(style.rhythm().swing()).isBetween(0.5, 0.67);
    assertThat(style.harmony().modes()).isNotEmpty();
    assertThat(style.band().players()).containsKeys(Part.BASS, Part.CHORDS, Part.LEAD);
    assertThat(style.band().players().values()).allSatisfy(player -> {
      assertThat(player.instrument().parts()).contains(player.part());
      if (player.part() == Part.BASS || player.part() == Part.CHORDS) {
        assertThat(player.patterns()).isNotEmpty();
      }
    });
  }

  @ParameterizedTest
  @EnumSource(Genre.class)
  void writesNotesWithinRangeAndBeforeTheEnd(Genre genre) {
    MusicBrief brief = brief(genre);
    Score score = new Composer(brief, 21).compose(60);

    assertThat(score.lines()).hasSizeGreaterThanOrEqualTo(3).allSatisfy(line -> {
      assertThat(line.notes()).isNotEmpty();
      assertThat(line.notes()).allSatisfy(note -> {
        assertThat(note.pitch()).isBetween(24, 108);
        assertThat(note.beats()).isPositive();
        assertThat(note.beat()).isBetween(0.0, score.timeline().end());
        assertThat(note.velocity()).isBetween(0.1, 1.0);
      });
    });
    boolean drummed = genre.style().rhythm().groove() != Groove.NONE;
    assertThat(score.hits().isEmpty()).isNotEqualTo(drummed);
  }

  private static MusicBrief brief(Genre genre) {
    MusicBrief plain = PromptReader.read("");
    return new MusicBrief(genre, plain.pace(), plain.tonality(), plain.mood(), plain.featured(), plain.excluded(),
        plain.wanted(), plain.absent(), false, plain.textures());
  }

  @Test
  void everyGenreIsReachedByWords() {
    String words = "house, deep house, techno, trance, edm, drum and bass, dubstep, hip hop, trap, lofi, downtempo, ambient, "
        + "dark ambient, orchestral, classical, jazz, bossa nova, latin, funk, disco, rock, metal, pop, folk, country, blues, "
        + "reggae, synthwave, chiptune, waltz, lullaby, soul, world music";

    assertThat(words.lines().flatMap(line -> Stream.of(line.split(", ", -1)))
        .map(word -> PromptReader.read(word).genre()).collect(Collectors.toSet()))
        .containsExactlyInAnyOrder(Genre.values());
  }

  @ParameterizedTest
  @EnumSource(Palette.class)
  void progressionsNameDegreesOfTheScale(Palette palette) {
    for (Mode mode : Mode.values()) {
      assertThat(palette.progressions(mode)).isNotEmpty().allMatch(text -> text.matches("[1-7]!?( [1-7]!?)*"));
    }
  }

  @ParameterizedTest
  @EnumSource(Instrument.class)
  void everyInstrumentSoundsAndFallsSilent(Instrument instrument) {
    int pitch = (instrument.lowest() + instrument.highest()) / 2;
    Voice voice = Patches.of(instrument).voice(pitch, 0.8, Dsp.SAMPLE_RATE / 2, new SplittableRandom(1));
    boolean sounding = true;
    double peak = 0;
    for (int block = 0; sounding && block < 10 * Dsp.SAMPLE_RATE / Studio.BLOCK; block++) {
      float[] left = new float[Studio.BLOCK];
      sounding = voice.render(left, new float[Studio.BLOCK], 0, Studio.BLOCK);
      for (float sample : left) {
        peak = Math.max(peak, Math.abs(sample));
      }
    }

    assertThat(peak).isBetween(0.02, 2.0);
    assertThat(sounding).isFalse();
  }

  @ParameterizedTest
  @EnumSource(Kit.class)
  void everyDrumSoundsInEveryKit(Kit kit) {
    for (Drum drum : Drum.values()) {
      float peak = 0;
      for (float sample : new DrumSynth(kit).make(drum)) {
        peak = Math.max(peak, Math.abs(sample));
      }
      assertThat(peak).as(drum.name()).isBetween(0.05f, 1.6f);
    }
  }
}
