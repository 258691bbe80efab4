package dev.foley.playground.demo;

import dev.foley.playground.Playground;
import dev.foley.playground.discord.WorldControl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.TimeoutException;

/** A script without a browser: a local Discord, the real bot as a process of its own, simulated services, and members who do as it says. */
public final class ScriptDemo {
  private static final Duration START_PATIENCE = Duration.ofSeconds(30);

  private final Path script;
  private final DemoSettings settings;
  private final Conversation conversation;
  private final InstantSource clock = InstantSource.system();

  /** @param settings whose line is not used */
  public ScriptDemo(Path script, DemoSettings settings, Appendable terminal) {
    this.script = script;
    this.settings = settings;
    this.conversation = new Conversation(terminal, clock);
  }

  /**
   * Runs it from the first start to the last stop, and prints the conversation.
   *
   * @throws DemoException naming the line at which it went otherwise
   */
  public void run() throws DemoException, IOException, InterruptedException {
    Script lines = Script.read(script);
    Path data = Files.createTempDirectory("foley-demo");
    try (PlaygroundSession session = PlaygroundSession.start(0, settings.timeFactor(), data, settings.bot())) {
      Playground playground = session.playground();
      conversation.introduce(settings);
      awaitStart(session, 1);
      Watch watch = new Watch(playground.discord().control(), conversation, clock);
      new ScriptRun(playground, conversation, watch, ScriptRun.Patience.USUAL, () -> {
        session.bot().kill();
        session.bot().start();
        awaitStart(session, playground.discord().world().begunSessions() + 1);
      }).perform(lines);
    } catch (TimeoutException e) {
      throw new DemoException("The bot did not come online: " + e.getMessage() + "\nWhat it logged is in " + data);
    } catch (DemoException e) {
      throw new DemoException(e.getMessage() + "\nWhat the bot logged is in " + data);
    }
    TemporaryFiles.delete(data);
  }

  /** Online, and with commands to be invoked. */
  private static void awaitStart(PlaygroundSession session, int start) throws InterruptedException, TimeoutException {
    WorldControl world = session.playground().discord().world();
    world.awaitSessions(start, START_PATIENCE);
    session.playground().discord().control().awaitCommands(START_PATIENCE);
  }
}
