package dev.foley;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foley.playground.Playground;
import dev.foley.playground.demo.BotProcess;
import dev.foley.playground.demo.Demo;
import dev.foley.playground.discord.InteractionView;
import dev.foley.playground.discord.MemberControl;
import dev.foley.playground.discord.MessageView;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The real process when its disk takes nothing for a while: new requests are refused with a sentence, what is under way goes on
 * afterwards, and nothing is asked of a service twice.
 */
class FullDiskTest {
  private static final String UNLIMITED = "unlimited";
  /** More than the database and its log have, less than a sound of 30 seconds. */
  private static final String HALF_A_SOUND = "3000000";
  private static final String CONFIG = """
      executor: {pollingInterval: 50ms}
      """;

  @TempDir
  private static Path directory;
  private static Playground playground;
  private static BotProcess bot;

  @BeforeAll
  static void start() throws Exception {
    playground = WholeBot.newPlayground();
    Path config = Files.writeString(directory.resolve("patient.yaml"), CONFIG);
    bot = BotHost.start(playground, directory, Map.of("FOLEY_CONFIG", config.toString()),
        BotHost.withoutRootsRights());
    BotHost.awaitOnline(playground);
  }

  @AfterAll
  static void stop() throws Exception {
    try (Playground _ = playground) {
      assertThat(bot.stop()).isZero();
    }
  }

  @Test
  void aSoundForWhichThereIsNoRoomIsFetchedAgainWhenThereIs() throws Exception {
    BotHost.limitFiles(bot, HALF_A_SOUND);
    try {
      String id = type("/music prompt:no room yet seconds:30");
      BotHost.awaitLog(directory, "cannot be written: File too large");
      BotHost.limitFiles(bot, UNLIMITED);

      assertDeliveredOnce(id, "no room yet");
    } finally {
      BotHost.limitFiles(bot, UNLIMITED);
    }
  }

  @Test
  void aSpoolThatCannotBeWrittenForAWhileDelaysOnly() throws Exception {
    Path spool = directory.resolve("data/spool");
    Files.setPosixFilePermissions(spool, PosixFilePermissions.fromString("r-xr-xr-x"));
    String id;
    try {
      id = type("/music prompt:no permission yet seconds:2");
      BotHost.awaitLog(directory, "cannot be written: " + spool);
    } finally {
      Files.setPosixFilePermissions(spool, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
    assertDeliveredOnce(id, "no permission yet");
  }

  @Test
  void aDatabaseThatTakesNothingRefusesWithASentenceAndLosesNothing() throws Exception {
    String before = type("/music prompt:asked before seconds:20");
    member().awaitInteraction(before, seen -> seen.responses().stream().anyMatch(each -> !each.loading()),
        WholeBot.PATIENCE);
    BotHost.limitFiles(bot, "4096");
    try {
      assertRefused(type("/music prompt:not recorded"), "not recorded");
    } finally {
      BotHost.limitFiles(bot, UNLIMITED);
    }
    assertDeliveredOnce(before, "asked before");
    assertDeliveredOnce(type("/music prompt:asked after seconds:1"), "asked after");
  }

  @Test
  void aDatabaseThatIsLockedRefusesWithASentenceAndLosesNothing() throws Exception {
    String before = type("/music prompt:before the lock seconds:20");
    member().awaitInteraction(before, seen -> seen.responses().stream().anyMatch(each -> !each.loading()),
        WholeBot.PATIENCE);
    try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("data/foley.db"));
        Statement statement = other.createStatement()) {
      statement.execute("PRAGMA busy_timeout = 10000");
      statement.execute("BEGIN IMMEDIATE");
      assertRefused(type("/music prompt:while it is locked"), "while it is locked");
      statement.execute("ROLLBACK");
    }
    assertDeliveredOnce(before, "before the lock");
    assertDeliveredOnce(type("/music prompt:after the lock seconds:1"), "after the lock");
  }

  private static void assertRefused(String interaction, String prompt) throws Exception {
    InteractionView told = member().awaitInteraction(interaction, seen -> seen.responses().stream()
        .anyMatch(message -> message.content().contains("could not be recorded")), WholeBot.PATIENCE);
    assertThat(told.responses()).anySatisfy(message -> assertThat(message.content()).contains("nothing was charged"));
    assertThat(playground.aimlApi().observations().submits()).noneMatch(submit -> submit.prompt().equals(prompt));
  }

  private static void assertDeliveredOnce(String interaction, String prompt) throws Exception {
    MessageView answer = member().awaitInteraction(interaction, Demo::isFinal, WholeBot.PATIENCE).responses()
        .getFirst();
    assertThat(answer.attachments()).as(WholeBot.text(answer)).hasSize(1);
    assertThat(playground.aimlApi().observations().submits()).filteredOn(submit -> submit.prompt().equals(prompt))
        .hasSize(1);
  }

  private static String type(String line) throws Exception {
    return BotHost.ask(playground, "mia", line);
  }

  private static MemberControl member() {
    return playground.discord().control();
  }
}
