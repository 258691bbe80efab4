package dev.foley.provider;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The directory of files that have been delivered and are kept for a while. What is in it may go at any moment: whoever looks for a
 * file has to do without. Thread-safe; never throws once it is made.
 */
final class Shelf {
  private static final Logger LOG = LoggerFactory.getLogger(Shelf.class);

  private final Path directory;
  private final Retention retention;
  /** Whether a file's name is one that we gave it. */
  private final Predicate<Path> isOurs;

  private record Kept(Path file, long bytes, Instant since) {}

  /** @throws UncheckedIOException if something is to be kept and the directory cannot be made */
  Shelf(Path directory, Retention retention, Predicate<Path> isOurs) {
    this.directory = directory;
    this.retention = retention;
    this.isOurs = isOurs;
    if (retention.keeps()) {
      try {
        Files.createDirectories(directory);
      } catch (IOException e) {
        throw new UncheckedIOException("the directory of kept results " + directory
            + " cannot be written. Let the bot's user write to it, or name another one.", e);
      }
    }
  }

  /** Takes a file over. @return false if it is not kept, and still where it was */
  boolean take(Path file) {
    if (!retention.keeps()) {
      return false;
    }
    try {
      Files.move(file, place(file), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      return true;
    } catch (IOException e) {
      LOG.atWarn().addKeyValue("file", file.getFileName()).setCause(e).log("Delivered file not kept");
      return false;
    }
  }

  /** The kept copy of a file, if it is whole. */
  Optional<Path> find(Path delivered, long sizeBytes) {
    Path kept = place(delivered);
    try {
      return isOurs.test(kept) && Files.isRegularFile(kept) && Files.size(kept) == sizeBytes
          ? Optional.of(kept)
          : Optional.empty();
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  /** Where the kept copy of a file is, if there is one. */
  Path place(Path file) {
    return directory.resolve(file.getFileName());
  }

  boolean contains(Path file) {
    return directory.equals(file.toAbsolutePath().normalize().getParent());
  }

  /**
   * Removes what has been kept for long enough, and then the oldest until the rest is small enough.
   *
   * @return how many files were removed
   */
  int sweep(Instant now) {
    int removed = 0;
    long bytes = 0;
    for (Kept kept : newestFirst()) {
      bytes += kept.bytes();
      if (!now.isBefore(kept.since().plus(retention.keepFor())) || bytes > retention.keepBytes()) {
        Spool.remove(kept.file());
        removed++;
      }
    }
    return removed;
  }

  private List<Kept> newestFirst() {
    List<Kept> all = new ArrayList<>();
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : (Iterable<Path>) files.filter(isOurs)::iterator) {
        look(file).ifPresent(all::add);
      }
    } catch (NoSuchFileException _) {
      return List.of(); // nothing was ever kept
    } catch (IOException | UncheckedIOException e) {
      LOG.atWarn().setCause(e).log("Kept results not swept");
    }
    all.sort(Comparator.comparing(Kept::since).reversed());
    return all;
  }

  private static Optional<Kept> look(Path file) throws IOException {
    try {
      return Optional.of(new Kept(file, Files.size(file), Files.getLastModifiedTime(file).toInstant()));
    } catch (NoSuchFileException _) {
      return Optional.empty(); // discarded in this moment
    }
  }
}
