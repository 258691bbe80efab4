package dev.foley.sketch;

/** What an adjective can change about a sound. Each is a number that words add to, 0 when nothing was said. */
enum Trait {
  /** 1 is far away: duller, softer, with more room; -1 at the ear. */
  DISTANCE,
  /** dB. */
  LEVEL,
  /** 1 is huge: lower, longer; -1 tiny. */
  SIZE,
  /** Octaves of speed: 1 is twice as fast. */
  PACE,
  /** Octaves. */
  PITCH,
  /** Seconds of reverb. */
  ROOM,
  /** Octaves of duration: 1 is twice as long. */
  LENGTH,
  /** Octaves of how much happens: drops, sparks, hands. */
  DENSITY
}
