package dev.foley.provider;

import dev.foley.audio.AudioContainer;
import dev.foley.audio.PcmFormat;
import dev.foley.audio.RecentWaveforms;
import dev.foley.audio.WavFormatException;
import dev.foley.provider.ProviderException.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The directory of files that are here and not delivered yet, and beside it, where the host wants that, the {@link Shelf} of those that
 * have been. A file grows as {@code <name>.part} and is renamed when it is whole and on the
 * disk, so a file with another ending is always complete, after a power cut too. Thread-safe; one writer to a name at
 * a time.
 */
public final class Spool implements AudioSpool {
  private static final Logger LOG = LoggerFactory.getLogger(Spool.class);
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9-]{1,100}");
  /** What we may have written. Anything else in the directory is not ours to remove. */
  private static final Pattern FILE = Pattern.compile("([A-Za-z0-9-]{1,100})\\.(part|wav|mp3|ogg|flac)");

  private final Path directory;
  private final long maxBytes;
  private final Shelf shelf;
  private final RecentWaveforms waveforms = new RecentWaveforms();
  /** Two writers to one file would make a third of it. */
  private final Set<String> underWay = ConcurrentHashMap.newKeySet();

  /** Keeps nothing that has been delivered. */
  public Spool(Path directory, long maxBytes) {
    this(directory, maxBytes, Retention.NONE);
  }

  private Spool(Path directory, Retention retention, long maxBytes) {
    this.directory = directory.toAbsolutePath().normalize();
    this.maxBytes = maxBytes;
    this.shelf = new Shelf(this.directory.resolveSibling("kept"), retention, Spool::isResult);
  }

  /** One that touches no disk: for adapters that are asked questions and make no sound. */
  public static Spool unused() {
    return new Spool(Path.of("unused"), Retention.NONE, 0);
  }

  /**
   * Makes the directory, if it is not there, and sees whether files can be made in it.
   *
   * @param maxBytes a larger file is refused
   * @param retention of delivered files, in the directory {@code kept} beside it
   * @throws UncheckedIOException if a directory cannot be made or written; the message is for the host
   */
  public Spool(Path directory, long maxBytes, Retention retention) {
    this(directory, retention, maxBytes);
    try {
      Files.createDirectories(directory);
      Files.deleteIfExists(Files.write(directory.resolve("probe.part"), new byte[0]));
    } catch (IOException e) {
      throw new UncheckedIOException("the spool directory " + directory
          + " cannot be written. Let the bot's user write to it, or name another one.", e);
    }
  }

  /**
   * Begins a file. Whoever pays for what is to come begins it before asking, so that a disk that takes nothing is noticed while
   * it costs nothing.
   *
   * @param name without ending; letters, digits and {@code -}
   * @param rawPcm what bare samples are to be wrapped as; empty for a file that says itself what it is
   * @throws ProviderException {@code UNAVAILABLE} if the disk does not take it, or the same file is being written already
   */
  public SpoolFile begin(String name, Optional<PcmFormat> rawPcm) throws ProviderException {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("not a spool file name: " + name);
    }
    if (!underWay.add(name)) {
      throw new ProviderException(Kind.UNAVAILABLE, "this result is being fetched already");
    }
    Path part = directory.resolve(name + ".part");
    try {
      return new SpoolFile(this, name, part, rawPcm);
    } catch (SpoolException e) {
      release(name, part);
      throw new ProviderException(Kind.UNAVAILABLE, String.valueOf(e.getMessage()), e);
    }
  }

  /** Ends the writing of a file; drops it unless it was kept under its name. */
  void release(String name, Path part) {
    remove(part);
    underWay.remove(name);
  }

  /** The shapes of what came lately. */
  public RecentWaveforms waveforms() {
    return waveforms;
  }

  long maxBytes() {
    return maxBytes;
  }

  FetchOutcome tooLarge(long bytes) {
    return new FetchOutcome.Rejected(FailureReason.RESULT_TOO_LARGE,
        bytes + " bytes or more, " + maxBytes + " allowed");
  }

  @Override
  public Optional<AudioArtifact> find(String name) {
    for (AudioContainer container : AudioContainer.values()) {
      Path file = place(name, container);
      if (Files.isRegularFile(file)) {
        try {
          return Optional.of(SpoolFile.look(file, container).artifact(file, Optional.empty()));
        } catch (IOException | WavFormatException e) {
          LOG.atWarn().addKeyValue("file", file.getFileName()).setCause(e).log("Spool file cannot be read");
        }
      }
    }
    return Optional.empty();
  }

  @Override
  public boolean holds(AudioArtifact audio) {
    try {
      return Files.isRegularFile(audio.file()) && Files.size(audio.file()) == audio.sizeBytes();
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public void shelve(AudioArtifact audio) {
    waveforms.forget(audio.file());
    if (isHere(audio) && !shelf.take(audio.file())) {
      remove(audio.file());
    }
  }

  @Override
  public Optional<AudioArtifact> shelved(AudioArtifact delivered) {
    return shelf.find(delivered.file(), delivered.sizeBytes()).map(kept -> new AudioArtifact(kept,
        delivered.sizeBytes(), delivered.content(), delivered.measurement(), delivered.source()));
  }

  @Override
  public void discard(AudioArtifact audio) {
    waveforms.forget(audio.file());
    if (isHere(audio) || shelf.contains(audio.file())) {
      remove(audio.file());
      remove(shelf.place(audio.file()));
    }
  }

  private boolean isHere(AudioArtifact audio) {
    return directory.equals(audio.file().toAbsolutePath().normalize().getParent());
  }

  /** Opens a file for writing; what an earlier try left in it is dropped. */
  FileChannel open(Path part) throws SpoolException {
    try {
      return FileChannel.open(part, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING,
          StandardOpenOption.WRITE);
    } catch (IOException e) {
      throw failure(e);
    }
  }

  void write(FileChannel file, ByteBuffer bytes) throws SpoolException {
    try {
      while (bytes.hasRemaining()) {
        file.write(bytes);
      }
    } catch (IOException e) {
      throw failure(e);
    }
  }

  /** Writes over the file's beginning. */
  void rewrite(FileChannel file, ByteBuffer bytes) throws SpoolException {
    try {
      for (long at = 0; bytes.hasRemaining();) {
        at += file.write(bytes, at);
      }
    } catch (IOException e) {
      throw failure(e);
    }
  }

  /** Has everything on the disk before the name says that it is there. */
  void sync(FileChannel file) throws SpoolException {
    try {
      file.force(true);
    } catch (IOException e) {
      throw failure(e);
    }
  }

  void close(FileChannel file) throws SpoolException {
    try {
      file.close();
    } catch (IOException e) {
      throw failure(e);
    }
  }

  /** Where a whole file will lie. */
  Path place(String name, AudioContainer container) {
    return directory.resolve(name + "." + container.extension());
  }

  /** Gives a whole file its name. */
  Path keep(Path part, String name, AudioContainer container) throws SpoolException {
    try {
      return Files.move(part, place(name, container), StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw failure(e);
    }
  }

  private static SpoolException failure(IOException e) {
    String why = e instanceof ClosedByInterruptException ? "interrupted" : e.getMessage();
    return new SpoolException("the spool directory cannot be written: " + why, e);
  }

  /** Never throws: a file left over costs disk only. */
  static void remove(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      LOG.atWarn().addKeyValue("file", file.getFileName()).setCause(e).log("Spool file not removed");
    }
  }

  /**
   * Removes what earlier runs left over: all parts, and all files but those of the names given. To be called before the first
   * {@link #begin}.
   *
   * @return how many files were removed
   */
  public int sweep(Set<String> namesToKeep) {
    return sweep(namesToKeep, Instant.MAX);
  }

  /**
   * As above, for a directory in which others may be writing.
   *
   * @param before what was changed later stays
   */
  public int sweep(Set<String> namesToKeep, Instant before) {
    int removed = 0;
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Matcher ours = FILE.matcher(file.getFileName().toString());
        if (ours.matches() && (ours.group(2).equals("part") || !namesToKeep.contains(ours.group(1)))
            && (before.equals(Instant.MAX) || Files.getLastModifiedTime(file).toInstant().isBefore(before))) {
          remove(file);
          removed++;
        }
      }
    } catch (IOException | UncheckedIOException e) {
      LOG.atWarn().setCause(e).log("Spool not swept");
    }
    return removed;
  }

  private static boolean isResult(Path file) {
    Matcher ours = FILE.matcher(file.getFileName().toString());
    return ours.matches() && !ours.group(2).equals("part");
  }

  /**
   * Removes of the kept copies those that are too old, and the oldest beyond the size that is kept.
   *
   * @return how many files were removed
   */
  public int sweepKept(Instant now) {
    return shelf.sweep(now);
  }
}
