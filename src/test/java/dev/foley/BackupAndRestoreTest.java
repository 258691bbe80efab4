package dev.foley;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foley.playground.Playground;
import dev.foley.playground.demo.BotProcess;
import dev.foley.playground.demo.Demo;
import dev.foley.playground.discord.MemberControl;
import dev.foley.playground.discord.MessageView;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands as a host types them, beside a real bot whose machine is lost afterwards. */
class BackupAndRestoreTest {
  @TempDir
  private Path directory;

  @Test
  void whatWasUnderWayWhenTheBackupWasMadeIsDeliveredFromItOnAnotherMachine() throws Exception {
    Path backup = directory.resolve("backup.zip");
    try (Playground playground = WholeBot.newPlayground()) {
      MemberControl member = playground.discord().control();
      HeldPolls held = new HeldPolls(playground, 1);
      BotProcess lost = BotHost.start(playground, Files.createDirectory(directory.resolve("lost")), Map.of(),
          List.of());
      BotHost.awaitOnline(playground);
      String id = BotHost.ask(playground, "mia", "/music prompt:saved in time seconds:2");
      held.awaitAll();

      assertThat(foley("lost", playground, "backup", backup.toString())).isZero();
      assertThat(output("lost")).contains("1 generation, 1 of them under way, 0 sounds not delivered yet");
      assertThat(lost.isAlive()).isTrue();
      lost.kill();
      held.release();
      Path elsewhere = Files.createDirectory(directory.resolve("elsewhere"));
      assertThat(foley("elsewhere", playground, "restore", backup.toString())).isZero();

      try (BotProcess next = BotHost.start(playground, elsewhere, Map.of(), List.of())) {
        MessageView answer = member.awaitInteraction(id, Demo::isFinal, WholeBot.PATIENCE).responses().getFirst();
        assertThat(answer.attachments()).as(WholeBot.text(answer)).hasSize(1);
        assertThat(playground.aimlApi().observations().submitsReceived()).isEqualTo(1);

        assertThat(foley("elsewhere", playground, "restore", "--replace", backup.toString())).isEqualTo(1);
        assertThat(output("elsewhere")).contains("in use by another running Foley").doesNotContain("\tat ");
        assertThat(foley("elsewhere", playground, "backup", backup.toString())).isEqualTo(1);
        assertThat(output("elsewhere")).contains("exists already").doesNotContain("\tat ");
        assertThat(next.stop()).isZero();
      }
    }
  }

  @Test
  void settingsThatAreWrongAreToldAsThoseOfTheBotAre() throws Exception {
    try (Playground playground = WholeBot.newPlayground()) {
      Files.createDirectory(directory.resolve("wrong"));
      assertThat(foley("wrong", playground, Map.of("FOLEY_SHARDS", "some"), "backup", "x.zip"))
          .isEqualTo(Main.EXIT_USAGE);
      assertThat(output("wrong")).contains("FOLEY_SHARDS");
    }
  }

  /** Without a token, which is not needed for this. */
  private int foley(String home, Playground playground, String... words) throws Exception {
    return foley(home, playground, Map.of(), words);
  }

  private int foley(String home, Playground playground, Map<String, String> changed, String... words)
      throws Exception {
    List<String> command = new ArrayList<>(BotCommand.run());
    command.removeLast();
    command.addAll(List.of(words));
    Map<String, String> environment = WholeBot.environment(playground, directory.resolve(home),
        Map.of("DISCORD_TOKEN", ""));
    environment.putAll(changed);
    BotProcess process = BotProcess.start(command, environment, log(home));
    return BotHost.awaitEnd(process);
  }

  private Path log(String home) {
    return directory.resolve(home).resolve("command.log");
  }

  private String output(String home) throws IOException {
    return Files.readString(log(home));
  }
}
