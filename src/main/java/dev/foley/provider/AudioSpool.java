package dev.foley.provider;

import java.util.Optional;

/** Files that are here and not delivered yet. Thread-safe. */
public interface AudioSpool {
  /**
   * The file of that name, if it is here and whole: one that came before the process that fetched it could write down that it
   * did. Looked at anew.
   */
  Optional<AudioArtifact> find(String name);

  /** Whether the file is still there, whole. */
  boolean holds(AudioArtifact audio);

  /** Removes the file, if it is there. Never throws: a file left over costs disk only, and the next start sweeps. */
  void discard(AudioArtifact audio);
}
