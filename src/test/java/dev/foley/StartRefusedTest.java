package dev.foley;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foley.playground.Playground;
import dev.foley.playground.demo.BotProcess;
import dev.foley.store.Store;
import dev.foley.store.StoreSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The real process on a host where it cannot work: it says in a sentence what to do, ends with 1, and leaves everything as it was. */
class StartRefusedTest {
  private static Playground playground;

  @TempDir
  private Path directory;

  @BeforeAll
  static void start() {
    playground = WholeBot.newPlayground();
  }

  @AfterAll
  static void stop() {
    playground.close();
  }

  /** What is wrong with the host, and what its owner reads. */
  enum Trouble {
    NO_DATABASE("is damaged, or is no database. It was left as it is.") {
      @Override
      void cause(Path data) throws IOException {
        Files.write(data.resolve(FILE), "Dear diary, ".repeat(1_000).getBytes(StandardCharsets.UTF_8));
      }
    },
    CUT_SHORT("is damaged, or is no database. It was left as it is.") {
      @Override
      void cause(Path data) throws IOException {
        makeDatabase(data);
        byte[] whole = Files.readAllBytes(data.resolve(FILE));
        Files.write(data.resolve(FILE), Arrays.copyOf(whole, whole.length / 2));
      }
    },
    READ_ONLY("cannot be written. Let the bot's user write to it") {
      @Override
      void cause(Path data) throws IOException {
        makeDatabase(data);
        permit(data.resolve(FILE), "r--r--r--");
      }
    },
    READ_ONLY_DIRECTORY("cannot be written. Let the bot's user write to it") {
      @Override
      void cause(Path data) throws IOException {
        makeDatabase(data);
        Files.delete(data.resolve(FILE + ".lock"));
        permit(data, "r-xr-xr-x");
      }
    },
    NO_SPOOL("the spool directory") {
      @Override
      void cause(Path data) throws IOException {
        permit(Files.createDirectory(data.resolve("spool")), "r-xr-xr-x");
      }
    },
    SPOOL_IS_A_FILE("the spool directory") {
      @Override
      void cause(Path data) throws IOException {
        Files.createFile(data.resolve("spool"));
      }
    };

    static final String FILE = "foley.db";

    private final String sentence;

    Trouble(String sentence) {
      this.sentence = sentence;
    }

    abstract void cause(Path data) throws IOException;
  }

  @ParameterizedTest
  @EnumSource(Trouble.class)
  void aSentenceAndNothingIsTouched(Trouble trouble) throws Exception {
    Path data = Files.createDirectory(directory.resolve("data"));
    trouble.cause(data);
    Path file = data.resolve(Trouble.FILE);
    byte[] before = Files.exists(file) ? Files.readAllBytes(file) : null;
    try (BotProcess bot = BotHost.start(playground, directory, Map.of(), BotHost.withoutRootsRights())) {
      assertThat(BotHost.awaitEnd(bot)).isEqualTo(1);
    } finally {
      permit(data, "rwxr-xr-x");
    }

    assertThat(BotHost.log(directory)).contains("Foley cannot start: ", trouble.sentence)
        .contains(data.toString()).doesNotContain("\tat ");
    if (before != null) {
      assertThat(file).hasBinaryContent(before);
    }
  }

  @Test
  void aTemporaryDirectoryThatIsMissingIsDoneWithout() throws Exception {
    try (Playground own = WholeBot.newPlayground();
        BotProcess bot = BotHost.start(own, directory,
            Map.of("JAVA_TOOL_OPTIONS", "-Djava.io.tmpdir=" + directory.resolve("missing")), List.of())) {
      BotHost.awaitOnline(own);
      assertThat(bot.stop()).isZero();
    }
  }

  /** Whoever watches the process has to see that it cannot be used any more. */
  @Test
  void aTokenThatIsTakenBackEndsTheProcess() throws Exception {
    try (Playground own = WholeBot.newPlayground();
        BotProcess bot = BotHost.start(own, directory, Map.of(), List.of())) {
      BotHost.awaitOnline(own);
      own.discord().faults().closeConnections(4004);

      assertThat(BotHost.awaitEnd(bot)).isEqualTo(1);
      assertThat(BotHost.log(directory)).contains("Discord does not accept the bot token. Copy it from the Bot page");
    }
  }

  private static void makeDatabase(Path data) {
    Store.open(new StoreSettings("jdbc:sqlite:" + data.resolve(Trouble.FILE), StoreSettings.DEFAULT_POLLING_INTERVAL,
        1, StoreSettings.DEFAULT_SHUTDOWN_GRACE), InstantSource.system()).close();
  }

  private static void permit(Path path, String permissions) throws IOException {
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
  }
}
