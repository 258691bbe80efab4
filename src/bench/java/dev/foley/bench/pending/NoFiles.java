package dev.foley.bench.pending;

import dev.foley.audio.AudioContent;
import dev.foley.audio.PcmFormat;
import dev.foley.provider.AudioArtifact;
import dev.foley.provider.AudioFetcher;
import dev.foley.provider.AudioSpool;
import dev.foley.provider.FetchOutcome;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/** Results without bytes: how fast they come and go is measured elsewhere. */
final class NoFiles implements AudioFetcher, AudioSpool {
  @Override
  public FetchOutcome fetch(URI result, String name) {
    return new FetchOutcome.Fetched(new AudioArtifact(Path.of(name + ".wav"), 176_400,
        new AudioContent.Wav(PcmFormat.CD, 44_100), Optional.of(result)));
  }

  @Override
  public Optional<AudioArtifact> find(String name) {
    return Optional.empty();
  }

  @Override
  public boolean holds(AudioArtifact audio) {
    return true;
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
