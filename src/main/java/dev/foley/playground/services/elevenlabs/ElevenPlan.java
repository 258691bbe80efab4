package dev.foley.playground.services.elevenlabs;

import java.util.Locale;

/** What an account has subscribed to: its characters a month, and how many requests it may have under way. */
public enum ElevenPlan {
  FREE(10_000, 2, 4, 0),
  STARTER(30_000, 3, 6, 2),
  CREATOR(100_000, 5, 10, 2),
  PRO(500_000, 10, 20, 2),
  SCALE(2_000_000, 15, 30, 3),
  BUSINESS(11_000_000, 15, 30, 3);

  private final long characters;
  private final int standard;
  private final int fast;
  private final int music;

  ElevenPlan(long characters, int standard, int fast, int music) {
    this.characters = characters;
    this.standard = standard;
    this.fast = fast;
    this.music = music;
  }

  /** Credits a month. */
  public long characters() {
    return characters;
  }

  /** Requests that may be under way; 0 if the plan does not include such. */
  int maximum(ElevenGroup group) {
    return switch (group) {
      case STANDARD -> standard;
      case FAST -> fast;
      case MUSIC -> music;
    };
  }

  boolean includes(ElevenPlan other) {
    return compareTo(other) >= 0;
  }

  /** As the service spells it. */
  String tier() {
    return name().toLowerCase(Locale.ROOT);
  }
}
