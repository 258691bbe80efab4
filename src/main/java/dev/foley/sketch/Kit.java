package dev.foley.sketch;

/** Sets of drums that sound alike. */
enum Kit {
  /** Tight and punchy, after the drum machines of house and techno. */
  CLUB,
  /** Long booming kick, thin snare and hats, after the drum machines of hip-hop. */
  BOOM,
  /** A drummer in a room. */
  ACOUSTIC,
  /** That drummer, sampled off a worn record. */
  DUSTY,
  /** That drummer with brushes. */
  BRUSHES,
  /** Timpani, taiko, cymbals. */
  ORCHESTRAL,
  /** Noise and blips of a game console. */
  CHIP
}
