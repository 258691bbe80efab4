package dev.foley.sketch;

/** The chairs of the band. */
enum Part {
  DRUMS, BASS, CHORDS, PAD, LEAD
}
