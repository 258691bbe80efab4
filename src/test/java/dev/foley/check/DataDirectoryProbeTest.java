package dev.foley.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.foley.check.DataDirectoryProbe.Room;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryProbeTest {
  private static final long MB = 1 << 20;
  private static final Room ROOM = new Room(200 * MB, 2048 * MB);

  @TempDir
  Path directory;

  @Test
  void oneThatIsThereAndOneThatCanBeMadeAreInOrderAndLeftAsTheyAre() {
    Path absent = directory.resolve("a/b");

    assertThat(look(directory, 10_240 * MB))
        .isEqualTo(Finding.ok("Data directory", directory + " can be written; 10.0 GB free."));
    assertThat(look(absent, 10_240 * MB))
        .isEqualTo(Finding.ok("Data directory", absent + " will be made; 10.0 GB free."));
    assertThat(directory).isEmptyDirectory();
  }

  @Test
  void aFileInItsPlaceIsAProblem() throws Exception {
    Path file = Files.createFile(directory.resolve("data"));

    assertThat(look(file, 10_240 * MB).words()).isEqualTo(file + " is not a directory.");
    assertThat(look(file.resolve("below"), 10_240 * MB).words()).isEqualTo(file.resolve("below") + " cannot be made.");
  }

  @Test
  void whatCannotBeWrittenIsNamed() throws Exception {
    assumeFalse(System.getProperty("user.name").equals("root"), "root may write everywhere");
    Path left = Files.createFile(directory.resolve("foley.db"));
    permit(left, "r--r--r--");
    assertThat(look(directory, 10_240 * MB).words()).isEqualTo(left + " cannot be written.");

    permit(directory, "r-xr-xr-x");
    assertThat(look(directory, 10_240 * MB).words()).isEqualTo(directory + " cannot be written.");
    assertThat(look(directory.resolve("data"), 10_240 * MB).words())
        .isEqualTo(directory.resolve("data") + " cannot be made.");
    permit(directory, "rwxr-xr-x");
  }

  @Test
  void tooLittleRoomForOneResultIsAProblemAndForWhatIsKeptAWarning() throws Exception {
    assertThat(look(directory, 199 * MB).verdict()).isEqualTo(Verdict.PROBLEM);
    assertThat(look(directory, 199 * MB).advice()).contains("a single result can have 200 MB");
    assertThat(look(directory, 2000 * MB).verdict()).isEqualTo(Verdict.WARNING);
    assertThat(look(directory, 2000 * MB).advice()).contains("2.2 GB", "results.keepSize");
    assertThat(look(directory, 2248 * MB).verdict()).isEqualTo(Verdict.OK);

    sparse(Files.createDirectory(directory.resolve("kept")).resolve("a.wav"), 248 * MB);
    assertThat(look(directory, 2000 * MB).verdict()).as("what is kept already needs no more room")
        .isEqualTo(Verdict.OK);
  }

  private static Finding look(Path data, long free) {
    return new DataDirectoryProbe(data, ROOM, _ -> free).look();
  }

  private static void sparse(Path file, long bytes) throws IOException {
    try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw")) {
      open.setLength(bytes);
    }
  }

  private static void permit(Path path, String permissions) throws IOException {
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
  }
}
