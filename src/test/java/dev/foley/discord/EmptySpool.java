package dev.foley.discord;

import dev.foley.provider.AudioArtifact;
import dev.foley.provider.AudioSpool;
import java.util.Optional;

/** No file is here. */
final class EmptySpool implements AudioSpool {
  @Override
  public Optional<AudioArtifact> find(String name) {
    return Optional.empty();
  }

  @Override
  public boolean holds(AudioArtifact audio) {
    return false;
  }

  @Override
  public void shelve(AudioArtifact audio) {}

  @Override
  public Optional<AudioArtifact> shelved(AudioArtifact delivered) {
    return Optional.empty();
  }

  @Override
  public void discard(AudioArtifact audio) {}
}
