package dev.foley.playground.demo;

import dev.foley.playground.Playground;
import dev.foley.playground.discord.ComponentView;
import dev.foley.playground.discord.InteractionView;
import dev.foley.playground.discord.Invocation;
import dev.foley.playground.discord.MemberControl;
import dev.foley.playground.discord.MessageView;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeoutException;

/**
 * The main job without a browser: a local Discord, the real bot as a process of its own, simulated services, and one command as a member
 * would type it. It prints what the member sees and saves the sound.
 */
public final class Demo {
  private static final String MEMBER = "mia";
  private static final String CHANNEL = "music";
  /** The callback that promises a message. */
  private static final int DEFERRED_REPLY = 5;
  private static final Duration START_PATIENCE = Duration.ofSeconds(30);
  private static final Duration START_LOOK = Duration.ofMillis(500);
  private static final Duration RESULT_PATIENCE = Duration.ofMinutes(2);

  private final DemoSettings settings;
  private final Conversation conversation;

  public Demo(DemoSettings settings, Appendable terminal) {
    this.settings = settings;
    this.conversation = new Conversation(terminal, InstantSource.system());
  }

  /**
   * Runs it from the first start to the last stop.
   *
   * @return the saved sounds
   * @throws DemoException if the member was refused or told of a failure, or got nothing that can be played
   */
  public List<Path> run() throws DemoException, IOException, InterruptedException {
    Path data = Files.createTempDirectory("foley-demo");
    Path log = data.resolve("bot.log");
    try (Playground playground = Playground.start(0, settings.timeFactor());
        BotProcess bot = BotProcess.start(settings.bot(), playground.botEnvironment(data), log)) {
      conversation.introduce(settings);
      MemberControl control = playground.discord().control();
      awaitBot(control, bot);
      MessageView result = converse(control);
      List<Path> saved = Sounds.save(result, settings.out(), conversation);
      int exit = bot.stop();
      if (exit != 0) {
        throw new DemoException("The bot ended with exit code " + exit + " instead of 0.");
      }
      TemporaryFiles.delete(data);
      return saved;
    } catch (TimeoutException e) {
      throw new DemoException("Nothing more happened: " + e.getMessage() + "\nWhat the bot logged is in " + log);
    }
  }

  /** A bot that dies at its start is noticed at once, not when patience has run out. */
  private void awaitBot(MemberControl control, BotProcess bot)
      throws DemoException, InterruptedException, TimeoutException {
    String command = settings.line().strip().replaceFirst("^/", "").split("\\s", 2)[0];
    for (Duration waited = Duration.ZERO; waited.compareTo(START_PATIENCE) < 0; waited = waited.plus(START_LOOK)) {
      try {
        control.awaitCommand(command, START_LOOK);
        return;
      } catch (TimeoutException e) {
        if (!bot.isAlive()) {
          throw new DemoException("The bot did not start. What it logged is in " + bot.log());
        }
      }
    }
    throw new DemoException("The bot has no command /" + command + ". What it logged is in " + bot.log());
  }

  /** Types the command and watches until its answer is final. */
  private MessageView converse(MemberControl control) throws DemoException, InterruptedException, TimeoutException {
    conversation.typed(MEMBER, CHANNEL, settings.line());
    String id = switch (control.invoke(MEMBER, CHANNEL, settings.line())) {
      case Invocation.Sent sent -> sent.interactionId();
      case Invocation.Refused refused -> throw new DemoException("Discord does not send this command: "
          + (refused.option().isEmpty() ? "" : refused.option() + ": ") + refused.sentence());
    };
    InteractionView end = control.awaitInteraction(id, interaction -> {
      conversation.saw(interaction);
      return interaction.state() == InteractionView.State.FAILED || isFinal(interaction);
    }, RESULT_PATIENCE);
    if (end.state() == InteractionView.State.FAILED) {
      throw new DemoException(end.status());
    }
    MessageView message = end.responses().getFirst();
    if (message.attachments().isEmpty()) {
      throw new DemoException("The answer has no sound.");
    }
    return message;
  }

  /**
   * Whether the bot has said its last word: a refusal, for the author alone; or a card, which stands for sound or failure unless
   * it can be cancelled. What a private request says on the way is for the author alone as well, but then the reply was promised
   * first.
   */
  public static boolean isFinal(InteractionView interaction) {
    boolean promised = Integer.valueOf(DEFERRED_REPLY).equals(interaction.callbackType());
    return interaction.acknowledged() && interaction.responses().stream()
        .anyMatch(
            message -> (!promised && message.ephemeral()) || (!message.embeds().isEmpty() && !isPending(message)));
  }

  /** The button stays under a pending reply even while it cannot help. */
  private static boolean isPending(MessageView message) {
    return message.components().stream().map(ComponentView::customId)
        .anyMatch(id -> id != null && id.startsWith("cancel:"));
  }
}
