package dev.foley;

import dev.foley.provider.AudioProvider;
import dev.foley.provider.Balance;
import dev.foley.provider.ProviderException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks each service once, at the start, what the host's account still has: so that a key that is wrong, or an account that is
 * used up, is in the log before a member meets it. It changes nothing.
 */
final class AccountLog {
  private static final Logger log = LoggerFactory.getLogger(AccountLog.class);

  private AccountLog() {}

  /** Returns at once; each service is asked on a thread of its own. */
  static void ask(List<AudioProvider> providers) {
    providers.forEach(provider -> Thread.ofVirtual().name("account-" + provider.name()).start(() -> ask(provider)));
  }

  static void ask(AudioProvider provider) {
    try {
      provider.balance().ifPresent(balance -> tell(provider, balance));
    } catch (ProviderException e) {
      (e.kind() == ProviderException.Kind.UNAUTHORIZED ? log.atError() : log.atWarn())
          .addKeyValue("provider", provider.name()).addKeyValue("kind", e.kind())
          .addKeyValue("detail", String.valueOf(e.getMessage()))
          .log("What the account has could not be asked");
    } catch (RuntimeException e) {
      log.atError().addKeyValue("provider", provider.name()).setCause(e)
          .log("What the account has could not be asked");
    }
  }

  private static void tell(AudioProvider provider, Balance balance) {
    (balance.amount().signum() > 0 ? log.atInfo() : log.atWarn())
        .addKeyValue("provider", provider.name()).addKeyValue("balance", balance.amount().toPlainString())
        .addKeyValue("unit", balance.unit())
        .addKeyValue("renewsAt", balance.renewsAt().map(Object::toString).orElse("-"))
        .log("Account");
  }
}
