package dev.foley.playground.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Renders messages as Discord sends them, with addresses of files that are fresh at that moment. */
final class MessageJson {
  private static final String ATTACHMENT_SCHEME = "attachment://";
  private static final List<String> EMBED_MEDIA = List.of("image", "thumbnail", "video");

  private final World world;
  private final Attachments attachments;

  MessageJson(World world, Attachments attachments) {
    this.world = world;
    this.attachments = attachments;
  }

  ObjectNode render(Message message) {
    ObjectNode json = basic(message);
    long replyTo = message.origin().replyTo();
    if (replyTo != 0) {
      Optional.ofNullable(message.channel().messages().get(replyTo))
          .ifPresentOrElse(earlier -> json.set("referenced_message", basic(earlier)),
              () -> json.putNull("referenced_message"));
    }
    return json;
  }

  /** The files shown as attachments: those that an embed shows do not appear a second time. */
  static List<StoredFile> shownFiles(Message.Draft draft) {
    return draft.files().stream().filter(file -> !shownByEmbed(file, draft.embeds())).toList();
  }

  static boolean shownByEmbed(StoredFile file, ArrayNode embeds) {
    String address = ATTACHMENT_SCHEME + file.filename();
    for (JsonNode embed : embeds) {
      boolean medium = EMBED_MEDIA.stream().anyMatch(name -> embed.path(name).path("url").asText().equals(address));
      if (medium || embed.path("author").path("icon_url").asText().equals(address)
          || embed.path("footer").path("icon_url").asText().equals(address)) {
        return true;
      }
    }
    return false;
  }

  /** Embeds with {@code attachment://} replaced by addresses. */
  ArrayNode embeds(Message.Draft draft) {
    Map<String, StoredFile> byName = draft.files().stream()
        .collect(Collectors.toMap(StoredFile::filename, file -> file, (first, second) -> first));
    ArrayNode rendered = Json.array();
    for (JsonNode source : draft.embeds()) {
      ObjectNode embed = source.deepCopy();
      EMBED_MEDIA.forEach(medium -> resolve(embed.path(medium), "url", "proxy_url", byName));
      resolve(embed.path("author"), "icon_url", "proxy_icon_url", byName);
      resolve(embed.path("footer"), "icon_url", "proxy_icon_url", byName);
      rendered.add(embed);
    }
    return rendered;
  }

  ObjectNode attachment(StoredFile file, boolean ephemeral) {
    String url = attachments.url(file);
    ObjectNode json = Json.object().put("id", Json.id(file.id())).put("filename", file.filename())
        .put("size", file.sizeBytes()).put("url", url).put("proxy_url", url).put("content_type", file.contentType());
    if (file.description() != null) {
      json.put("description", file.description());
    }
    if (ephemeral) {
      json.put("ephemeral", true);
    }
    StoredFile.Voice voice = file.voice();
    if (voice != null) {
      json.put("duration_secs", voice.durationSeconds()).put("waveform", voice.waveform());
    }
    return json;
  }

  private ObjectNode basic(Message message) {
    Message.Draft draft = message.draft();
    Message.Origin origin = message.origin();
    ObjectNode json = Json.object().put("id", Json.id(message.id())).put("type", origin.type())
        .put("channel_id", Json.id(message.channel().id())).put("content", draft.content())
        .put("timestamp", Json.timestamp(Snowflakes.instantOf(message.id())))
        .put("edited_timestamp", message.editedAt().map(Json::timestamp).orElse(null))
        .put("flags", draft.flags()).put("pinned", false).put("tts", false)
        .put("mention_everyone", draft.mentions().everyone());
    json.set("author", message.author().toJson());
    json.set("mentions", Json.array(draft.mentions().users().stream().map(User::toJson).toList()));
    json.set("mention_roles", Json.ids(draft.mentions().roles()));
    json.set("attachments", Json.array(
        shownFiles(draft).stream().map(file -> attachment(file, message.ephemeral())).toList()));
    json.set("embeds", embeds(draft));
    json.set("components", draft.components().deepCopy());
    if (origin.replyTo() != 0) {
      ObjectNode reference = json.putObject("message_reference").put("type", 0)
          .put("channel_id", Json.id(message.channel().id())).put("message_id", Json.id(origin.replyTo()));
      message.channel().guild().ifPresent(guild -> reference.put("guild_id", Json.id(guild.id())));
    }
    if (origin.interactionMetadata() != null) {
      String application = Json.id(world.applicationId());
      json.put("application_id", application).put("webhook_id", application);
      json.set("interaction_metadata", origin.interactionMetadata().deepCopy());
    }
    return json;
  }

  private void resolve(JsonNode holder, String urlField, String proxyField, Map<String, StoredFile> byName) {
    if (holder instanceof ObjectNode object && object.has(urlField)) {
      String url = object.path(urlField).asText();
      StoredFile file = url.startsWith(ATTACHMENT_SCHEME)
          ? byName.get(url.substring(ATTACHMENT_SCHEME.length()))
          : null;
      String address = file == null ? url : attachments.url(file);
      object.put(urlField, address).put(proxyField, address);
    }
  }
}
