package dev.foley.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The file of a SQLite database, held by this process alone until closed.
 *
 * <p>Two bots on one file would each take the other's claims for those of a dead one. So a lock file lies beside it; the operating
 * system gives its lock back when the process ends, in whichever way, and whoever has it knows that nobody else is at work. The
 * database itself is not locked: SQLite's own locks on it would be lost, and a look inside by other programs does no harm.
 */
final class DatabaseFile implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(DatabaseFile.class);
  private static final String PREFIX = "jdbc:sqlite:";

  private final Path path;
  private final FileChannel lockFile;

  private DatabaseFile(Path path, FileChannel lockFile) {
    this.path = path;
    this.lockFile = lockFile;
  }

  /**
   * Takes hold of the file, which need not exist yet; its directory is made.
   *
   * @param url {@code jdbc:sqlite:} and a path, without options: those are Foley's to choose
   * @throws DatabaseUnusableException if another process holds it, or the directory cannot be written
   */
  static DatabaseFile hold(String url) {
    Path path = pathOf(url);
    try {
      Files.createDirectories(path.getParent());
    } catch (FileAlreadyExistsException e) {
      throw new DatabaseUnusableException("The database's directory " + path.getParent()
          + " is not a directory. Name another one, or move that file away.", e);
    } catch (IOException e) {
      throw notWritable(path, e);
    }
    FileChannel channel;
    try {
      channel = FileChannel.open(path.resolveSibling(path.getFileName() + ".lock"), StandardOpenOption.CREATE,
          StandardOpenOption.WRITE);
    } catch (IOException e) {
      throw notWritable(path, e);
    }
    DatabaseFile file = new DatabaseFile(path, channel);
    if (!file.locked()) {
      file.close();
      throw new DatabaseUnusableException("The database " + path
          + " is in use by another running Foley. Stop that one first, or give this one a database of its own.", null);
    }
    if (Files.exists(path) && !Files.isWritable(path)) {
      file.close();
      throw new DatabaseUnusableException(readOnly(path), null); // SQLite would open it, and notice at the first change
    }
    SqliteLibrary.unpackIn(path.resolveSibling("native"));
    return file;
  }

  Path path() {
    return path;
  }

  static String readOnly(Path path) {
    return "The database " + path + " cannot be written. Let the bot's user write to it and to its directory.";
  }

  @Override
  public void close() {
    try {
      lockFile.close();
    } catch (IOException e) {
      log.atWarn().setCause(e).log("The lock file of the database could not be closed");
    }
  }

  private boolean locked() {
    try {
      @Nullable
      FileLock lock = lockFile.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException _) {
      return false; // held by this very process
    } catch (IOException e) {
      close();
      throw new DatabaseUnusableException("The directory " + path.getParent()
          + " does not support file locks, without which a database is not safe in it. Use a local disk.", e);
    }
  }

  /** @throws DatabaseUnusableException if the address is of another kind */
  static Path pathOf(String url) {
    String name = url.startsWith(PREFIX) ? url.substring(PREFIX.length()) : "";
    if (name.isBlank() || name.startsWith(":") || name.startsWith("file:") || name.contains("?")) {
      // Not repeated: an address of another kind can contain a password.
      throw new DatabaseUnusableException(
          "The database address must be " + PREFIX + " followed by the path of a file, such as " + PREFIX
              + "data/foley.db.",
          null);
    }
    return Path.of(name).toAbsolutePath();
  }

  /** @param path of something in that directory */
  static DatabaseUnusableException notWritable(Path path, IOException cause) {
    return new DatabaseUnusableException("The database's directory " + path.getParent()
        + " cannot be written. Let the bot's user write to it, or name another one.", cause);
  }
}
