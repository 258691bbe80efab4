package dev.foley.playground.discord;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** A role of a guild; the one whose id is the guild's is everybody's. */
record Role(long id, String name, long permissions, int position, boolean managed, boolean mentionable) {
  ObjectNode toJson() {
    ObjectNode json = Json.object().put("id", Json.id(id)).put("name", name)
        .put("permissions", Long.toString(permissions)).put("position", position).put("color", 0)
        .put("hoist", false).put("managed", managed).put("mentionable", mentionable).putNull("icon")
        .putNull("unicode_emoji").put("flags", 0);
    json.putObject("colors").put("primary_color", 0).putNull("secondary_color").putNull("tertiary_color");
    return json;
  }
}
