package dev.foley.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where SQLite's driver unpacks its native library. By itself it takes the directory for temporary files, in which each process that is
 * killed leaves a copy behind for good, and which may not be there at all; here it is a directory beside the database, which nobody else uses,
 * and which is emptied at the start.
 */
final class SqliteLibrary {
  private static final Logger log = LoggerFactory.getLogger(SqliteLibrary.class);
  private static final String PLACE = "org.sqlite.tmpdir";
  /** Set where a library has been unpacked already, as in an image. */
  private static final String READY = "org.sqlite.lib.path";

  private SqliteLibrary() {}

  /** To be called before the database is opened, by who holds it. What the host has set wins. */
  static void unpackIn(Path directory) {
    if (System.getProperty(READY) != null || System.getProperty(PLACE) != null) {
      return;
    }
    try (Stream<Path> left = Files.list(Files.createDirectories(directory))) {
      left.filter(file -> file.getFileName().toString().startsWith("sqlite-")).forEach(SqliteLibrary::remove);
      System.setProperty(PLACE, directory.toAbsolutePath().toString());
    } catch (IOException e) {
      // Whether the data can be written is the database's question, which has a sentence for it.
      log.atInfo().addKeyValue("failure", e.getClass().getSimpleName())
          .log("The directory for temporary files is used for SQLite's library");
    }
  }

  private static void remove(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      log.atInfo().addKeyValue("file", file.getFileName()).log("A copy of SQLite's library stays"); // it may be in use
    }
  }
}
