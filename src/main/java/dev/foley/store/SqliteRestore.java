package dev.foley.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts a backup where a bot finds it at its next start. Nothing is thrown away: a database that is in the way moves aside, with its
 * sounds. The backup is unpacked and looked through before anything of that happens, and the rows come last, so that a restore that was
 * cut off is one that can be made again.
 */
public final class SqliteRestore {
  private static final Logger log = LoggerFactory.getLogger(SqliteRestore.class);
  private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'")
      .withZone(ZoneOffset.UTC);

  private final StoreSettings settings;
  private final Path database;
  private final Path spool;
  private final InstantSource clock;

  /**
   * @param spool the directory of results that are not delivered yet; need not exist
   * @throws DatabaseUnusableException if the database is none of SQLite's; the message is for the host
   */
  public SqliteRestore(StoreSettings settings, Path spool, InstantSource clock) {
    this.settings = settings;
    this.database = SqliteBackup.databaseOf(settings);
    this.spool = spool;
    this.clock = clock;
  }

  /**
   * What was restored.
   *
   * @param unfinished generations that go on at the next start
   * @param aside where the database that was there before is now
   */
  public record Summary(int generations, int unfinished, int sounds, Path database, Optional<Path> aside) {}

  /**
   * @param backup as {@link SqliteBackup} wrote it, by this version of Foley or an earlier one
   * @param replace whether a database that is there moves aside
   * @throws IOException if the file is no backup, or cannot be read or unpacked; the message is for the host
   * @throws DatabaseUnusableException if a bot is at work, or a database is there and may not be replaced, or the backup's is damaged
   *     or a newer Foley's; the message is for the host
   */
  public Summary read(Path backup, boolean replace) throws IOException {
    if (!Files.isRegularFile(backup)) {
      throw new IOException("There is no file " + backup + ".");
    }
    try (DatabaseFile held = DatabaseFile.hold(settings.url());
        WorkDirectory work = WorkDirectory.beside(held.path())) {
      if (Files.exists(database) && !replace) {
        throw new DatabaseUnusableException("There is a database at " + database
            + " already, which was left as it is. With --replace it is kept under another name, and the backup takes its place.",
            null);
      }
      return read(backup, work);
    }
  }

  private Summary read(Path backup, WorkDirectory work) throws IOException {
    Path unpacked = Files.createDirectory(work.resolve("unpacked"));
    DatabaseCopy copy = new DatabaseCopy(unpacked.resolve(BackupArchive.DATABASE));
    Path sounds = unpacked.resolve(BackupArchive.SPOOL);
    DatabaseCopy.Contents contents;
    try {
      BackupArchive.read(backup, unpacked);
      contents = copy.examine();
      if (copy.isOfTheFuture()) {
        throw new DatabaseUnusableException("The backup " + backup
            + " was made by a newer Foley. Restore it with that version, or with a later one.", null);
      }
      copy.prepare(spool, clock.instant());
    } catch (ZipException e) {
      throw new IOException(backup + " is no backup of Foley, or is damaged. Nothing was changed.", e);
    } catch (SQLException e) {
      log.atDebug().setCause(e).log("The backup's database could not be read");
      throw new DatabaseUnusableException("The database in " + backup + " is damaged. Nothing was changed.", e);
    }
    DepartureMarks.distrust(DepartureMarks.beside(database));
    Optional<Path> aside = moveAside();
    int moved = moveSounds(sounds);
    Files.move(copy.path(), database);
    return new Summary(contents.generations(), contents.unfinished(), moved, database, aside);
  }

  /** With the journal, which has what was committed last. */
  private Optional<Path> moveAside() throws IOException {
    String ending = ".replaced-" + STAMP.format(clock.instant());
    boolean wasThere = Files.exists(database);
    Path aside = beside(database, ending);
    if (wasThere) {
      Files.move(database, aside);
    }
    for (String journal : new String[]{"-wal", "-shm"}) {
      if (Files.exists(beside(database, journal))) { // of no use to another database, and worse than none
        Files.move(beside(database, journal), beside(aside, journal));
      }
    }
    if (Files.exists(spool)) {
      Files.move(spool, beside(spool, ending));
    }
    return wasThere ? Optional.of(aside) : Optional.empty();
  }

  /** One by one, since the spool can be on another disk than the database. */
  private int moveSounds(Path sounds) throws IOException {
    Files.createDirectories(spool);
    int moved = 0;
    try (Stream<Path> files = Files.list(sounds)) {
      for (Path sound : (Iterable<Path>) files::iterator) {
        Files.move(sound, spool.resolve(sound.getFileName()));
        moved++;
      }
    }
    return moved;
  }

  private static Path beside(Path path, String ending) {
    return path.resolveSibling(path.getFileName() + ending);
  }
}
