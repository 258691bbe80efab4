package dev.foley.sketch;

import dev.foley.sketch.Envelope.Shape;
import dev.foley.sketch.FmPatch.Modulator;
import dev.foley.sketch.ModalPatch.Bars;
import dev.foley.sketch.ModalPatch.Pipes;
import dev.foley.sketch.ModalPatch.StiffStrings;
import dev.foley.sketch.SubtractivePatch.Oscillators;
import dev.foley.sketch.SubtractivePatch.Tone;
import dev.foley.sketch.SubtractivePatch.Vibrato;
import dev.foley.sketch.SubtractivePatch.Wave;

/** The timbre of each instrument. The last number of each brings it to the loudness of the others, as measured. */
final class Patches {
  private Patches() {}

  static Patch of(Instrument instrument) {
    return switch (instrument) {
      case PIANO -> new ModalPatch(new StiffStrings(0.62), 0.35, 0.28, 0.39);
      case FELT_PIANO -> new ModalPatch(new StiffStrings(0.12), 0.5, 0.35, 0.53);
      case ELECTRIC_PIANO -> new FmPatch(new Modulator(1, 0.26, 2.2), new Modulator(14, 0.07, 0.25),
          new Shape(0.003, 5.5, 0, 0.35), 0.16, 0.28);
      case ORGAN -> new ModalPatch(new Pipes(0.5, 0.5, 1, 1, 1.5, 0.35, 2, 0.6, 3, 0.3, 4, 0.25, 6, 0.1, 8, 0.12), 0.1,
          0.09, 0.14);
      case HARPSICHORD -> new PluckPatch(1, 0.12, 2.6, 0.12, 0.09, 0.76);
      case MUSIC_BOX -> new ModalPatch(new Bars(1, 1, 1.6, 4.1, 0.3, 0.6, 9.6, 0.16, 0.25), 0.3, 1.2, 0.49);
      case BELLS ->
        new ModalPatch(new Bars(0.5, 0.25, 5, 1, 0.9, 4, 1.19, 0.25, 2.6, 2, 0.6, 2.2, 2.74, 0.35, 1.5, 3.76,
            0.22, 1.1, 5.4, 0.12, 0.6), 0.15, 2.2, 0.26);
      case VIBRAPHONE -> new ModalPatch(new Bars(1, 1, 3.2, 4, 0.22, 1.1, 10, 0.05, 0.3), 0.15, 0.7, 0.32);
      case MARIMBA -> new ModalPatch(new Bars(1, 1, 0.9, 3.93, 0.3, 0.25, 9.5, 0.12, 0.1), 0.7, 0.5, 0.53);
      case KALIMBA -> new ModalPatch(new Bars(1, 1, 1.3, 5.8, 0.14, 0.2, 2, 0.12, 0.7), 0.6, 0.6, 0.48);
      case ACCORDION -> new SubtractivePatch(new Oscillators(Wave.PULSE, 3, 9, 0, 0.01), new Tone(1800, 2, 0.7, 0, 1),
          new Shape(0.05, 1, 0.95, 0.12), new Vibrato(4, 5, 0.4), 0.15);
      case ACOUSTIC_GUITAR -> new PluckPatch(0.75, 0.22, 3.2, 0.22, 0.17, 0.63);
      case NYLON_GUITAR -> new PluckPatch(0.32, 0.38, 2.6, 0.2, 0.24, 0.55);
      case CLEAN_GUITAR -> new PluckPatch(0.5, 0.2, 3.5, 0.14, 0.22, 0.60);
      case DISTORTED_GUITAR -> new PluckPatch(0.6, 0.12, 7, 0.08, 0.15, 0.4);
      case BANJO -> new PluckPatch(0.9, 0.3, 1.1, 0.1, 0.1, 0.99);
      case UKULELE -> new PluckPatch(0.5, 0.42, 1.5, 0.15, 0.25, 0.86);
      case HARP -> new PluckPatch(0.4, 0.3, 3.4, 1.2, 0.4, 0.60);
      case SITAR -> new PluckPatch(1, 0.04, 4, 0.5, 0.06, 0.54);
      case STRINGS -> new SubtractivePatch(new Oscillators(Wave.SAW, 6, 13, 0, 0.012), new Tone(1300, 3, 0.75, 0, 1),
          new Shape(0.16, 1, 0.9, 0.55), new Vibrato(9, 5.4, 0.5), 0.24);
      case SPICCATO ->
        new SubtractivePatch(new Oscillators(Wave.SAW, 5, 12, 0, 0.03), new Tone(1500, 3.5, 0.75, 1, 0.3),
            new Shape(0.012, 0.5, 0.25, 0.22), Vibrato.NONE, 0.69);
      case PIZZICATO -> new PluckPatch(0.4, 0.46, 0.8, 0.25, 0.3, 0.95);
      case VIOLIN -> new SubtractivePatch(new Oscillators(Wave.SAW, 2, 4, 0, 0.015), new Tone(1500, 3, 1, 0.3, 0.4),
          new Shape(0.09, 1, 0.85, 0.25), new Vibrato(16, 5.6, 0.35), 0.25);
      case CELLO -> new SubtractivePatch(new Oscillators(Wave.SAW, 2, 4, 0, 0.015), new Tone(900, 3.5, 1, 0.3, 0.4),
          new Shape(0.11, 1, 0.85, 0.35), new Vibrato(12, 5.1, 0.4), 0.25);
      case CHOIR -> new SubtractivePatch(new Oscillators(Wave.SAW, 6, 15, 0, 0.04), new Tone(2600, 2, 0.7, 0, 1),
          new Shape(0.22, 1, 0.95, 0.6), new Vibrato(11, 5, 0.3), 0.33);
      case BRASS -> new SubtractivePatch(new Oscillators(Wave.SAW, 3, 7, 0, 0.01), new Tone(700, 4, 0.8, -1.6, 0.35),
          new Shape(0.035, 0.8, 0.85, 0.18), new Vibrato(5, 5, 0.6), 0.25);
      case HORN -> new SubtractivePatch(new Oscillators(Wave.SAW, 3, 6, 0.1, 0.01), new Tone(350, 2.6, 0.7, -1.2, 0.5),
          new Shape(0.07, 1, 0.9, 0.3), new Vibrato(5, 4.8, 0.6), 0.26);
      case TRUMPET -> new SubtractivePatch(new Oscillators(Wave.SAW, 1, 0, 0, 0.012), new Tone(900, 4, 1, -1.4, 0.25),
          new Shape(0.025, 0.6, 0.85, 0.12), new Vibrato(8, 5.4, 0.5), 0.27);
      case SAXOPHONE ->
        new SubtractivePatch(new Oscillators(Wave.PULSE, 1, 0, 0, 0.05), new Tone(700, 3.2, 1.5, -0.8, 0.3),
            new Shape(0.035, 0.6, 0.85, 0.14), new Vibrato(12, 5.1, 0.4), 0.17);
      case FLUTE ->
        new SubtractivePatch(new Oscillators(Wave.TRIANGLE, 1, 0, 0, 0.11), new Tone(500, 2.4, 0.8, 0.3, 0.2),
            new Shape(0.06, 0.8, 0.9, 0.14), new Vibrato(9, 5.2, 0.4), 0.25);
      case CLARINET -> new SubtractivePatch(new Oscillators(Wave.SQUARE, 1, 0, 0, 0.02), new Tone(500, 3.4, 0.8, 0, 1),
          new Shape(0.045, 0.8, 0.9, 0.12), new Vibrato(4, 5, 0.6), 0.15);
      case WARM_PAD -> new SubtractivePatch(new Oscillators(Wave.SAW, 5, 11, 0.25, 0), new Tone(420, 1.2, 0.8, 0.5, 6),
          new Shape(0.35, 3, 0.9, 1.3), new Vibrato(4, 0.7, 0.5), 0.22);
      case GLASS_PAD ->
        new SubtractivePatch(new Oscillators(Wave.TRIANGLE, 5, 9, 0, 0.02), new Tone(1400, 3, 0.9, 1, 5),
            new Shape(0.5, 3, 0.9, 1.6), new Vibrato(5, 0.9, 0.5), 0.22);
      case DARK_PAD ->
        new SubtractivePatch(new Oscillators(Wave.SAW, 5, 18, 0.4, 0.03), new Tone(220, 0.9, 1.1, 0.8, 8),
            new Shape(0.7, 3, 0.95, 1.8), new Vibrato(7, 0.4, 0.5), 0.20);
      case SUPERSAW -> new SubtractivePatch(new Oscillators(Wave.SAW, 7, 19, 0.1, 0), new Tone(3000, 4, 0.7, 0.6, 0.5),
          new Shape(0.006, 1, 0.75, 0.25), Vibrato.NONE, 0.29);
      case SAW_LEAD -> new SubtractivePatch(new Oscillators(Wave.SAW, 3, 8, 0.15, 0), new Tone(1600, 3, 1.4, 1, 0.6),
          new Shape(0.006, 1, 0.75, 0.2), new Vibrato(9, 5.4, 0.5), 0.25);
      case SQUARE_LEAD -> new SubtractivePatch(new Oscillators(Wave.PULSE, 1, 0, 0, 0), new Tone(9000, 4, 0.7, 0, 1),
          new Shape(0.002, 0.7, 0.55, 0.06), new Vibrato(7, 6, 0.25), 0.22);
      case PLUCK -> new SubtractivePatch(new Oscillators(Wave.SAW, 4, 10, 0, 0), new Tone(420, 1.6, 1.3, 2.6, 0.32),
          new Shape(0.002, 1.1, 0, 0.3), Vibrato.NONE, 0.53);
      case ACID -> new SubtractivePatch(new Oscillators(Wave.SAW, 1, 0, 0.25, 0), new Tone(180, 2.2, 5, 2.4, 0.28),
          new Shape(0.002, 0.8, 0.35, 0.06), Vibrato.NONE, 0.49);
      case SYNTH_BASS -> new SubtractivePatch(new Oscillators(Wave.SAW, 1, 0, 0.7, 0), new Tone(140, 3, 1.2, 1.6, 0.35),
          new Shape(0.003, 1, 0.6, 0.08), Vibrato.NONE, 0.39);
      case SUB_BASS ->
        new SubtractivePatch(new Oscillators(Wave.TRIANGLE, 1, 0, 0.15, 0), new Tone(120, 2, 0.7, 0.4, 0.5),
            new Shape(0.012, 2, 0.85, 0.2), Vibrato.NONE, 0.44);
      case REESE_BASS -> new SubtractivePatch(new Oscillators(Wave.SAW, 3, 24, 0.8, 0), new Tone(240, 3, 1.2, 0.8, 0.9),
          new Shape(0.006, 1, 0.9, 0.1), new Vibrato(6, 1.3, 0.2), 0.30);
      case BASS_808 ->
        new FmPatch(new Modulator(1, 0.22, 0.9), new Modulator(3, 0.12, 0.06), new Shape(0.002, 4, 0.05, 0.25),
            0, 0.44);
      case UPRIGHT_BASS -> new PluckPatch(0.06, 0.42, 1.9, 0.12, 0.28, 0.68);
      case ELECTRIC_BASS -> new PluckPatch(0.14, 0.28, 2.6, 0.09, 0.2, 0.64);
      case CONTRABASSES ->
        new SubtractivePatch(new Oscillators(Wave.SAW, 4, 10, 0.1, 0.015), new Tone(500, 3, 0.8, 0, 1),
            new Shape(0.12, 1, 0.9, 0.4), new Vibrato(5, 5, 0.5), 0.34);
    };
  }
}
