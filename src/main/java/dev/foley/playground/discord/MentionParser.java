package dev.foley.playground.discord;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Finds whom a text would ping, within what {@code allowed_mentions} and the bot's permissions allow. */
final class MentionParser {
  private static final Pattern USER = Pattern.compile("<@!?(\\d{1,19})>");
  private static final Pattern ROLE = Pattern.compile("<@&(\\d{1,19})>");
  private static final Pattern EVERYONE = Pattern.compile("@(?:everyone|here)");
  private static final int MAX_IDS = 100;

  private final World world;

  MentionParser(World world) {
    this.world = world;
  }

  /** Notes contradictions, such as parsing all users and listing some. */
  static void check(Form message) {
    message.object("allowed_mentions").ifPresent(allowed -> {
      for (JsonNode kind : allowed.node().path("parse")) {
        String name = kind.asText();
        if (!Set.of("users", "roles", "everyone").contains(name)) {
          allowed.error("parse", "BASE_TYPE_CHOICES", "Value must be one of {'everyone', 'roles', 'users'}.");
        } else if (allowed.node().path(name).size() > 0) {
          allowed.error("MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE",
              "parse:[\"" + name + "\"] and " + name + ": [ids...] are mutually exclusive.");
        }
      }
      for (String ids : List.of("users", "roles")) {
        if (allowed.node().path(ids).size() > MAX_IDS) {
          allowed.error(ids, "BASE_TYPE_MAX_LENGTH", "Must be " + MAX_IDS + " or fewer in length.");
        }
      }
    });
  }

  /** @param repliedTo the author of the message that this one answers, who is pinged unless that is declined */
  Message.Mentions parse(String content, JsonNode allowed, Channel channel, @Nullable User repliedTo) {
    boolean restricted = allowed.isObject();
    List<User> users = new ArrayList<>();
    for (long id : ids(USER, content)) {
      if (!restricted || allows(allowed, "users", id)) {
        world.findUser(id).ifPresent(users::add);
      }
    }
    boolean pingAuthor = restricted ? allowed.path("replied_user").asBoolean() : true;
    if (repliedTo != null && pingAuthor && !users.contains(repliedTo)) {
      users.add(repliedTo);
    }
    boolean mayPingAll = Permission.MENTION_EVERYONE.in(world.botPermissions(channel));
    Set<Long> roles = new LinkedHashSet<>();
    channel.guild().ifPresent(guild -> {
      for (long id : ids(ROLE, content)) {
        Role role = guild.roles().get(id);
        if (role != null && (role.mentionable() || mayPingAll) && (!restricted || allows(allowed, "roles", id))) {
          roles.add(id);
        }
      }
    });
    boolean everyone = mayPingAll && channel.guild().isPresent() && EVERYONE.matcher(content).find()
        && (!restricted || parses(allowed, "everyone"));
    return new Message.Mentions(List.copyOf(users), Set.copyOf(roles), everyone);
  }

  private static boolean allows(JsonNode allowed, String kind, long id) {
    return parses(allowed, kind) || StreamSupport.stream(allowed.path(kind).spliterator(), false)
        .anyMatch(listed -> listed.asText().equals(Json.id(id)));
  }

  private static boolean parses(JsonNode allowed, String kind) {
    return StreamSupport.stream(allowed.path("parse").spliterator(), false)
        .anyMatch(listed -> listed.asText().equals(kind));
  }

  private static Set<Long> ids(Pattern pattern, String content) {
    Set<Long> ids = new LinkedHashSet<>();
    for (Matcher matcher = pattern.matcher(content); matcher.find();) {
      ids.add(Long.parseUnsignedLong(matcher.group(1)));
    }
    return ids;
  }
}
