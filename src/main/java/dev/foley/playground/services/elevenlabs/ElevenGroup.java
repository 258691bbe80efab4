package dev.foley.playground.services.elevenlabs;

/** Requests that are counted together against a plan's limit. */
enum ElevenGroup {
  /** Speech of the large models, and sound effects, for which no limit is published. */
  STANDARD,
  /** Speech of the flash and turbo models. */
  FAST, MUSIC
}
