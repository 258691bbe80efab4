package dev.foley.store;

import dev.foley.generation.GenerationId;
import dev.foley.generation.StoreException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An empty file for each submit whose first byte is about to leave, beside the database of one process. Thread-safe.
 *
 * <p><b>The problem.</b> {@code Submitting} is committed before anything is sent, and a durable commit waits for the disk for milliseconds. A
 * process that is killed meanwhile leaves a row that says "submitting" although nothing left; with the row alone the outcome would have to be
 * called unknown.
 *
 * <p><b>The mechanism.</b> A file that was made outlives its process, without waiting for a disk, as long as the operating system lives. So each
 * submit makes its file between the commit and the first byte, and a row that is found without one has sent nothing. That holds within one
 * boot of the system, whose id stands in the directory. After another boot, a restore, or where there is no such id, nothing is certain: then
 * every row that says "submitting" gets its file at the start.
 */
final class DepartureMarks {
  private static final Logger log = LoggerFactory.getLogger(DepartureMarks.class);
  private static final String BOOT = "boot";

  private final Path directory;
  private final boolean certain;
  private final Set<String> marks = ConcurrentHashMap.newKeySet();

  private DepartureMarks(Path directory, boolean certain) {
    this.directory = directory;
    this.certain = certain;
  }

  /** Where those of a database are. */
  static Path beside(Path database) {
    return database.resolveSibling("departures");
  }

  /**
   * @param directory made if it is not there
   * @param boot of the operating system; empty if that is not known
   * @param submitting the rows that say so now, before any step is made
   * @throws DatabaseUnusableException if the directory cannot be written
   */
  static DepartureMarks open(Path directory, Optional<String> boot, Collection<GenerationId> submitting) {
    DepartureMarks opened = new DepartureMarks(directory, boot.isPresent());
    Set<String> rows = submitting.stream().map(GenerationId::value).collect(Collectors.toSet());
    try {
      Files.createDirectories(directory);
      if (boot.isPresent() && boot.equals(boot(directory))) {
        opened.takeOver(rows);
      } else {
        Files.deleteIfExists(directory.resolve(BOOT));
        opened.takeOver(Set.of());
        for (String row : rows) {
          opened.mark(row);
        }
        if (boot.isPresent()) {
          Path whole = Files.writeString(directory.resolve(BOOT + ".new"), boot.get());
          Files.move(whole, directory.resolve(BOOT), StandardCopyOption.ATOMIC_MOVE);
        }
      }
    } catch (IOException e) {
      throw DatabaseFile.notWritable(directory, e);
    }
    return opened;
  }

  /** The id of this boot of the system; Linux only. */
  static Optional<String> boot() {
    try {
      return Optional.of(Files.readString(Path.of("/proc/sys/kernel/random/boot_id")).strip())
          .filter(id -> !id.isEmpty());
    } catch (IOException | SecurityException _) {
      return Optional.empty();
    }
  }

  /** To be called before another database takes the place of this one: its rows have no marks. */
  static void distrust(Path directory) throws IOException {
    Files.deleteIfExists(directory.resolve(BOOT));
  }

  private static Optional<String> boot(Path directory) throws IOException {
    Path file = directory.resolve(BOOT);
    return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
  }

  /** What stands for no row any more goes. */
  private void takeOver(Set<String> rows) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : (Iterable<Path>) files.filter(file -> !file.endsWith(BOOT))::iterator) {
        String name = file.getFileName().toString();
        if (rows.contains(name)) {
          marks.add(name);
        } else {
          Files.deleteIfExists(file);
        }
      }
    }
  }

  /** @throws StoreException if it cannot be noted; then nothing may be sent */
  void leaves(GenerationId id) {
    try {
      mark(id.value());
    } catch (IOException e) {
      throw new StoreException("That generation " + id + " is submitted cannot be noted", e);
    }
  }

  private void mark(String id) throws IOException {
    try {
      Files.createFile(directory.resolve(id));
    } catch (FileAlreadyExistsException _) {
      // of an earlier try
    }
    marks.add(id);
  }

  /** Its row says something else by now. */
  void settled(GenerationId id) {
    if (marks.remove(id.value())) {
      try {
        Files.deleteIfExists(directory.resolve(id.value()));
      } catch (IOException e) {
        log.atInfo().addKeyValue("generationId", id).addKeyValue("failure", e.getClass().getSimpleName())
            .log("The mark of a submit stays until the next start");
      }
    }
  }

  /** Whether it is certain that nothing was sent of a submit whose row says that it was about to. */
  boolean neverLeft(GenerationId id) {
    return certain && !marks.contains(id.value());
  }
}
