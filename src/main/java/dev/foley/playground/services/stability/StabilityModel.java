package dev.foley.playground.services.stability;

import java.util.List;

/**
 * The models, by their page.
 *
 * <p>Fields are the same for all; the ranges differ. Prices are in hundredths of a credit.
 */
enum StabilityModel {
  STABLE_AUDIO_2("stable-audio-2", 190, 30, 100, 50) {
    @Override
    long price(int steps) {
      return 1_700 + 6L * steps;
    }
  },
  STABLE_AUDIO_2_5("stable-audio-2.5", 190, 4, 8, 8) {
    @Override
    long price(int steps) {
      return 2_000;
    }
  },
  STABLE_AUDIO_3("stable-audio-3", 380, 4, 8, 8) {
    @Override
    long price(int steps) {
      return 2_600;
    }
  };

  /** Hundredths, since a step costs 0.06 credits. */
  static final long UNITS_PER_CREDIT = 100;

  /** What the synchronous path takes; the first one is the usual one. */
  static final List<StabilityModel> SYNCHRONOUS = List.of(STABLE_AUDIO_2, STABLE_AUDIO_2_5);
  /** What the asynchronous path takes. */
  static final List<StabilityModel> ASYNCHRONOUS = List.of(STABLE_AUDIO_3);

  private final String id;
  private final int maxSeconds;
  private final int minSteps;
  private final int maxSteps;
  private final int usualSteps;

  StabilityModel(String id, int maxSeconds, int minSteps, int maxSteps, int usualSteps) {
    this.id = id;
    this.maxSeconds = maxSeconds;
    this.minSteps = minSteps;
    this.maxSteps = maxSteps;
    this.usualSteps = usualSteps;
  }

  String id() {
    return id;
  }

  int maxSeconds() {
    return maxSeconds;
  }

  int minSteps() {
    return minSteps;
  }

  int maxSteps() {
    return maxSteps;
  }

  int usualSteps() {
    return usualSteps;
  }

  abstract long price(int steps);
}
