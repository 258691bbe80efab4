package dev.foley.sketch;

/** What lies over or around the music. */
enum Texture {
  VINYL, RAIN, TAPE, WAVES, WIND
}
