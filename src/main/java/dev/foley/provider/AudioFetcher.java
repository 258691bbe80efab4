package dev.foley.provider;

import java.net.URI;

/**
 * Brings results from where a service put them into the spool directory, streamed, bounded in size and time, without any
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

  /** Whether the file is still there, whole. */
  boolean holds(AudioArtifact audio);

  /** Removes the file, if it is there. Never throws: a file left over costs disk only, and the next start sweeps. */
  void discard(AudioArtifact audio);
}
