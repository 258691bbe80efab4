package dev.foley.discord.interaction;

import dev.foley.generation.Origin;
import dev.foley.generation.policy.Preferences;
import java.util.function.Consumer;

/** What the managers of a server have set, as it counts where somebody asks. Thread-safe. */
public interface PreferenceSource {
  /** Nobody has set anything. */
  PreferenceSource NONE = new PreferenceSource() {
    @Override
    public void at(Origin origin, Consumer<Preferences> then, Runnable unavailable) {
      then.accept(Preferences.NONE);
    }

    @Override
    public Preferences of(Origin origin) {
      return Preferences.NONE;
    }
  };

  /**
   * For who must not wait: handed over at once where it is remembered, else on another thread, before long.
   *
   * @param unavailable called instead if the database does not answer, or there is no room to ask it
   */
  void at(Origin origin, Consumer<Preferences> then, Runnable unavailable);

  /**
   * For who may wait.
   *
   * @throws dev.foley.generation.StoreException if the database does not answer
   */
  Preferences of(Origin origin);
}
