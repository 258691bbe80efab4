package dev.foley.provider;

import java.net.URI;

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
}
