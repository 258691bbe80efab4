package dev.foley.sketch;

import static dev.foley.sketch.Part.BASS;
import static dev.foley.sketch.Part.CHORDS;
import static dev.foley.sketch.Part.LEAD;
import static dev.foley.sketch.Part.PAD;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What can be asked for by name: where it sits in the band, and its comfortable range in MIDI notes. */
enum Instrument {
  PIANO(48, 84, CHORDS, LEAD),
  FELT_PIANO(48, 81, CHORDS, LEAD),
  ELECTRIC_PIANO(48, 79, CHORDS, LEAD),
  ORGAN(48, 79, CHORDS, PAD, LEAD),
  HARPSICHORD(48, 84, CHORDS, LEAD),
  MUSIC_BOX(67, 96, LEAD, CHORDS),
  BELLS(62, 88, LEAD, CHORDS),
  VIBRAPHONE(55, 84, LEAD, CHORDS),
  MARIMBA(50, 84, LEAD, CHORDS),
  KALIMBA(60, 86, LEAD, CHORDS),
  ACCORDION(53, 81, LEAD, CHORDS),
  ACOUSTIC_GUITAR(45, 76, CHORDS, LEAD),
  NYLON_GUITAR(45, 76, CHORDS, LEAD),
  CLEAN_GUITAR(45, 79, CHORDS, LEAD),
  DISTORTED_GUITAR(40, 76, CHORDS, LEAD),
  BANJO(50, 79, CHORDS, LEAD),
  UKULELE(57, 79, CHORDS, LEAD),
  HARP(45, 88, CHORDS, LEAD),
  SITAR(48, 76, LEAD, CHORDS),
  STRINGS(48, 84, PAD, LEAD),
  SPICCATO(48, 79, CHORDS),
  PIZZICATO(50, 84, CHORDS, LEAD),
  VIOLIN(60, 91, LEAD, PAD),
  CELLO(40, 67, LEAD, BASS),
  CHOIR(50, 77, PAD, LEAD),
  BRASS(46, 74, CHORDS, PAD, LEAD),
  HORN(46, 70, LEAD, PAD),
  TRUMPET(57, 80, LEAD),
  SAXOPHONE(52, 76, LEAD),
  FLUTE(64, 91, LEAD),
  CLARINET(53, 84, LEAD),
  WARM_PAD(48, 77, PAD),
  GLASS_PAD(53, 84, PAD),
  DARK_PAD(43, 72, PAD),
  SUPERSAW(52, 84, CHORDS, LEAD, PAD),
  SAW_LEAD(57, 84, LEAD),
  SQUARE_LEAD(57, 88, LEAD, CHORDS),
  PLUCK(57, 86, LEAD, CHORDS),
  ACID(36, 60, BASS),
  SYNTH_BASS(33, 52, BASS),
  SUB_BASS(31, 45, BASS),
  REESE_BASS(31, 48, BASS),
  BASS_808(31, 46, BASS),
  UPRIGHT_BASS(33, 52, BASS),
  ELECTRIC_BASS(33, 52, BASS),
  CONTRABASSES(31, 50, BASS);

  private final int lowest;
  private final int highest;
  @SuppressWarnings("ImmutableEnumChecker") // made by List.of
  private final List<Part> parts;

  Instrument(int lowest, int highest, Part... parts) {
    this.lowest = lowest;
    this.highest = highest;
    this.parts = List.of(parts);
  }

  int lowest() {
    return lowest;
  }

  int highest() {
    return highest;
  }

  /** Where it may sit, the most natural first. */
  List<Part> parts() {
    return parts;
  }

  /** All that share the last word of the name: every guitar, every piano, every pad. */
  Set<Instrument> kin() {
    String family = name().substring(name().lastIndexOf('_') + 1);
    EnumSet<Instrument> kin = EnumSet.of(this);
    for (Instrument other : values()) {
      if (other.name().endsWith(family)) {
        kin.add(other);
      }
    }
    return kin;
  }

  /** The same note, moved by octaves into the range. */
  int fold(int pitch) {
    int folded = pitch;
    while (folded < lowest) {
      folded += 12;
    }
    while (folded > highest) {
      folded -= 12;
    }
    return folded;
  }

  /** Whether it is a string that is plucked, so that chords are strummed rather than struck. */
  boolean strummed() {
    return switch (this) {
      case ACOUSTIC_GUITAR, NYLON_GUITAR, CLEAN_GUITAR, DISTORTED_GUITAR, BANJO, UKULELE, HARP, SITAR -> true;
      default -> false;
    };
  }
}
