package dev.foley.discord.privacy;

import dev.foley.provider.AudioArtifact;
import dev.foley.provider.AudioSpool;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Remembers what was removed. */
final class RecordingSpool implements AudioSpool {
  final Map<String, AudioArtifact> files = new HashMap<>();
  final List<AudioArtifact> discarded = new ArrayList<>();

  @Override
  public Optional<AudioArtifact> find(String name) {
    return Optional.ofNullable(files.get(name));
  }

  @Override
  public boolean holds(AudioArtifact audio) {
    return files.containsValue(audio);
  }

  @Override
  public void shelve(AudioArtifact audio) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Optional<AudioArtifact> shelved(AudioArtifact delivered) {
    return Optional.empty();
  }

  @Override
  public void discard(AudioArtifact audio) {
    discarded.add(audio);
  }
}
