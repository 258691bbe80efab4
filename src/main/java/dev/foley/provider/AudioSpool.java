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

  /**
   * Takes a file that has been delivered out of the spool: it is kept for a while where the host wants that, else removed. Never
   * throws.
   */
  void shelve(AudioArtifact audio);

  /** The kept copy of what was delivered, if there still is one. */
  Optional<AudioArtifact> shelved(AudioArtifact delivered);

  /** Removes the file and its kept copy, if they are there. Never throws: a file left over costs disk only, and the next start sweeps. */
  void discard(AudioArtifact audio);
}
