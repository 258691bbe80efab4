package dev.foley.playground.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

/**
 * Checks embeds and brings them into the form in which they come back.
 *
 * @see <a href="https://docs.discord.com/developers/resources/message#embed-object-embed-limits">Embed limits</a>
 */
final class EmbedForm {
  private static final int MAX_EMBEDS = 10;
  private static final int MAX_FIELDS = 25;
  private static final int MAX_TOTAL = 6000;

  private EmbedForm() {}

  static ArrayNode check(Form message) {
    ArrayNode embeds = Json.array();
    int total = 0;
    for (Form form : message.list("embeds", MAX_EMBEDS)) {
      ObjectNode embed = embed(form);
      total += size(embed);
      embeds.add(embed);
    }
    if (total > MAX_TOTAL) {
      message.error("embeds", "MAX_EMBED_SIZE_EXCEEDED", "Embed size exceeds maximum size of " + MAX_TOTAL);
    }
    return embeds;
  }

  private static ObjectNode embed(Form form) {
    ObjectNode embed = Json.object();
    putText(form, "title", 256, embed);
    putText(form, "description", 4096, embed);
    putUrl(form, "url", false, embed);
    if (form.has("color")) {
      embed.put("color", form.integer("color", 0, 0, 0xFFFFFF));
    }
    timestamp(form).ifPresent(timestamp -> embed.put("timestamp", timestamp));
    for (String medium : List.of("image", "thumbnail")) {
      form.object(medium).ifPresent(media -> {
        media.required("url");
        putUrl(media, "url", true, embed.putObject(medium));
      });
    }
    form.object("author").ifPresent(author -> {
      ObjectNode target = embed.putObject("author").put("name", author.requiredString("name", 1, 256));
      putUrl(author, "url", false, target);
      putUrl(author, "icon_url", true, target);
    });
    form.object("footer").ifPresent(footer -> {
      ObjectNode target = embed.putObject("footer").put("text", footer.requiredString("text", 1, 2048));
      putUrl(footer, "icon_url", true, target);
    });
    ArrayNode fields = fields(form);
    if (!fields.isEmpty()) {
      embed.set("fields", fields);
    }
    if (embed.isEmpty()) {
      form.error("description", "BASE_TYPE_REQUIRED", "This field is required");
    }
    return embed.put("type", "rich");
  }

  private static ArrayNode fields(Form form) {
    ArrayNode fields = Json.array();
    form.each("fields", MAX_FIELDS, field -> fields.addObject().put("name", field.requiredString("name", 1, 256))
        .put("value", field.requiredString("value", 1, 1024)).put("inline", field.flag("inline")));
    return fields;
  }

  private static void putText(Form form, String name, int max, ObjectNode target) {
    String text = form.string(name, 0, max);
    if (!text.isEmpty()) {
      target.put(name, text);
    }
  }

  private static void putUrl(Form form, String name, boolean attachmentAllowed, ObjectNode target) {
    String url = form.string(name, 0, 2048);
    if (url.isEmpty()) {
      return;
    }
    boolean web = url.startsWith("http://") || url.startsWith("https://");
    if (!web && !(attachmentAllowed && url.startsWith("attachment://"))) {
      String schemes = attachmentAllowed ? "('http', 'https', 'attachment')" : "('http', 'https')";
      form.error(name, "URL_TYPE_INVALID_SCHEME",
          "Scheme \"" + url.replaceAll(":.*", "") + "\" must be one of " + schemes + ".");
    }
    target.put(name, url);
  }

  private static Optional<String> timestamp(Form form) {
    if (!form.has("timestamp")) {
      return Optional.empty();
    }
    try {
      return Optional.of(Json.timestamp(OffsetDateTime.parse(form.raw("timestamp")).toInstant()));
    } catch (DateTimeParseException e) {
      form.error("timestamp", "DATE_TIME_TYPE_PARSE",
          "Could not parse " + form.raw("timestamp") + ". Should be ISO8601.");
      return Optional.empty();
    }
  }

  private static int size(ObjectNode embed) {
    int size = length(embed.path("title")) + length(embed.path("description"))
        + length(embed.path("author").path("name")) + length(embed.path("footer").path("text"));
    for (JsonNode field : embed.path("fields")) {
      size += length(field.path("name")) + length(field.path("value"));
    }
    return size;
  }

  private static int length(JsonNode text) {
    return text.asText().codePointCount(0, text.asText().length());
  }
}
