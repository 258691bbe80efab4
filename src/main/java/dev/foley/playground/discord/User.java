package dev.foley.playground.discord;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** An account, of a person or of the bot. */
record User(long id, String username, String displayName, boolean bot) {
  ObjectNode toJson() {
    return Json.object().put("id", Json.id(id)).put("username", username).putNull("avatar")
        .put("discriminator", bot ? "0001" : "0").put("public_flags", 0).put("flags", 0).put("bot", bot)
        .put("global_name", bot ? null : displayName).putNull("banner").putNull("accent_color")
        .putNull("avatar_decoration_data").putNull("collectibles").putNull("primary_guild");
  }

  /** As an account sees itself. */
  ObjectNode toPrivateJson() {
    return toJson().put("mfa_enabled", true).put("locale", "en-US").put("premium_type", 0).putNull("email")
        .put("verified", true);
  }

  String mention() {
    return "<@" + id + ">";
  }
}
