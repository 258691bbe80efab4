package dev.foley.provider;

import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** In what a service counts money. */
public enum CostUnit {
  /** 2,000,000 are 1 USD. */
  AIML_CREDITS("2000000"),
  /** 100 are 1 USD. */
  STABILITY_CREDITS("100"),
  /** What one is worth depends on the plan. */
  ELEVENLABS_CREDITS(null),
  /** What one is worth depends on the model. */
  FAL_UNITS(null),
  USD("1");

  private final @Nullable String perUsd;

  CostUnit(@Nullable String perUsd) {
    this.perUsd = perUsd;
  }

  /** How many of them 1 USD buys, where that is the same for everybody. */
  public Optional<BigDecimal> perUsd() {
    return Optional.ofNullable(perUsd).map(BigDecimal::new);
  }
}
