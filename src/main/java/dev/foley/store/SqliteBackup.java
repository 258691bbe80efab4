package dev.foley.store;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes all that a SQLite bot must not lose into one file, while the bot runs or not: the rows as they are at one moment, and the
 * sounds of the spool that those rows still have to deliver. Copies of what was delivered already are left out.
 *
 * <p>The bot is not asked and not held up. It reads as any other program may; the lock file, which keeps a second bot off, does not
 * concern it. Sounds are linked before the rows are read, so that one which is delivered and removed in the meantime is there
 * all the same, and once more after, for those that came in between.
 */
public final class SqliteBackup {
  private static final Logger log = LoggerFactory.getLogger(SqliteBackup.class);

  private final Path database;
  private final Path spool;

  /**
   * @param spool the directory of results that are not delivered yet; need not exist
   * @throws DatabaseUnusableException if the database is none of SQLite's; the message is for the host
   */
  public SqliteBackup(StoreSettings settings, Path spool) {
    this.database = databaseOf(settings);
    this.spool = spool;
  }

  /** Where a SQLite database is; others have tools of their own for this. */
  static Path databaseOf(StoreSettings settings) {
    if (PostgresDatabase.isMeant(settings.url())) {
      throw new DatabaseUnusableException(
          "The database is PostgreSQL's, which has its own tools for this: pg_dump, and "
              + "pg_restore or psql. docs/hosting.md has the commands.",
          null);
    }
    return DatabaseFile.pathOf(settings.url());
  }

  /**
   * What a backup has.
   *
   * @param unfinished generations that go on after a restore
   * @param sounds that are not delivered yet
   * @param bytes of the file
   */
  public record Summary(int generations, int unfinished, int sounds, long bytes) {}

  /**
   * @param file appears when it is whole and on the disk; must not exist
   * @throws IOException if it cannot be written; the message is for the host
   * @throws DatabaseUnusableException if the database cannot be read, or is damaged; the message is for the host
   */
  public Summary write(Path file) throws IOException {
    Path target = file.toAbsolutePath().normalize();
    if (Files.exists(target)) {
      throw exists(target);
    }
    Path directory = target.resolveSibling("");
    if (!Files.isDirectory(directory)) {
      throw new IOException("The directory " + directory + " is not there. Make it, or name another one.");
    }
    if (!Files.isRegularFile(database)) {
      throw new DatabaseUnusableException("There is no database at " + database
          + ", so there is nothing to save. FOLEY_DATA, or data in config/foley.yaml, says where it is.", null);
    }
    try (WorkDirectory work = WorkDirectory.beside(target)) {
      return write(target, work);
    }
  }

  private Summary write(Path target, WorkDirectory work) throws IOException {
    Path links = Files.createDirectory(work.resolve(BackupArchive.SPOOL));
    Map<String, Path> results = new TreeMap<>();
    link(links, results);
    DatabaseCopy.Contents contents;
    DatabaseCopy copy;
    try {
      copy = DatabaseCopy.of(database, work.resolve(BackupArchive.DATABASE));
      contents = copy.examine();
    } catch (SQLException e) {
      log.atDebug().setCause(e).log("The database could not be copied");
      throw new DatabaseUnusableException("The database " + database + " could not be saved: "
          + e.getMessage() + ". Nothing was written; see whether there is room, and whether the bot still starts.", e);
    }
    link(links, results);
    results.keySet().retainAll(contents.withFiles());
    Path archive = work.newFile();
    BackupArchive.write(archive, copy.path(), results.values());
    Summary summary = new Summary(contents.generations(), contents.unfinished(), results.size(), Files.size(archive));
    try {
      Files.move(archive, target);
    } catch (FileAlreadyExistsException e) {
      throw exists(target);
    }
    return summary;
  }

  /** Another name costs nothing and outlasts the first; where the file system has none, a copy does the same. */
  private void link(Path links, Map<String, Path> results) throws IOException {
    if (!Files.isDirectory(spool)) {
      return;
    }
    try (Stream<Path> files = Files.list(spool)) {
      for (Path result : (Iterable<Path>) files.filter(BackupArchive::isResult)::iterator) {
        Path link = links.resolve(result.getFileName());
        if (!results.containsKey(BackupArchive.generation(result)) && isTaken(result, link)) {
          results.put(BackupArchive.generation(result), link);
        }
      }
    }
  }

  private static boolean isTaken(Path result, Path link) throws IOException {
    try {
      Files.createLink(link, result);
      return true;
    } catch (NoSuchFileException _) {
      return false; // has just been delivered
    } catch (IOException | UnsupportedOperationException _) {
      return isCopied(result, link);
    }
  }

  private static boolean isCopied(Path result, Path copy) throws IOException {
    try {
      Files.copy(result, copy);
      return true;
    } catch (NoSuchFileException _) {
      return false;
    }
  }

  private static IOException exists(Path target) {
    return new IOException(target + " exists already and was left as it is. Name another file.");
  }
}
