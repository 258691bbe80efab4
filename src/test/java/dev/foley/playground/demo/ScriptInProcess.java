package dev.foley.playground.demo;

import dev.foley.playground.Playground;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;

/**
 * A script for a bot that runs in this process and with services much faster than real ones. It cannot be killed, and what is pending
 * may be over before one has looked at it: such lines are left out.
 */
public final class ScriptInProcess {
  private static final Set<String> NOT_HERE = Set.of("restart bot", "expect Generating", "expect [Cancel]",
      "press Cancel",
      "expect Pending in this channel");

  private ScriptInProcess() {}

  /** @return the conversation, as the demo prints it */
  public static String perform(Playground playground, Path script)
      throws DemoException, IOException, InterruptedException {
    StringBuilder terminal = new StringBuilder();
    List<String> lines = Files.readAllLines(script).stream().filter(line -> !NOT_HERE.contains(line.strip()))
        .filter(line -> !line.startsWith("save ") && !line.startsWith("expect not ")).toList();
    Conversation conversation = new Conversation(terminal, InstantSource.system());
    Watch watch = new Watch(playground.discord().control(), conversation, InstantSource.system());
    new ScriptRun(playground, conversation, watch, ScriptRun.Patience.USUAL, () -> {
      throw new IllegalStateException("the bot cannot be restarted here");
    }).perform(Script.parse(script.toString(), lines));
    return terminal.toString();
  }
}
