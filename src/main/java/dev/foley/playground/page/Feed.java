package dev.foley.playground.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.foley.playground.discord.ChannelView;
import dev.foley.playground.discord.InteractionView;
import dev.foley.playground.discord.LocalDiscord;
import dev.foley.playground.discord.MessageView;
import dev.foley.playground.discord.TrafficEntry;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * What one open page is told: everything at first, then what has changed, as the member sees it whose part is played there. Each part
 * of the state goes out when its JSON differs from what went out before, so that nobody has to announce changes. For one thread.
 */
final class Feed {
  /** How late a change may be told that is not one of a message. */
  private static final Duration LOOK = Duration.ofMillis(250);
  /** Something is said this often, so that the connection does not count as idle. */
  private static final int LOOKS_BETWEEN_SIGNS = 120;
  private static final ObjectMapper JSON = JsonMapper.builder().build();
  /** Addresses of files are signed anew whenever they are asked for, which is no change. */
  private static final Pattern SIGNATURE = Pattern.compile("\\?ex=[^\"]*");

  private final LocalDiscord discord;
  private final Exchanges exchanges;
  private final BotState bot;
  private final String viewer;
  private final Consumer<String> out;
  private final Map<String, JsonNode> parts = new HashMap<>();
  private final Map<String, Map<String, String>> messages = new HashMap<>();
  private Map<String, Long> revisions = Map.of();
  private long exchange;
  private long event;
  private int looks;

  /** @param out is given one JSON text after the other */
  Feed(LocalDiscord discord, Exchanges exchanges, BotState bot, String viewer, Consumer<String> out) {
    this.discord = discord;
    this.exchanges = exchanges;
    this.bot = bot;
    this.viewer = viewer;
    this.out = out;
    discord.control().messages(viewer, "@" + viewer); // makes the channel of the direct messages
  }

  /** Tells all that is new, after having waited for it for a moment. */
  void look() throws InterruptedException {
    Map<String, Long> now = discord.control().awaitRevisions(revisions, LOOK);
    List<ChannelView> channels = discord.world().channels().stream()
        .filter(channel -> !channel.direct() || channel.name().equals("@" + viewer)).toList();
    part("world", world(channels));
    part("commands", commands(channels));
    part("bot", JSON.valueToTree(bot.now()));
    for (ChannelView channel : channels) {
      Long revision = now.get(channel.name());
      if (revision != null && !revision.equals(revisions.get(channel.name()))) {
        messages(channel.name());
      }
    }
    revisions = now;
    traffic();
    if (++looks % LOOKS_BETWEEN_SIGNS == 0) {
      say("alive", JSON.nullNode());
    }
  }

  private ObjectNode world(List<ChannelView> channels) {
    ObjectNode world = JSON.createObjectNode().put("viewer", viewer)
        .put("attachmentLimit", discord.world().attachmentLimit());
    world.set("channels", JSON.valueToTree(channels));
    world.set("members", JSON.valueToTree(discord.world().accounts()));
    return world;
  }

  /** By kind of channel: a server's own commands are not there in direct messages. */
  private ObjectNode commands(List<ChannelView> channels) {
    ObjectNode commands = JSON.createObjectNode();
    for (ChannelView channel : channels) {
      commands.set(channel.direct() ? "direct" : "server",
          JSON.valueToTree(discord.control().commands(channel.name())));
    }
    return commands;
  }

  private void messages(String channel) {
    Map<String, String> sent = messages.computeIfAbsent(channel, _ -> new LinkedHashMap<>());
    Set<String> gone = new HashSet<>(sent.keySet());
    ArrayNode changed = JSON.createArrayNode();
    for (MessageView message : discord.control().messages(viewer, channel)) {
      gone.remove(message.id());
      ObjectNode node = JSON.valueToTree(message);
      cause(message, node);
      String stable = SIGNATURE.matcher(node.toString()).replaceAll("");
      if (!stable.equals(sent.put(message.id(), stable))) {
        changed.add(node);
      }
    }
    sent.keySet().removeAll(gone);
    ObjectNode body = JSON.createObjectNode().put("channel", channel);
    body.set("messages", changed);
    body.set("gone", JSON.valueToTree(gone));
    say("messages", body);
  }

  /** Who used which command; old interactions are forgotten. */
  private void cause(MessageView message, ObjectNode node) {
    String id = message.interactionId();
    if (id == null) {
      return;
    }
    try {
      InteractionView interaction = discord.control().interaction(id);
      node.putObject("cause").put("type", interaction.type()).put("member", interaction.member())
          .put("name", interaction.name());
    } catch (IllegalArgumentException e) {
      node.putNull("cause");
    }
  }

  private void traffic() {
    ArrayNode entries = JSON.createArrayNode();
    for (TrafficEntry entry : discord.traffic().entriesAfter(event)) {
      event = entry.number();
      if (entry.kind().equals("gateway")) {
        entries.addObject().put("key", "e" + entry.number()).put("at", entry.at()).put("peer", "gateway")
            .put("target", entry.target());
      }
    }
    for (Exchange seen : exchanges.after(exchange)) {
      exchange = seen.number();
      entries.addObject().put("key", "x" + seen.number()).put("at", seen.at().toString()).put("peer", seen.peer())
          .put("method", seen.method()).put("target", seen.target()).put("status", seen.status())
          .put("millis", seen.millis()).put("request", seen.request()).put("response", seen.response());
    }
    if (!entries.isEmpty()) {
      say("traffic", entries);
    }
  }

  private void part(String type, JsonNode body) {
    if (!body.equals(parts.put(type, body))) {
      say(type, body);
    }
  }

  private void say(String type, JsonNode body) {
    ObjectNode message = JSON.createObjectNode().put("type", type);
    message.set("body", body);
    try {
      out.accept(JSON.writeValueAsString(message));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("not representable as JSON", e);
    }
  }
}
