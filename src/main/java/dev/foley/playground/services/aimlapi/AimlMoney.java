package dev.foley.playground.services.aimlapi;

/** What credits are worth. */
final class AimlMoney {
  /** Credits for one US dollar. */
  static final long CREDITS_PER_USD = 2_000_000;

  private AimlMoney() {}

  static double usd(long credits) {
    return (double) credits / CREDITS_PER_USD;
  }
}
