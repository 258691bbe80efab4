package dev.foley.check;

import dev.foley.discord.DiscordQuestionException;
import dev.foley.discord.DiscordQuestions;

/** Whether the gateway lets itself be opened: proxies that pass everything else stop WebSockets. */
public final class GatewayProbe implements Probe {
  private static final String SUBJECT = "Gateway";

  private final DiscordQuestions discord;

  public GatewayProbe(DiscordQuestions discord) {
    this.discord = discord;
  }

  @Override
  public String subject() {
    return SUBJECT;
  }

  @Override
  public Finding look() throws InterruptedException {
    DiscordQuestions.Gateway gateway;
    try {
      gateway = discord.gateway();
    } catch (DiscordQuestionException e) {
      return DiscordTrouble.besides(SUBJECT, e);
    }
    try {
      discord.greet(gateway);
      return Finding.ok(SUBJECT, "Can be opened.");
    } catch (DiscordQuestionException e) {
      return Finding.problem(SUBJECT, "Cannot be opened (" + e.getMessage() + ").",
          "Let this host connect to gateway.discord.gg by WebSocket, and see whether DISCORD_GATEWAY_URL, if set, is right.");
    }
  }
}
