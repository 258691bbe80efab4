package dev.foley.sketch;

/** What can be struck; {@code pan} is its place in the stereo field, -1 left to 1 right. */
enum Drum {
  KICK(0),
  SNARE(0.04),
  RIM(-0.15),
  CLAP(0.05),
  HAT(0.28),
  OPEN_HAT(0.28),
  RIDE(-0.35),
  CRASH(-0.25),
  LOW_TOM(0.35),
  HIGH_TOM(-0.3),
  SHAKER(-0.4),
  TAMBOURINE(0.45),
  LOW_CONGA(-0.3),
  HIGH_CONGA(-0.42),
  COWBELL(0.3),
  BRUSH(0.1),
  TIMPANI(0.15),
  TAIKO(0);

  private final double pan;

  Drum(double pan) {
    this.pan = pan;
  }

  double pan() {
    return pan;
  }
}
