package dev.foley.discord.request;

import dev.foley.generation.Gate;
import dev.foley.generation.Order;
import dev.foley.generation.policy.Preferences;

/** Which limits an order has to pass. Thread-safe. */
@FunctionalInterface
public interface Gates {
  /** @param preferences as they count where it was asked for */
  Gate of(Order order, Preferences preferences);
}
