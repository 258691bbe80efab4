package dev.foley.playground.services;

import dev.foley.audio.PcmClip;
import dev.foley.audio.PcmFormat;
import io.javalin.http.ServiceUnavailableResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Renders sounds in the background and keeps their samples, or what an encoder made of them, in temporary files.
 * Thread-safe.
 *
 * <p>A job's end does not wait for its sound: the size of a WAV follows from its length, so a poll can name it before it
 * exists, and only a download waits. Rendering begins when the job is accepted, on half the processors, so that a
 * hundred jobs leave room for the program that submitted them.
 *
 * <p>Bounds: so many clips are rendered ahead of their download, so many files are kept, and the one least recently used
 * goes first; whoever asks for it again has it rendered again, to the same bytes. While rendering is behind, further
 * jobs with the same words and length share a clip that is already under way instead of getting one of their own.
 */
public final class RenderedClips implements AutoCloseable {
  private static final int MAX_FILES = 100;
  private static final int MAX_AHEAD = 100;
  private static final int BEHIND = 4;

  private final SoundSource source;
  private final ExecutorService renderers = Executors.newFixedThreadPool(
      Math.max(1, Runtime.getRuntime().availableProcessors() / 2),
      Thread.ofPlatform().name("render-", 0).daemon().factory());
  private final Map<Clip, CompletableFuture<Path>> clips = new LinkedHashMap<>(16, 0.75f, true); // guarded by this
  private int unrendered; // guarded by this
  private long lastFile; // guarded by this
  private final Path directory;
  private final Object writing = new Object(); // guards the directory against a clip that is finished while we close
  private boolean closed; // guarded by writing

  /**
   * What is rendered, and what a file is made of: samples, or the frames of an MP3. The same clip has the same bytes.
   */
  public record Clip(Sound sound, AudioCoding coding) {
    /** How many bytes of samples there are, if that is known before they are rendered; empty for an MP3. */
    public OptionalLong knownBytes() {
      Optional<Long> frames = coding.container() == AudioCoding.Container.MP3
          ? Optional.empty()
          : sound.length().map(coding.samples()::framesIn);
      return frames.map(count -> OptionalLong.of(count * coding.samples().frameBytes())).orElse(OptionalLong.empty());
    }

    private boolean sameWords(Clip other) {
      return coding.equals(other.coding) && sound.withSeed(0).equals(other.sound.withSeed(0));
    }
  }

  /** @param source how the sounds are made */
  public RenderedClips(SoundSource source) {
    this.source = source;
    try {
      directory = Files.createTempDirectory("foley-clips-");
    } catch (IOException e) {
      throw new UncheckedIOException("no temporary directory for rendered clips", e);
    }
  }

  /** Where the samples are kept until this is closed. */
  Path directory() {
    return directory;
  }

  /**
   * Chooses the clip of a new job and, unless too many are waiting already, begins to render it. Does not wait.
   *
   * @return this sound or, while rendering is behind, one with the same words and another seed
   */
  public synchronized Clip reserve(Sound sound, AudioCoding coding) {
    Clip fresh = new Clip(sound, coding);
    if (unrendered >= BEHIND) {
      for (Clip known : clips.keySet()) {
        if (known.sameWords(fresh)) {
          var _ = clips.get(known); // makes it the most recent, so that the next job shares another one
          return known;
        }
      }
    }
    return begun(fresh);
  }

  /** As {@link #reserve}, for a job whose seed was asked for: always this very sound. */
  public synchronized Clip reserveExactly(Sound sound, AudioCoding coding) {
    return begun(new Clip(sound, coding));
  }

  private synchronized Clip begun(Clip fresh) {
    if (unrendered < MAX_AHEAD) {
      var _ = rendered(fresh);
    }
    return fresh;
  }

  /**
   * Opens the bytes of a clip; waits for them if need be.
   *
   * @throws IOException if they could not be rendered or kept
   * @throws ServiceUnavailableResponse after {@link #close}
   */
  public FileChannel open(Clip clip) throws IOException {
    try {
      return FileChannel.open(await(clip));
    } catch (NoSuchFileException e) { // dropped between the two calls
      return FileChannel.open(await(clip));
    }
  }

  private Path await(Clip clip) throws IOException {
    try {
      return rendered(clip).get();
    } catch (CancellationException _) {
      throw new ServiceUnavailableResponse("closed"); // its clients see the connection go anyhow; no failure to report
    } catch (ExecutionException e) {
      throw new IOException("no sound for this job", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("no sound any more", e);
    }
  }

  private synchronized CompletableFuture<Path> rendered(Clip clip) {
    CompletableFuture<Path> known = clips.get(clip);
    if (known != null) {
      return known;
    }
    if (renderers.isShutdown()) {
      return CompletableFuture.failedFuture(new CancellationException("closed"));
    }
    unrendered++;
    Path file = directory.resolve(++lastFile + ".pcm");
    CompletableFuture<Path> rendering = CompletableFuture.supplyAsync(() -> {
      boolean succeeded = false;
      try {
        render(clip, file);
        succeeded = true;
        return file;
      } finally {
        finished(clip, succeeded);
      }
    }, renderers);
    clips.put(clip, rendering);
    return rendering;
  }

  private void render(Clip clip, Path file) {
    PcmClip sound = clip.sound().render(source);
    long frames = clip.sound().length().map(PcmFormat.CD::framesIn).orElse(sound.frames());
    if (!sound.format().equals(PcmFormat.CD) || sound.frames() != frames) {
      throw new IllegalStateException("asked for " + clip.sound().length() + " of " + PcmFormat.CD + ", got "
          + sound.duration() + " of " + sound.format());
    }
    byte[] bytes = coded(sound, clip);
    synchronized (writing) {
      if (closed) {
        throw new CancellationException("closed");
      }
      try {
        Files.write(file, bytes);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static byte[] coded(PcmClip sound, Clip clip) {
    AudioCoding coding = clip.coding();
    PcmFormat format = coding.samples();
    PcmClip samples = Resampler.convert(sound, format,
        format.framesIn(clip.sound().length().orElseGet(sound::duration)));
    return coding.container() == AudioCoding.Container.MP3
        ? Mp3Encoder.encode(samples, coding.bitRate())
        : samples.samples();
  }

  private synchronized void finished(Clip clip, boolean succeeded) {
    unrendered--;
    if (!succeeded) {
      clips.remove(clip);
    }
    Iterator<CompletableFuture<Path>> eldestFirst = clips.values().iterator();
    List<Path> dropped = new ArrayList<>();
    for (int excess = clips.size() - unrendered - MAX_FILES; excess > 0 && eldestFirst.hasNext();) {
      CompletableFuture<Path> candidate = eldestFirst.next();
      if (candidate.state() == Future.State.SUCCESS) {
        dropped.add(candidate.resultNow());
        eldestFirst.remove();
        excess--;
      }
    }
    dropped.forEach(RenderedClips::delete);
  }

  @Override
  public void close() {
    renderers.shutdownNow();
    synchronized (this) {
      clips.values().forEach(rendering -> rendering.cancel(false)); // whoever waits for one that was not begun
    }
    synchronized (writing) {
      closed = true;
      deleteAll();
    }
  }

  private void deleteAll() {
    try (var files = Files.list(directory)) {
      files.forEach(RenderedClips::delete);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    delete(directory);
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
