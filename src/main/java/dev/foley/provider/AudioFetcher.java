package dev.foley.provider;

import java.net.URI;
import java.util.function.Consumer;

/**
 * Brings results from where a service put them into the {@link AudioSpool}, streamed, bounded in size and time, without any
 * key, only from addresses that are safe to ask, and looks at every byte. Thread-safe.
 */
public interface AudioFetcher {
  /**
   * Fetches one result. A repeat replaces what an earlier try left.
   *
   * @param name file name without ending; letters, digits and {@code -}
   * @throws ProviderException {@code UNAVAILABLE} or {@code THROTTLED}: nothing came, and asking again can help
   */
  FetchOutcome fetch(URI result, String name) throws ProviderException;

  /**
   * As above, for who wants to read the sound while it still comes.
   *
   * @param reader is given it at most once, on the calling thread, when form and length are known; must not wait. Sounds of which
   *     they are not known early never get there.
   */
  default FetchOutcome fetch(URI result, String name, Consumer<IncomingSound> reader) throws ProviderException {
    return fetch(result, name);
  }
}
