package dev.foley.check;

import dev.foley.discord.DiscordQuestionException;
import dev.foley.discord.DiscordQuestions;

/** Whether Discord can be reached, and knows the token. */
public final class TokenProbe implements Probe {
  private static final String SUBJECT = "Discord token";

  private final DiscordQuestions discord;

  public TokenProbe(DiscordQuestions discord) {
    this.discord = discord;
  }

  /** In place of the probe, where there is no token to ask about. */
  public static Finding missing() {
    return Finding.problem(SUBJECT, "There is none.",
        "At https://discord.com/developers/applications choose New Application, then Bot, then Reset Token, and set what it "
            + "shows as DISCORD_TOKEN.");
  }

  @Override
  public String subject() {
    return SUBJECT;
  }

  @Override
  public Finding look() {
    try {
      DiscordQuestions.Account account = discord.account();
      return Finding.ok(SUBJECT, "Accepted: the bot is " + account.name() + ", " + account.id() + ".");
    } catch (DiscordQuestionException e) {
      return DiscordTrouble.itself(SUBJECT, e);
    }
  }
}
