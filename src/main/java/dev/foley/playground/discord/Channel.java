package dev.foley.playground.discord;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A text channel of a guild, or the direct messages between the bot and one person. Guarded by {@link Turn}. */
final class Channel {
  static final int GUILD_TEXT = 0;
  static final int DM = 1;

  /** Older messages are forgotten: the simulator may run for days. */
  private static final int MAX_MESSAGES = 2_000;

  /** What a channel grants or takes; {@code type} 0 is a role, 1 a member. */
  record Overwrite(int type, long allow, long deny) {}

  private final long id;
  private final @Nullable Guild guild;
  private final @Nullable User recipient;
  private final String name;
  private final int position;
  private final Map<Long, Overwrite> overwrites = new LinkedHashMap<>();
  private final NavigableMap<Long, Message> messages = new TreeMap<>();
  private long lastMessageId;
  private long revision;

  private Channel(long id, @Nullable Guild guild, @Nullable User recipient, String name, int position) {
    this.id = id;
    this.guild = guild;
    this.recipient = recipient;
    this.name = name;
    this.position = position;
  }

  static Channel text(long id, Guild guild, String name, int position) {
    return new Channel(id, guild, null, name, position);
  }

  static Channel direct(long id, User recipient) {
    return new Channel(id, null, recipient, "@" + recipient.username(), 0);
  }

  long id() {
    return id;
  }

  String name() {
    return name;
  }

  /** Empty for direct messages. */
  Optional<Guild> guild() {
    return Optional.ofNullable(guild);
  }

  long guildId() {
    return guild == null ? 0 : guild.id();
  }

  Optional<User> recipient() {
    return Optional.ofNullable(recipient);
  }

  int type() {
    return guild == null ? DM : GUILD_TEXT;
  }

  Map<Long, Overwrite> overwrites() {
    return overwrites;
  }

  NavigableMap<Long, Message> messages() {
    return messages;
  }

  /** Counts every change to its messages, so that a reader can wait for the next one. */
  long revision() {
    return revision;
  }

  void touch() {
    revision++;
  }

  /** @return the messages that fell out, whose files nobody can ask for any more */
  Optional<Message> add(Message message) {
    messages.put(message.id(), message);
    lastMessageId = Math.max(lastMessageId, message.id());
    return messages.size() > MAX_MESSAGES ? Optional.of(messages.pollFirstEntry().getValue()) : Optional.empty();
  }

  ObjectNode toJson() {
    ObjectNode json = Json.object().put("id", Json.id(id)).put("type", type()).put("flags", 0)
        .putNull("last_pin_timestamp").put("last_message_id", lastMessageId == 0 ? null : Json.id(lastMessageId));
    if (recipient != null) {
      json.putArray("recipients").add(recipient.toJson());
      return json;
    }
    ArrayNode overwriteList = Json.array();
    overwrites.forEach((target, overwrite) -> overwriteList.addObject().put("id", Json.id(target))
        .put("type", overwrite.type()).put("allow", Long.toString(overwrite.allow()))
        .put("deny", Long.toString(overwrite.deny())));
    json.put("guild_id", Json.id(guildId())).put("name", name).putNull("parent_id").put("rate_limit_per_user", 0)
        .putNull("topic").put("position", position).put("nsfw", false);
    json.set("permission_overwrites", overwriteList);
    return json;
  }
}
