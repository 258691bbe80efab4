package dev.foley.sketch;

import static dev.foley.sketch.Colour.NINTH;
import static dev.foley.sketch.Colour.POWER;
import static dev.foley.sketch.Colour.SEVENTH;
import static dev.foley.sketch.Colour.TRIAD;
import static dev.foley.sketch.Instrument.ACCORDION;
import static dev.foley.sketch.Instrument.ACID;
import static dev.foley.sketch.Instrument.ACOUSTIC_GUITAR;
import static dev.foley.sketch.Instrument.BANJO;
import static dev.foley.sketch.Instrument.BASS_808;
import static dev.foley.sketch.Instrument.BELLS;
import static dev.foley.sketch.Instrument.BRASS;
import static dev.foley.sketch.Instrument.CELLO;
import static dev.foley.sketch.Instrument.CHOIR;
import static dev.foley.sketch.Instrument.CLEAN_GUITAR;
import static dev.foley.sketch.Instrument.CONTRABASSES;
import static dev.foley.sketch.Instrument.DARK_PAD;
import static dev.foley.sketch.Instrument.DISTORTED_GUITAR;
import static dev.foley.sketch.Instrument.ELECTRIC_BASS;
import static dev.foley.sketch.Instrument.ELECTRIC_PIANO;
import static dev.foley.sketch.Instrument.FELT_PIANO;
import static dev.foley.sketch.Instrument.FLUTE;
import static dev.foley.sketch.Instrument.GLASS_PAD;
import static dev.foley.sketch.Instrument.HARP;
import static dev.foley.sketch.Instrument.HORN;
import static dev.foley.sketch.Instrument.KALIMBA;
import static dev.foley.sketch.Instrument.MARIMBA;
import static dev.foley.sketch.Instrument.MUSIC_BOX;
import static dev.foley.sketch.Instrument.NYLON_GUITAR;
import static dev.foley.sketch.Instrument.ORGAN;
import static dev.foley.sketch.Instrument.PIANO;
import static dev.foley.sketch.Instrument.PLUCK;
import static dev.foley.sketch.Instrument.REESE_BASS;
import static dev.foley.sketch.Instrument.SAW_LEAD;
import static dev.foley.sketch.Instrument.SAXOPHONE;
import static dev.foley.sketch.Instrument.SPICCATO;
import static dev.foley.sketch.Instrument.SQUARE_LEAD;
import static dev.foley.sketch.Instrument.STRINGS;
import static dev.foley.sketch.Instrument.SUB_BASS;
import static dev.foley.sketch.Instrument.SUPERSAW;
import static dev.foley.sketch.Instrument.SYNTH_BASS;
import static dev.foley.sketch.Instrument.TRUMPET;
import static dev.foley.sketch.Instrument.UPRIGHT_BASS;
import static dev.foley.sketch.Instrument.VIBRAPHONE;
import static dev.foley.sketch.Instrument.WARM_PAD;
import static dev.foley.sketch.Mode.DORIAN;
import static dev.foley.sketch.Mode.HARMONIC_MINOR;
import static dev.foley.sketch.Mode.LYDIAN;
import static dev.foley.sketch.Mode.MAJOR;
import static dev.foley.sketch.Mode.MINOR;
import static dev.foley.sketch.Mode.MIXOLYDIAN;
import static dev.foley.sketch.Mode.PHRYGIAN;
import static dev.foley.sketch.Style.Player.bass;
import static dev.foley.sketch.Style.Player.chords;
import static dev.foley.sketch.Style.Player.lead;
import static dev.foley.sketch.Style.Player.pad;
import static dev.foley.sketch.Style.Rhythm.even;
import static dev.foley.sketch.Style.Rhythm.shuffled;
import static dev.foley.sketch.Style.Rhythm.swung;
import static dev.foley.sketch.Style.Rhythm.threeFour;

import dev.foley.sketch.Style.Band;
import dev.foley.sketch.Style.Harmony;
import dev.foley.sketch.Style.Rhythm;
import dev.foley.sketch.Style.Room;

/** The styles that the sketch knows. */
enum Genre {
  HOUSE(even(120, 126, Groove.HOUSE), new Harmony(Palette.DANCE, SEVENTH, 1, MINOR, DORIAN, MAJOR),
      new Band(LeadStyle.RIFF, bass(SYNTH_BASS, "..R-..R-..R-..8-", "R..R..R.R..R..8-"),
          chords(PIANO, "x--x--x---x--x--", "x..x..x..x..x.x."), pad(WARM_PAD), lead(PLUCK)),
      new Room(0.35, 0.3, 0.5, 0)),
  DEEP_HOUSE(shuffled(118, 124, Groove.DEEP_HOUSE, 0.54), new Harmony(Palette.DEEP, NINTH, 1, MINOR, DORIAN),
      new Band(LeadStyle.SPARSE, bass(SYNTH_BASS, "R--R--..R..5-R..", "R-..-.R-..8.R-..", "R..-..R...R-5-7-"),
          chords(ELECTRIC_PIANO, "...x--x...x-....", "..x-..x---..x-..", "x-....x-..x-...."), pad(WARM_PAD),
          lead(PLUCK)),
      new Room(0.5, 0.4, 0.5, 0.1)),
  TECHNO(even(128, 136, Groove.TECHNO), new Harmony(Palette.STATIC, TRIAD, 2, MINOR, PHRYGIAN),
      new Band(LeadStyle.RIFF, bass(ACID, ".RRR.RRR.RR8.RRR", "R.RR.R8R.RR.R.7R"),
          chords(SUPERSAW, "...x-....x-.....", "......x--....x--"), pad(DARK_PAD), lead(PLUCK)),
      new Room(0.45, 0.5, 0.55, 0.2)),
  TRANCE(even(134, 140, Groove.TRANCE), new Harmony(Palette.DANCE, TRIAD, 1, MINOR),
      new Band(LeadStyle.ARPEGGIO, bass(SYNTH_BASS, ".RRR.RRR.RRR.RRR", "..R-..R-..R-..R-"),
          chords(SUPERSAW, "x.xx.x.xx.xx.x.x", "x--x--x--x--x-x-"), pad(GLASS_PAD), lead(PLUCK)),
      new Room(0.55, 0.5, 0.6, 0)),
  DANCE(even(124, 130, Groove.HOUSE), new Harmony(Palette.DANCE, TRIAD, 1, MINOR, MAJOR),
      new Band(LeadStyle.BOUNCY, bass(SYNTH_BASS, "..R-..R-..R-..R-", "R-R-..R-R-R-..8-"),
          chords(SUPERSAW, "x--x--x-..x-x---", "x-----x-----x---"), pad(WARM_PAD), lead(SAW_LEAD)),
      new Room(0.4, 0.35, 0.6, 0)),
  DRUM_AND_BASS(even(172, 176, Groove.BREAKBEAT), new Harmony(Palette.AIRY, SEVENTH, 2, MINOR, DORIAN),
      new Band(LeadStyle.SPARSE, bass(REESE_BASS, "R-----R---..5---", "R---------R-7---"),
          chords(ELECTRIC_PIANO, "x-----x---......", "..x---..x-------"), pad(GLASS_PAD), lead(PLUCK)),
      new Room(0.45, 0.4, 0.3, 0.05)),
  DUBSTEP(even(138, 142, Groove.HALF_TIME), new Harmony(Palette.DARK, POWER, 2, MINOR, PHRYGIAN),
      new Band(LeadStyle.RIFF, bass(REESE_BASS, "R---R-R-R-----8-", "R-R-..R---R-5-R-"),
          chords(SUPERSAW, "x-----..x-......"), pad(DARK_PAD), lead(SQUARE_LEAD)),
      new Room(0.4, 0.35, 0.5, 0.25)),
  HIP_HOP(shuffled(86, 96, Groove.BOOM_BAP, 0.57), new Harmony(Palette.LOFI, SEVENTH, 1, MINOR, DORIAN),
      new Band(LeadStyle.LAID_BACK, bass(ELECTRIC_BASS, "R--...R-R--.5-..", "R-....R-..R-..7-"),
          chords(ELECTRIC_PIANO, "x---..x-....x-..", "x--.....x--....."), pad(STRINGS), lead(VIBRAPHONE)),
      new Room(0.25, 0.2, 0.15, 0.45)),
  TRAP(even(138, 146, Groove.TRAP), new Harmony(Palette.DARK, TRIAD, 2, MINOR, HARMONIC_MINOR),
      new Band(LeadStyle.RIFF, bass(BASS_808, "R------R--R-----", "R-----R---5-R---"),
          chords(BELLS, "1...2...3...2...", "1..2..3.1..2..3."), pad(DARK_PAD), lead(FLUTE)),
      new Room(0.4, 0.35, 0.1, 0.1)),
  LOFI(shuffled(72, 84, Groove.LOFI, 0.59), new Harmony(Palette.LOFI, NINTH, 1, MAJOR, DORIAN, MINOR),
      new Band(LeadStyle.LAID_BACK, bass(UPRIGHT_BASS, "R-----..R--.5-..", "R---..R-..R-..3-"),
          chords(ELECTRIC_PIANO, "x-----..x---....", "x---..x---..x-..", "x-------..x-----"), pad(WARM_PAD),
          lead(FELT_PIANO)),
      new Room(0.35, 0.25, 0.2, 0.7)),
  DOWNTEMPO(shuffled(88, 100, Groove.DOWNTEMPO, 0.54), new Harmony(Palette.DEEP, NINTH, 2, DORIAN, MINOR, MAJOR),
      new Band(LeadStyle.SPARSE, bass(SUB_BASS, "R-----..R-....5-", "R---..R-----..R-"),
          chords(ELECTRIC_PIANO, "x-----......x---", "1-2-3-4-3-2-1-2-"), pad(WARM_PAD), lead(KALIMBA)),
      new Room(0.55, 0.45, 0.35, 0.15)),
  AMBIENT(even(60, 72, Groove.NONE), new Harmony(Palette.AIRY, NINTH, 2, LYDIAN, MAJOR, DORIAN),
      new Band(LeadStyle.SPARSE, bass(SUB_BASS, "R---------------"),
          chords(FELT_PIANO, "1---2---3---4---", "1-----3-----5---"), pad(WARM_PAD), lead(BELLS)),
      new Room(0.95, 0.5, 0, 0.05)),
  DARK_AMBIENT(even(54, 64, Groove.NONE), new Harmony(Palette.DARK, Colour.SUSPENDED, 2, PHRYGIAN, MINOR),
      new Band(LeadStyle.SPARSE, bass(CONTRABASSES, "R---------------"),
          chords(BELLS, "1-------....3---", "....2-------1---"), pad(DARK_PAD), lead(CELLO)),
      new Room(0.95, 0.5, 0, 0.3)),
  ORCHESTRAL(even(84, 104, Groove.EPIC), new Harmony(Palette.EPIC, TRIAD, 1, MINOR, HARMONIC_MINOR),
      new Band(LeadStyle.NOBLE, bass(CONTRABASSES, "R---------------", "R-----R-R---5---"),
          chords(SPICCATO, "1.132.131.132.13", "1.3.2.3.1.3.2.3.", "11321132"), pad(STRINGS), lead(HORN)),
      new Room(0.7, 0.1, 0, 0)),
  CLASSICAL(even(72, 100, Groove.NONE), new Harmony(Palette.CLASSICAL, TRIAD, 1, MAJOR, MINOR),
      new Band(LeadStyle.SINGING, bass(CELLO, "R-------5-------", "R---------------"),
          chords(PIANO, "1-3-2-3-1-3-2-3-", "1-2-3-4-3-2-3-2-"), pad(STRINGS), lead(PIANO)),
      new Room(0.5, 0, 0, 0)),
  JAZZ(swung(112, 150, Groove.SWING, 0.64), new Harmony(Palette.JAZZ, NINTH, 1, MAJOR, DORIAN),
      new Band(LeadStyle.RUNNING, bass(UPRIGHT_BASS, "R---w---w---a---"),
          chords(PIANO, "x-....x-........ ....x-......x-..", "......x-....x-.. x-........x-...."),
          lead(SAXOPHONE)),
      new Room(0.3, 0.05, 0, 0)),
  BOSSA_NOVA(even(120, 140, Groove.BOSSA), new Harmony(Palette.BOSSA, NINTH, 1, MAJOR, MINOR),
      new Band(LeadStyle.SINGING, bass(UPRIGHT_BASS, "R-----5-5-----R-", "R-----5-R-----5-"),
          chords(NYLON_GUITAR, "x..x..x...x..x..", "x-..x-.x-..x-.x."), pad(STRINGS), lead(FLUTE)),
      new Room(0.3, 0.05, 0, 0)),
  LATIN(even(92, 108, Groove.LATIN), new Harmony(Palette.BOSSA, SEVENTH, 1, MINOR, MAJOR),
      new Band(LeadStyle.BOUNCY, bass(UPRIGHT_BASS, "R-....5-....8---", "...R--5---..R---"),
          chords(PIANO, "1.32.3.21.32.3.2", "x.xx.x.xx.xx.x.x"), pad(BRASS), lead(TRUMPET)),
      new Room(0.25, 0.05, 0, 0)),
  FUNK(shuffled(98, 112, Groove.FUNK, 0.53), new Harmony(Palette.FUNK, NINTH, 1, DORIAN, MIXOLYDIAN),
      new Band(LeadStyle.RIFF, bass(ELECTRIC_BASS, "R..R..8.R.7.5.R.", "R.R...7.8..R.5.7"),
          chords(CLEAN_GUITAR, "..x...x...xx..x.", "x.x..xx...x..xx."), pad(ORGAN), lead(BRASS)),
      new Room(0.2, 0.1, 0, 0)),
  DISCO(even(114, 122, Groove.DISCO), new Harmony(Palette.POP, SEVENTH, 1, MINOR, DORIAN, MAJOR),
      new Band(LeadStyle.SINGING, bass(ELECTRIC_BASS, "R.8.R.8.R.8.R.8.", "R-8.R-8.5-8.R-87"),
          chords(CLEAN_GUITAR, "x.xxx.xxx.xxx.xx", "..x.x.xx..x.x.xx"), pad(STRINGS), lead(STRINGS)),
      new Room(0.3, 0.1, 0.15, 0)),
  ROCK(even(112, 136, Groove.ROCK), new Harmony(Palette.ROCK, POWER, 1, MIXOLYDIAN, MINOR, MAJOR),
      new Band(LeadStyle.SINGING, bass(ELECTRIC_BASS, "R-R-R-R-R-R-R-R-", "R-R-R-R-R-R-5-7-"),
          chords(DISTORTED_GUITAR, "x-x-x-x-x-x-x-x-", "x---x-x---x-x---", "x-------x-x-x-x-"), pad(ORGAN),
          lead(DISTORTED_GUITAR)),
      new Room(0.25, 0.1, 0, 0)),
  METAL(even(150, 176, Groove.METAL), new Harmony(Palette.METAL, POWER, 1, PHRYGIAN, MINOR),
      new Band(LeadStyle.RUNNING, bass(ELECTRIC_BASS, "RRRRRRRRRRRRRRRR", "R.RRR.RRR.RRR.RR"),
          chords(DISTORTED_GUITAR, "x.xxx.xxx.xxx.xx", "x-x-xxxxx-x-xxxx"), pad(CHOIR), lead(DISTORTED_GUITAR)),
      new Room(0.25, 0.1, 0, 0)),
  POP(even(96, 116, Groove.POP), new Harmony(Palette.POP, TRIAD, 1, MAJOR, MINOR),
      new Band(LeadStyle.SINGING, bass(ELECTRIC_BASS, "R-----R-R-----5-", "R-R-R-R-R-R-R-R-"),
          chords(PIANO, "x---x---x---x---", "x-----x-----x---", "1-3-2-3-1-3-2-3-"), pad(WARM_PAD), lead(BELLS)),
      new Room(0.35, 0.2, 0.15, 0)),
  FOLK(even(96, 120, Groove.FOLK), new Harmony(Palette.FOLK, TRIAD, 1, MAJOR, DORIAN),
      new Band(LeadStyle.FOLKSY, bass(UPRIGHT_BASS, "R-------5-------", "R-----..5---..R-"),
          chords(ACOUSTIC_GUITAR, "x---x-u-..u-x-u-", "1-3-2-3-1-3-2-3-"), pad(STRINGS), lead(FLUTE)),
      new Room(0.3, 0.05, 0, 0)),
  COUNTRY(even(104, 124, Groove.TRAIN), new Harmony(Palette.FOLK, TRIAD, 1, MAJOR, MIXOLYDIAN),
      new Band(LeadStyle.FOLKSY, bass(UPRIGHT_BASS, "R-------5-------", "R---....5---..w-"),
          chords(ACOUSTIC_GUITAR, "..x-..x-..x-..x-", "x-..x-u-x-..x-u-"), pad(ORGAN), lead(BANJO)),
      new Room(0.25, 0.1, 0, 0)),
  BLUES(swung(76, 104, Groove.SHUFFLE, 0.66), new Harmony(Palette.BLUES, SEVENTH, 1, MIXOLYDIAN, DORIAN),
      new Band(LeadStyle.LAID_BACK, bass(ELECTRIC_BASS, "R---3---5---w---", "R-R-3-3-5-5-3-3-"),
          chords(PIANO, "x-....x-....x-..", "x-x-..x-x-x-..x-"), pad(ORGAN), lead(CLEAN_GUITAR)),
      new Room(0.25, 0.1, 0, 0.05)),
  REGGAE(even(72, 84, Groove.ONE_DROP), new Harmony(Palette.REGGAE, TRIAD, 1, MAJOR, MINOR),
      new Band(LeadStyle.LAID_BACK, bass(ELECTRIC_BASS, "R--.R-..5-R-..3-", "..R-R-..3-5-R-.."),
          chords(CLEAN_GUITAR, "....x.......x...", "..x...x...x...x."), pad(ORGAN), lead(BRASS)),
      new Room(0.35, 0.45, 0, 0)),
  SYNTHWAVE(even(96, 112, Groove.RETRO), new Harmony(Palette.POP, TRIAD, 1, MINOR, DORIAN),
      new Band(LeadStyle.SINGING, bass(SYNTH_BASS, "RRRRRRRRRRRRRRRR", "R.R8R.R8R.R8R.R8"),
          chords(SUPERSAW, "x-----x-----x---", "1.2.3.2.1.2.3.2."), pad(WARM_PAD), lead(SAW_LEAD)),
      new Room(0.5, 0.4, 0.35, 0.05)),
  CHIPTUNE(even(130, 150, Groove.CHIP), new Harmony(Palette.POP, TRIAD, 1, MAJOR, MINOR),
      new Band(LeadStyle.BOUNCY, bass(SYNTH_BASS, "R.8.R.8.R.8.R.8.", "R.R.8.R.R.R.8.5."),
          chords(SQUARE_LEAD, "1234123412341234", "1.3.2.3.1.3.2.3."), lead(SQUARE_LEAD)),
      new Room(0.05, 0.15, 0, 0)),
  WALTZ(threeFour(120, 160), new Harmony(Palette.CLASSICAL, TRIAD, 1, MAJOR, MINOR),
      new Band(LeadStyle.SINGING, bass(CONTRABASSES, "R-----------", "R-----------5-----------"),
          chords(ACCORDION, "....x-..x-.."), pad(STRINGS), lead(STRINGS)),
      new Room(0.45, 0, 0, 0)),
  LULLABY(new Rhythm(84, 100, Groove.NONE, 0.5, 1, 3), new Harmony(Palette.FOLK, TRIAD, 1, MAJOR),
      new Band(LeadStyle.FOLKSY, bass(CELLO, "R-----------"), chords(HARP, "1---2---3---", "1-2-3-4-3-2-"),
          pad(STRINGS), lead(MUSIC_BOX)),
      new Room(0.55, 0.1, 0, 0)),
  SOUL(shuffled(72, 92, Groove.POP, 0.55), new Harmony(Palette.LOFI, NINTH, 1, MAJOR, DORIAN),
      new Band(LeadStyle.LAID_BACK, bass(ELECTRIC_BASS, "R--...R-R--.5-7-", "R-....5-8-..7-5-"),
          chords(ELECTRIC_PIANO, "x-----..x-----..", "x---..x-..x---.."), pad(ORGAN), lead(SAXOPHONE)),
      new Room(0.35, 0.1, 0, 0.1)),
  WORLD(even(92, 112, Groove.LATIN), new Harmony(Palette.FOLK, TRIAD, 1, DORIAN, MINOR, MAJOR),
      new Band(LeadStyle.RIFF, bass(ELECTRIC_BASS, "R-----5-R---5---", "R--R--5-..R-5-8-"),
          chords(MARIMBA, "1.3.2.31.3.2.3.2", "1..3..2.1..3..2."), pad(CHOIR), lead(FLUTE)),
      new Room(0.35, 0.1, 0, 0));

  @SuppressWarnings("ImmutableEnumChecker") // never written to after construction
  private final Style style;

  Genre(Rhythm rhythm, Harmony harmony, Band band, Room room) {
    style = new Style(rhythm, harmony, band, room);
  }

  Style style() {
    return style;
  }
}
