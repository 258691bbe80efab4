package dev.foley.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A directory that only its maker may read, for what is not finished; gone when closed, with whatever is still in it. */
final class WorkDirectory implements AutoCloseable {
  private static final String PREFIX = ".foley-";

  private final Path path;

  private WorkDirectory(Path path) {
    this.path = path;
  }

  /** In the directory of this file, so that what has become whole can take the file's name. */
  static WorkDirectory beside(Path file) throws IOException {
    return new WorkDirectory(Files.createTempDirectory(file.toAbsolutePath().resolveSibling(""), PREFIX));
  }

  Path resolve(String name) {
    return path.resolve(name);
  }

  /** An empty file that only its maker may read, wherever it is moved. */
  Path newFile() throws IOException {
    return Files.createTempFile(path, "", "");
  }

  @Override
  public void close() throws IOException {
    List<Path> deepestFirst;
    try (Stream<Path> files = Files.walk(path)) {
      deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path file : deepestFirst) {
      Files.delete(file);
    }
  }
}
