package dev.foley.check;

import dev.foley.provider.AudioProvider;
import dev.foley.provider.Balance;
import dev.foley.provider.ProviderException;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** Whether a service accepts the key, and what the account has: by the one question that costs nothing. */
public final class AccountProbe implements Probe {
  /** Of a sound of the dearest models, less than one is left. */
  private static final BigDecimal LITTLE_USD = BigDecimal.ONE;

  private final AudioProvider provider;
  private final Service service;

  public AccountProbe(AudioProvider provider) {
    this.provider = provider;
    this.service = Service.of(provider.name());
  }

  @Override
  public String subject() {
    return service.title();
  }

  @Override
  public Finding look() {
    try {
      return provider.balance().map(this::judged)
          .orElseGet(
              () -> Finding.notAsked(subject(), "Does not tell this key what the account has, so whether the key is "
                  + "good cannot be asked without a charge. The first sound shows it."));
    } catch (ProviderException e) {
      return trouble(e);
    }
  }

  private Finding judged(Balance balance) {
    String renewal = balance.renewsAt()
        .map(at -> DateTimeFormatter.ISO_LOCAL_DATE.withZone(ZoneOffset.UTC).format(at)).orElse("");
    if (balance.amount().signum() <= 0) {
      return Finding.problem(subject(), "Accepts the key, but the account is used up"
          + (renewal.isEmpty() ? "." : " until " + renewal + "."),
          "Top it up at " + service.site() + ", or unset " + service.variable()
              + ": without a key the service is not offered.");
    }
    String words = "Accepts the key; " + amount(balance) + " left"
        + (renewal.isEmpty() ? "." : ", renewed on " + renewal + ".");
    return usd(balance).filter(usd -> usd.compareTo(LITTLE_USD) < 0).isPresent()
        ? Finding.warning(subject(), words, "That is a few sounds. Top it up at " + service.site() + ".")
        : Finding.ok(subject(), words);
  }

  private static Optional<BigDecimal> usd(Balance balance) {
    return balance.unit().perUsd().map(perUsd -> balance.amount().divide(perUsd, 2, RoundingMode.DOWN));
  }

  private static String amount(Balance balance) {
    return usd(balance).map(usd -> String.format(Locale.ROOT, "%,.2f USD", usd))
        .orElseGet(() -> String.format(Locale.ROOT, "%,.0f credits", balance.amount()));
  }

  private Finding trouble(ProviderException e) {
    return switch (e.kind()) {
      case UNAUTHORIZED -> Finding.problem(subject(), "Does not accept the key.",
          "Copy a key from " + service.site() + " and set it as " + service.variable()
              + ", or unset that: without a key the service is not offered.");
      case THROTTLED -> Finding.warning(subject(), "Answers, and wants fewer requests for now" + e.retryAfter()
          .map(wait -> " (for " + Math.max(1, wait.toSeconds()) + " s)").orElse("") + ".",
          "Check again then. If it stays, look at the account's limits at " + service.site()
              + ", and set providers." + service.name().value() + ".perSecond accordingly.");
      case UNAVAILABLE, INVALID_RESPONSE, OUTCOME_UNKNOWN -> e.getCause() instanceof IOException
          ? Finding.problem(subject(), "Cannot be reached (" + e.getCause().getClass().getSimpleName() + ").",
              "See whether this host may connect to it, and whether providers." + service.name().value()
                  + ".url is right.")
          : Finding.warning(subject(), "Answers, but not what the account has (" + e.getMessage() + ").",
              "Check again in some minutes. If it stays, look at the account at " + service.site() + ".");
    };
  }
}
