package dev.foley.discord.interaction;

import dev.foley.generation.Origin;
import java.time.Duration;
import java.time.Instant;

/** How long an interaction's token is used: Discord's 15 minutes, less what an upload on its way and clocks may need. */
public final class TokenLife {
  private static final Duration USABLE = Duration.ofMinutes(15).minusSeconds(30);

  private TokenLife() {}

  public static boolean isOver(Origin origin, Instant now) {
    return !now.isBefore(origin.receivedAt().plus(USABLE));
  }
}
