package dev.foley.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;

/** Looks at the database that a start would open, as far as that is possible without changing it. */
public final class DatabaseLook {
  private DatabaseLook() {}

  /** Blocks for some seconds where a server does not answer. */
  public static DatabaseState at(StoreSettings settings) {
    try {
      return PostgresDatabase.isMeant(settings.url())
          ? PostgresDatabase.look(settings)
          : atFile(DatabaseFile.pathOf(settings.url()));
    } catch (DatabaseUnusableException e) {
      return new DatabaseState.Unusable(String.valueOf(e.getMessage()));
    }
  }

  private static DatabaseState atFile(Path path) {
    String name = path.toString();
    if (!Files.exists(path)) {
      return mayBeMade(path) ? new DatabaseState.Fresh(name) : unwritable(path);
    }
    if (isHeld(path)) {
      return new DatabaseState.InUse(name);
    }
    if (!Files.isReadable(path) || !Files.isWritable(path) || !Files.isWritable(directory(path))) {
      return unwritable(path);
    }
    try (Connection connection = open(path)) {
      if (!SchemaHistory.isWrittenIn(connection)) {
        if (isEmpty(connection)) {
          return new DatabaseState.Fresh(name);
        }
        throw SqliteDatabase.foreign(path);
      }
      return ready(name, "SQLite " + connection.getMetaData().getDatabaseProductVersion(), connection);
    } catch (SQLException e) {
      return new DatabaseState.Unusable(SqliteDatabase.sentence(path, e));
    }
  }

  /** @throws DatabaseUnusableException if a newer Foley wrote it */
  static DatabaseState ready(String name, String engine, Connection connection) throws SQLException {
    int version = SchemaHistory.version(connection);
    if (version > SchemaHistory.LATEST) {
      throw Migrations.ofTheFuture(name, null);
    }
    return new DatabaseState.Ready(name, engine, version, SchemaHistory.LATEST);
  }

  /**
   * Even a reader would make the two files that a database in WAL mode has beside it, were they not there. Where they are not, everything
   * is in the database itself, and SQLite can be told that nobody changes it.
   */
  private static Connection open(Path path) throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setReadOnly(true);
    boolean closedProperly = !Files.exists(path.resolveSibling(path.getFileName() + "-wal"));
    return config.createConnection("jdbc:sqlite:" + path.toUri() + (closedProperly ? "?immutable=1" : ""));
  }

  private static boolean isEmpty(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT 1 FROM sqlite_master WHERE type = 'table'")) {
      return !rows.next();
    }
  }

  /**
   * A running bot holds its lock file alone, so nobody gets even a part of it. Whoever asks has such a part for an instant; a bot that
   * starts in that instant would take it for another bot.
   */
  private static boolean isHeld(Path path) {
    try (FileChannel file = FileChannel.open(path.resolveSibling(path.getFileName() + ".lock"),
        StandardOpenOption.READ)) {
      @Nullable
      FileLock part = file.tryLock(0, Long.MAX_VALUE, true);
      return part == null;
    } catch (OverlappingFileLockException _) {
      return true; // by this very process
    } catch (IOException _) {
      return false; // there is none, or it cannot be read: then neither can what is beside it
    }
  }

  private static boolean mayBeMade(Path path) {
    Path there = directory(path);
    while (!Files.exists(there) && there.getParent() != null) {
      there = directory(there);
    }
    return Files.isDirectory(there) && Files.isWritable(there);
  }

  private static DatabaseState unwritable(Path path) {
    return new DatabaseState.Unusable(DatabaseFile.readOnly(path));
  }

  private static Path directory(Path absolute) {
    Path parent = absolute.getParent();
    return parent == null ? absolute : parent;
  }
}
