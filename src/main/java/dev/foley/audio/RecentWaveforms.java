package dev.foley.audio;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The shapes of sounds that came lately, as they were found while these were measured, so that a picture needs no second reading. Never
 * the only place: what is forgotten, or came before a restart, is read again. Bounded to {@value #REMEMBERED}. Thread-safe.
 */
public final class RecentWaveforms {
  private static final int REMEMBERED = 256;

  /** Guarded by this. Eldest first. */
  private final Map<Path, Waveform> byFile = new LinkedHashMap<>() {
    @Override
    protected boolean removeEldestEntry(Map.Entry<Path, Waveform> eldest) {
      return size() > REMEMBERED;
    }
  };

  /** @param file where the sound lies now */
  public synchronized void remember(Path file, Waveform waveform) {
    byFile.put(file, waveform);
  }

  public synchronized Optional<Waveform> of(Path file) {
    return Optional.ofNullable(byFile.get(file));
  }

  /** To be called when a file goes away, or another takes its name. */
  public synchronized void forget(Path file) {
    byFile.remove(file);
  }
}
