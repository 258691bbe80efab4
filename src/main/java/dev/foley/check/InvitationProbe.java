package dev.foley.check;

import dev.foley.discord.DiscordQuestionException;
import dev.foley.discord.DiscordQuestions;

/** The link that adds the bot to a server, with what it needs there and nothing else. */
public final class InvitationProbe implements Probe {
  private static final String SUBJECT = "Invitation";

  private final DiscordQuestions discord;

  public InvitationProbe(DiscordQuestions discord) {
    this.discord = discord;
  }

  @Override
  public String subject() {
    return SUBJECT;
  }

  @Override
  public Finding look() {
    try {
      return Finding.ok(SUBJECT, "Whoever manages a server adds the bot by this link:")
          .advising(discord.application().invitation());
    } catch (DiscordQuestionException e) {
      return DiscordTrouble.besides(SUBJECT, e);
    }
  }
}
