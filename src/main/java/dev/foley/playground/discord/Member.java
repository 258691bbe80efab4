package dev.foley.playground.discord;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;

/** An account in a guild. */
record Member(User user, List<Long> roles, Instant joinedAt) {
  Member {
    roles = List.copyOf(roles);
  }

  ObjectNode toJson() {
    ObjectNode json = Json.object().putNull("avatar").putNull("avatar_decoration_data").putNull("banner")
        .putNull("communication_disabled_until").put("flags", 0).put("joined_at", Json.timestamp(joinedAt))
        .putNull("nick").put("pending", false).putNull("premium_since").putNull("collectibles").put("mute", false)
        .put("deaf", false);
    json.set("roles", Json.ids(roles));
    json.set("user", user.toJson());
    return json;
  }
}
