package dev.foley.provider.elevenlabs;

/**
 * Told how many requests of the host's account are under way, as the service counts them, whenever it says so. Called on the
 * thread that made the request; must not throw.
 */
@FunctionalInterface
public interface ConcurrencyListener {
  ConcurrencyListener NONE = (current, maximum) -> {};

  /**
   * @param current this request included
   * @param maximum of the account's plan for this kind of model
   */
  void observed(int current, int maximum);
}
