package dev.foley.provider;

import dev.foley.audio.AudioContainer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The directory of files on their way. A file grows as {@code <name>.part} and is renamed when it is whole and on the
 * disk, so a file with another ending is always complete, after a power cut too. Thread-safe; one writer to a name at
 * a time.
 */
final class Spool {
  private static final Logger LOG = LoggerFactory.getLogger(Spool.class);
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9-]{1,100}");
  /** What we may have written. Anything else in the directory is not ours to remove. */
  private static final Pattern FILE = Pattern.compile("([A-Za-z0-9-]{1,100})\\.(part|wav|mp3|ogg|flac)");

  private final Path directory;

  /**
   * @throws UncheckedIOException if the directory is not there and cannot be made
   */
  Spool(Path directory) {
    this.directory = directory.toAbsolutePath().normalize();
    try {
      Files.createDirectories(directory);
    } catch (IOException e) {
      throw new UncheckedIOException("the spool directory " + directory + " cannot be made", e);
    }
  }

  Path part(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("not a spool file name: " + name);
    }
    return directory.resolve(name + ".part");
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

  /** Gives a whole file its name. */
  Path keep(Path part, String name, AudioContainer container) throws SpoolException {
    Path target = directory.resolve(name + "." + container.extension());
    try {
      return Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw failure(e);
    }
  }

  private static SpoolException failure(IOException e) {
    String why = e instanceof ClosedByInterruptException ? "interrupted" : e.getMessage();
    return new SpoolException("the spool directory cannot be written: " + why, e);
  }

  /** Whether a file lies in this directory, and so is ours to remove. */
  boolean owns(Path file) {
    return directory.equals(file.toAbsolutePath().normalize().getParent());
  }

  /** Never throws: a file left over costs disk only. */
  void remove(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      LOG.atWarn().addKeyValue("file", file.getFileName()).setCause(e).log("Spool file not removed");
    }
  }

  /** Removes what nobody needs: all parts, and all files but those of the names given. */
  int sweep(Set<String> namesToKeep) {
    int removed = 0;
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Matcher ours = FILE.matcher(file.getFileName().toString());
        if (ours.matches() && (ours.group(2).equals("part") || !namesToKeep.contains(ours.group(1)))) {
          remove(file);
          removed++;
        }
      }
    } catch (IOException | UncheckedIOException e) {
      LOG.atWarn().setCause(e).log("Spool not swept");
    }
    return removed;
  }
}
