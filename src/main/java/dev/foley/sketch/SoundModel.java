package dev.foley.sketch;

/** A way to make a sound. Thread-safe: all state is the take's. Levels are free, since the mixer evens them out. */
interface SoundModel {
  void play(Take take);
}
