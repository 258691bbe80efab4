package dev.foley.bench.delivery;

import dev.foley.BotCommand;
import dev.foley.bench.Scratch;
import dev.foley.playground.Playground;
import dev.foley.playground.demo.BotProcess;
import dev.foley.playground.discord.InteractionView;
import dev.foley.playground.discord.MessageView;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;

/** The bot as a process of its own between a local Discord and a service that is done at once. */
final class Stand implements AutoCloseable {
  private static final Duration START = Duration.ofSeconds(60);
  private static final Duration PATIENCE = Duration.ofSeconds(150);
  private static final long LIMIT_BYTES = 60L << 20;
  private static final String CHANNEL = "music";
  private static final String SETTINGS = """
      providers:
        fal:
          synchronous: true
      limits:
        pendingPerMember: 50
      results:
        timeout: 10m
      """;

  private final Playground playground;
  private final StandInService service;
  private final SlowLine line;
  private final BotProcess bot;
  private int asked;

  private Stand(Playground playground, StandInService service, SlowLine line, BotProcess bot) {
    this.playground = playground;
    this.service = service;
    this.line = line;
    this.bot = bot;
  }

  static Stand start() throws IOException, InterruptedException, TimeoutException {
    Path data = Scratch.directory();
    Playground playground = Playground.start(0, 1);
    playground.discord().world().setAttachmentLimit(LIMIT_BYTES);
    StandInService service = StandInService.start();
    SlowLine line = SlowLine.to(playground.discord().apiUrl());
    Map<String, String> environment = playground.botEnvironment(data);
    for (String name : List.of("FAL_URL", "FAL_RUN_URL", "FAL_API_URL")) {
      environment.put(name, "http://" + service.host());
    }
    environment.put("FOLEY_RESULT_HOSTS", service.host());
    environment.put("DISCORD_API_URL", line.address().toString());
    environment.put("FOLEY_CONFIG", Files.writeString(data.resolve("bench.yaml"), SETTINGS).toString());
    Stand stand = new Stand(playground, service, line,
        BotProcess.start(BotCommand.run(), environment, data.resolve("bot.log")));
    playground.discord().control().awaitCommand("music", START);
    return stand;
  }

  StandInService service() {
    return service;
  }

  /** How fast uploads may go from now on. */
  void slowDownTo(Rate rate) {
    line.slowDownTo(rate);
  }

  BotProcess bot() {
    return bot;
  }

  /** Asks for sounds, one as soon as the one before has been acknowledged. */
  List<String> ask(int count) throws InterruptedException, TimeoutException {
    List<String> prompts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String prompt = "sound no " + ++asked + ".";
      String asking = playground.discord().control().invoke("mia", CHANNEL,
          "/music prompt:" + prompt + " model:fal-ai/stable-audio-25/text-to-audio").sent();
      playground.discord().control().awaitInteraction(asking, InteractionView::acknowledged, START);
      prompts.add(prompt);
    }
    return prompts;
  }

  /**
   * Waits until a sound can be heard.
   *
   * @throws IOException if what stands there is not the whole of it
   */
  void awaitHeard(String prompt) throws IOException, InterruptedException, TimeoutException {
    MessageView message = playground.discord().control().awaitMessage("mia", CHANNEL,
        view -> !view.attachments().isEmpty() && view.embeds().stream()
            .anyMatch(card -> String.valueOf(card.description()).contains(prompt)),
        PATIENCE);
    long bytes = message.attachments().stream().filter(file -> file.filename().endsWith(".wav"))
        .mapToLong(file -> file.sizeBytes()).sum();
    if (bytes != service.resultBytes()) {
      throw new IOException("the message has a sound of " + bytes + " bytes, not of " + service.resultBytes());
    }
  }

  @Override
  public void close() throws IOException {
    bot.close();
    line.close();
    service.close();
    playground.close();
  }
}
