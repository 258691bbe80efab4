package dev.foley.playground.discord;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Something to tell the bot.
 *
 * @param intents bits of which a session must have one, 0 if everybody is told
 * @param guildId decides the shard; 0 outside guilds, which is shard 0's
 */
record GatewayEvent(String name, int intents, long guildId, ObjectNode data) {
  static final int GUILDS = 1;
  static final int GUILD_MEMBERS = 1 << 1;
  static final int GUILD_PRESENCES = 1 << 8;
  static final int GUILD_MESSAGES = 1 << 9;
  static final int DIRECT_MESSAGES = 1 << 12;
  static final int MESSAGE_CONTENT = 1 << 15;
  static final int PRIVILEGED = GUILD_MEMBERS | GUILD_PRESENCES | MESSAGE_CONTENT;

  static GatewayEvent toEverybody(String name, long guildId, ObjectNode data) {
    return new GatewayEvent(name, 0, guildId, data);
  }
}
