package dev.foley.check;

import dev.foley.discord.DiscordQuestionException;

/** What it means for one line that Discord was asked in vain. */
final class DiscordTrouble {
  private DiscordTrouble() {}

  /** For the line that tells about Discord as a whole. */
  static Finding itself(String subject, DiscordQuestionException e) {
    return switch (e.kind()) {
      case TOKEN_REFUSED -> Finding.problem(subject, "Discord does not accept the token.",
          "Copy it from the Bot page of the application at discord.com/developers (Reset Token shows a new one), and set "
              + "it as DISCORD_TOKEN.");
      case THROTTLED -> Finding.warning(subject, "Discord wants fewer requests from here for now.",
          "Check again in some minutes. If it stays, another program on this address may be the cause.");
      case DOWN -> Finding.warning(subject, "Discord has trouble of its own (" + e.getMessage() + ").",
          "Check again in some minutes; discordstatus.com tells more. The bot goes on trying.");
      case UNREACHABLE -> Finding.problem(subject, "Discord cannot be reached (" + e.getMessage() + ").",
          "See whether this host may connect to discord.com, and whether DISCORD_API_URL, if set, is right.");
      case NOT_UNDERSTOOD -> Finding.problem(subject, "What answers is not Discord's API (" + e.getMessage() + ").",
          "See whether DISCORD_API_URL, if set, is right: it ends with /api/v10. Else a proxy may be in between.");
    };
  }

  /** For the lines after it, which need not repeat what to do. */
  static Finding besides(String subject, DiscordQuestionException e) {
    return switch (e.kind()) {
      case TOKEN_REFUSED -> Finding.notAsked(subject, "Needs a token that Discord accepts.");
      case THROTTLED, DOWN, UNREACHABLE, NOT_UNDERSTOOD -> Finding.notAsked(subject, "Discord did not say ("
          + e.getMessage() + ").");
    };
  }
}
