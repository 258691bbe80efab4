package dev.foley.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether the bot could write where its files go, and has room there. Tries it by asking the system, not by writing. */
public final class DataDirectoryProbe implements Probe {
  private static final String SUBJECT = "Data directory";
  private static final long MB = 1 << 20;

  private final Path directory;
  private final Room room;
  private final FreeSpace freeSpace;

  /**
   * What is to fit.
   *
   * @param largestBytes of one result
   * @param keptBytes of all that are kept after they were delivered
   */
  public record Room(long largestBytes, long keptBytes) {}

  @FunctionalInterface
  interface FreeSpace {
    /** Bytes that can still be written at an existing path. */
    long at(Path path) throws IOException;
  }

  public DataDirectoryProbe(Path directory, Room room) {
    this(directory, room, path -> Files.getFileStore(path).getUsableSpace());
  }

  DataDirectoryProbe(Path directory, Room room, FreeSpace freeSpace) {
    this.directory = directory;
    this.room = room;
    this.freeSpace = freeSpace;
  }

  @Override
  public String subject() {
    return SUBJECT;
  }

  @Override
  public Finding look() {
    try {
      Path there = nearest(directory);
      return there.equals(directory) ? present() : absent(there);
    } catch (IOException e) {
      return Finding.problem(SUBJECT, directory + " cannot be looked at (" + e.getClass().getSimpleName() + ").",
          "Let the bot's user read and write it, or name another directory by FOLEY_DATA.");
    }
  }

  private Finding present() throws IOException {
    if (!Files.isDirectory(directory)) {
      return Finding.problem(SUBJECT, directory + " is not a directory.",
          "Move that file away, or name another directory "
              + "by FOLEY_DATA.");
    }
    Optional<Path> closed = closed();
    return closed.isPresent()
        ? Finding.problem(SUBJECT, closed.get() + " cannot be written.",
            "Let the bot's user write to the data directory and to what is in it, or name another one by FOLEY_DATA.")
        : judged(directory + " can be written", freeSpace.at(directory));
  }

  private Finding absent(Path nearest) throws IOException {
    return writable(nearest)
        ? judged(directory + " will be made", freeSpace.at(nearest))
        : Finding.problem(SUBJECT, directory + " cannot be made.", "Let the bot's user write to " + nearest
            + ", or name another directory by FOLEY_DATA.");
  }

  private Finding judged(String words, long free) throws IOException {
    String left = words + "; " + inWords(free) + " free.";
    if (free < room.largestBytes()) {
      return Finding.problem(SUBJECT, left,
          "Make room: a single result can have " + inWords(room.largestBytes()) + ".");
    }
    long growth = Math.max(0, room.keptBytes() - kept()) + room.largestBytes();
    return free < growth
        ? Finding.warning(SUBJECT, left, "Results and delivered sounds can take " + inWords(growth)
            + " more. Make room, or set results.keepSize lower.")
        : Finding.ok(SUBJECT, left);
  }

  private long kept() throws IOException {
    Path shelf = directory.resolve("kept");
    if (!Files.isDirectory(shelf)) {
      return 0;
    }
    try (Stream<Path> files = Files.list(shelf)) {
      return files.mapToLong(file -> file.toFile().length()).sum(); // 0 for one that is gone meanwhile
    }
  }

  /** Itself, or what of the way to it is there. */
  private static Path nearest(Path path) {
    Path there = path;
    while (!Files.exists(there) && there.getParent() != null) {
      there = there.getParent();
    }
    return there;
  }

  /** What a bot that ran as somebody else, as root perhaps, has left behind is not ours to write. */
  private Optional<Path> closed() throws IOException {
    if (!writable(directory)) {
      return Optional.of(directory);
    }
    try (Stream<Path> content = Files.list(directory)) {
      List<Path> sorted = content.sorted().toList();
      return sorted.stream().filter(path -> !Files.isWritable(path)).findFirst();
    }
  }

  private static boolean writable(Path path) {
    return Files.isDirectory(path) && Files.isWritable(path) && Files.isExecutable(path);
  }

  private static String inWords(long bytes) {
    return bytes < 1024 * MB
        ? bytes / MB + " MB"
        : String.format(Locale.ROOT, "%.1f GB", bytes / 1024.0 / MB);
  }
}
