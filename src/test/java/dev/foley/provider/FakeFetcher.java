package dev.foley.provider;

import dev.foley.audio.AudioContent;
import dev.foley.audio.PcmFormat;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A fetcher and its spool in memory: unless told otherwise, each fetch brings one second of compact-disc audio, of which only the
 * name exists. What is scripted is played once, in order, before that. Thread-safe.
 */
public final class FakeFetcher implements AudioFetcher, AudioSpool {
  private static final PcmFormat FORMAT = PcmFormat.CD;

  /** One fetch as it was asked for. */
  public record Fetch(URI result, String name) {}

  private final List<Fetch> fetches = new CopyOnWriteArrayList<>();
  private final List<AudioArtifact> discarded = new CopyOnWriteArrayList<>();
  private final Map<String, AudioArtifact> kept = new ConcurrentHashMap<>();
  private final Set<Path> files = ConcurrentHashMap.newKeySet();
  private final Script<Optional<FetchOutcome>> script = new Script<>(Optional::empty);

  @Override
  public FetchOutcome fetch(URI result, String name) throws ProviderException {
    fetches.add(new Fetch(result, name));
    FetchOutcome outcome = script.next().orElseGet(() -> new FetchOutcome.Fetched(artifact(result, name)));
    if (outcome instanceof FetchOutcome.Fetched(AudioArtifact audio)) {
      files.add(audio.file());
    }
    return outcome;
  }

  @Override
  public Optional<AudioArtifact> find(String name) {
    return Optional.ofNullable(kept.get(name));
  }

  /** Puts a file into the spool that nobody fetched: what a process left that died before it could say so. */
  public FakeFetcher keep(String name, AudioArtifact audio) {
    kept.put(name, audio);
    files.add(audio.file());
    return this;
  }

  @Override
  public boolean holds(AudioArtifact audio) {
    return files.contains(audio.file());
  }

  @Override
  public void shelve(AudioArtifact audio) {
    discard(audio);
  }

  @Override
  public Optional<AudioArtifact> shelved(AudioArtifact delivered) {
    return Optional.empty();
  }

  @Override
  public void discard(AudioArtifact audio) {
    discarded.add(audio);
    files.remove(audio.file());
  }

  public FakeFetcher onFetch(FetchOutcome... outcomes) {
    for (FetchOutcome outcome : outcomes) {
      script.add(() -> Optional.of(outcome));
    }
    return this;
  }

  public FakeFetcher onFetchFail(ProviderException.Kind kind) {
    script.addFailure(kind, null);
    return this;
  }

  public FakeFetcher onFetchThrottle(Duration retryAfter) {
    script.addFailure(ProviderException.Kind.THROTTLED, retryAfter);
    return this;
  }

  /** The disk was wiped behind our back: {@link #holds} now says no to everything. */
  public void loseFiles() {
    files.clear();
  }

  /** One file was removed behind our back. */
  public void loseFile(String name) {
    files.remove(Path.of(name + ".wav"));
  }

  /** Every fetch, in order, failed ones too. */
  public List<Fetch> fetches() {
    return List.copyOf(fetches);
  }

  /** Everything that was discarded, in order. */
  public List<AudioArtifact> discarded() {
    return List.copyOf(discarded);
  }

  /** What a usual fetch of that name brings. */
  public static AudioArtifact artifact(URI result, String name) {
    AudioContent content = new AudioContent.Wav(FORMAT, FORMAT.sampleRate());
    return new AudioArtifact(Path.of(name + ".wav"), 44 + FORMAT.sampleRate() * 4L, content, Optional.of(result));
  }
}
