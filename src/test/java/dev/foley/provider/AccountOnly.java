package dev.foley.provider;

import java.util.List;
import java.util.Optional;

/** A service that is asked what its account has, and for nothing else. */
public record AccountOnly(String service, Account account) implements NeverAsked {
  /** What it answers. */
  @FunctionalInterface
  public interface Account {
    Optional<Balance> balance() throws ProviderException;
  }

  @Override
  public ProviderName name() {
    return new ProviderName(service);
  }

  @Override
  public List<AudioModel> models() {
    return List.of();
  }

  @Override
  public Optional<Balance> balance() throws ProviderException {
    return account.balance();
  }
}
