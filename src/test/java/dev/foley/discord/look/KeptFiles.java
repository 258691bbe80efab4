package dev.foley.discord.look;

import dev.foley.provider.AudioArtifact;
import dev.foley.provider.AudioSpool;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A spool that has what a test puts there. Thread-safe. */
final class KeptFiles implements AudioSpool {
  private final Map<String, AudioArtifact> spooled = new ConcurrentHashMap<>();
  private final Set<AudioArtifact> shelf = ConcurrentHashMap.newKeySet();

  void put(String name, AudioArtifact audio) {
    spooled.put(name, audio);
  }

  @Override
  public Optional<AudioArtifact> find(String name) {
    return Optional.ofNullable(spooled.get(name));
  }

  @Override
  public boolean holds(AudioArtifact audio) {
    return spooled.containsValue(audio);
  }

  @Override
  public void shelve(AudioArtifact audio) {
    shelf.add(audio);
  }

  @Override
  public Optional<AudioArtifact> shelved(AudioArtifact delivered) {
    return Optional.of(delivered).filter(shelf::contains);
  }

  @Override
  public void discard(AudioArtifact audio) {
    shelf.remove(audio);
  }
}
