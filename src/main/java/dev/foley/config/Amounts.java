package dev.foley.config;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/** Amounts such as {@code 100} or {@code 0.022}, exactly as they are written. */
record Amounts(BigDecimal least, BigDecimal most) implements Format<BigDecimal> {
  /** As people write them: what else {@link BigDecimal} reads, such as {@code 1e9}, is a slip more often than not. */
  private static final Pattern AMOUNT = Pattern.compile("\\d{1,12}(\\.\\d{1,9})?");

  @Override
  public String form() {
    return "a number, from " + least.toPlainString();
  }

  @Override
  public BigDecimal read(String text) throws UnfitValueException {
    if (AMOUNT.matcher(text.strip()).matches()) {
      BigDecimal amount = new BigDecimal(text.strip());
      if (amount.compareTo(least) >= 0 && amount.compareTo(most) <= 0) {
        return amount;
      }
    }
    throw UnfitValueException.of(text,
        "write a number from " + least.toPlainString() + " to " + most.toPlainString() + ", such as 100 or 0.5");
  }
}
