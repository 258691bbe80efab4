package dev.foley.playground.discord;

import java.util.Set;

/**
 * A channel and what the bot may do in it.
 *
 * @param direct whether these are direct messages with the bot
 */
public record ChannelView(String id, String name, boolean direct, Set<Permission> botPermissions) {
  public ChannelView {
    botPermissions = Set.copyOf(botPermissions);
  }
}
