package dev.foley.generation;

import dev.foley.provider.AudioArtifact;
import dev.foley.provider.FailureReason;

/** What became of one take, for the message that tells of all of them. */
public sealed interface Take {
  Generation generation();

  /** Here it is. */
  record Sound(Generation generation, AudioArtifact audio) implements Take {}

  /** There is none. */
  record Missing(Generation generation, FailureReason reason) implements Take {}
}
