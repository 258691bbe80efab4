package dev.foley.playground.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.foley.playground.Playground;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scripts against a small bot on the real JDA. */
class ScriptRunTest {
  /** More than the 3 seconds within which a bot has to answer. */
  private static final ScriptRun.Patience PATIENCE = new ScriptRun.Patience(Duration.ofSeconds(4),
      Duration.ofSeconds(30));

  private final Playground playground = Playground.start(0, 100);
  private final StringBuilder terminal = new StringBuilder();
  private ScriptedBot bot;
  private int restarts;

  @TempDir
  private Path directory;

  @BeforeEach
  void start() throws Exception {
    bot = ScriptedBot.start(playground.discord());
  }

  @AfterEach
  void stop() {
    bot.close();
    playground.close();
  }

  @Test
  void membersDoAsItSaysAndWhatTheyReadIsPrinted() throws Exception {
    run("""
        ## A sound
        /tone prompt:warm piano
        wait result
        expect warm piano
        expect [Again] [Edit]
        save DIRECTORY
        press Edit
        expect Prompt: warm piano
        fill Prompt: cold rain
        submit
        expect Now: cold rain
        choose Topic: Prices
        expect Chosen: [m]
        """.replace("DIRECTORY", directory.toString()));

    assertThat(terminal.toString()).contains("── A sound", "#music", "mia  /tone prompt:warm piano", "▶ tone.wav",
        "[Again] [Edit]", "[Topic ▾ Prompts, Prices]", "mia  presses [Edit]", "┃ Change it", "mia  submits cold rain",
        "Now: cold rain", "mia  chooses Prices", "Saved ");
    assertThat(directory.resolve("tone.wav")).isNotEmptyFile();
  }

  @Test
  void membersChannelsAndLanguagesChange() throws Exception {
    run("""
        as ben
        locale de
        in direct
        /secret
        expect de secret
        expect (Only you can see this)
        in #music
        /tone prompt:x
        wait result
        as mia
        expect not secret
        menu Remix
        expect Change it
        restart bot
        """);

    assertThat(terminal.toString()).contains("Direct messages of ben", "mia  chooses “Remix” from the message’s menu");
    assertThat(restarts).isEqualTo(1);
  }

  @Test
  void aPressCanGoWithoutAReply() throws Exception {
    run("""
        /tone prompt:x
        wait result
        press Again
        expect no reply
        /fail
        wait failure
        """);
    assertThat(terminal).contains("No sound this time");
  }

  @Test
  void whatAPressRemovesMayBeThereForAMomentYet() throws Exception {
    run("/tone prompt:x\nwait result\npress Remove\nexpect not tone.wav\n");
    assertThat(terminal).contains("tone.wav", "presses [Remove]");
  }

  @Test
  void whatIsExpectedAndNotThereFailsWithTheLineAndWithWhatWasThere() {
    assertFails("/tone prompt:x\nwait result\nexpect rain\n", "tour.txt:3: expect rain", "expected “rain”",
        "▶ tone.wav");
    assertFails("/secret\nexpect not secret\n", "tour.txt:2: expect not secret", "yet there was", "secret");
    assertFails("/secret\nexpect no reply\n", "tour.txt:2: expect no reply", "secret");
    assertFails("press Longer\n", "tour.txt:1: press Longer", "no message here has it");
    assertFails("submit\n", "tour.txt:1: submit", "no form is open");
    assertFails("as tom\n", "tour.txt:1: as tom", "mia, ben, ada");
    assertFails("in #nowhere\n", "tour.txt:1: in #nowhere", "#music");
  }

  @Test
  void aRefusalByTheClientHasToBeExpected() throws Exception {
    run("/tone\nexpect prompt: This option is required.\n/silent\nexpect The application did not respond\n");
    assertFails("/tone\n/secret\n", "tour.txt:2: /secret", "This option is required.");
    assertFails("/nothing\n", "the last line was refused", "There is no command /nothing here.");
  }

  private void run(String script) throws DemoException, IOException, InterruptedException {
    Conversation conversation = new Conversation(terminal, InstantSource.system());
    Watch watch = new Watch(playground.discord().control(), conversation, InstantSource.system());
    new ScriptRun(playground, conversation, watch, PATIENCE, () -> restarts++)
        .perform(Script.parse("tour.txt", script.lines().toList()));
  }

  private void assertFails(String script, String... sentences) {
    assertThatThrownBy(() -> run(script)).isInstanceOf(DemoException.class).message().contains(sentences);
  }
}
