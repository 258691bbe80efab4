package dev.foley.playground.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * Levels what client libraries and the extract disagree on in form only: Discord takes what the libraries send. Each
 * rule says who writes so.
 */
final class ClientForm {
  private static final List<Integer> COMPLETED_OPTIONS = List.of(3, 4, 10);

  private ClientForm() {}

  /** Brings a request body to the extract's form, in place. */
  static void level(JsonNode body) {
    if (body.isArray()) {
      body.forEach(ClientForm::command);
    } else {
      // JDA writes the person to open direct messages with as a number where it knows no more than the id.
      text(body, "recipient_id");
      command(body);
      message(body);
      message(body.path("data"));
    }
  }

  /** Whether a query parameter that an operation does not list does no harm. */
  static boolean isHarmless(String method, String queryName) {
    // JDA asks for the message when it edits one, too, where Discord always returns it.
    return method.equalsIgnoreCase("PATCH") && queryName.equals("wait");
  }

  private static void command(JsonNode body) {
    if (body instanceof ObjectNode command) {
      // JDA writes both enumerations as strings.
      integers(command, "contexts");
      integers(command, "integration_types");
      // Discord's reference has a string, as all permissions are; the extract a number.
      if (command.path("default_member_permissions").isTextual()) {
        command.put("default_member_permissions", command.path("default_member_permissions").asLong());
      }
      if (command.path("nsfw").isBoolean()) {
        // JDA writes it, and Discord's reference has it; the extract does not.
        command.remove("nsfw");
      }
      command.path("options").forEach(ClientForm::option);
    }
  }

  private static void option(JsonNode node) {
    if (node instanceof ObjectNode option) {
      if (!COMPLETED_OPTIONS.contains(option.path("type").asInt())) {
        // JDA writes it for all types, though only some can be completed.
        removeIfFalse(option, "autocomplete");
      }
      option.path("options").forEach(ClientForm::option);
    }
  }

  private static void message(JsonNode body) {
    if (body instanceof ObjectNode message) {
      // discord.js writes both with every message, also where only a new one in a channel could have them.
      removeIfFalse(message, "tts");
      removeIfFalse(message, "enforce_nonce");
      message.path("attachments").forEach(ClientForm::attachment);
    }
  }

  private static void attachment(JsonNode node) {
    if (node instanceof ObjectNode attachment) {
      // JDA writes the ordinal of an upload as a number, discord.js as a string.
      text(attachment, "id");
      if (attachment.path("content_type").isTextual()) {
        // JDA repeats what the part's own header says.
        attachment.remove("content_type");
      }
    }
  }

  private static void text(JsonNode node, String property) {
    if (node instanceof ObjectNode object && object.path(property).isIntegralNumber()) {
      object.put(property, object.get(property).asText());
    }
  }

  private static void removeIfFalse(ObjectNode object, String property) {
    if (object.path(property).isBoolean() && !object.path(property).asBoolean()) {
      object.remove(property);
    }
  }

  private static void integers(ObjectNode object, String property) {
    if (object.get(property) instanceof ArrayNode values) {
      for (int i = 0; i < values.size(); i++) {
        if (values.get(i).isTextual() && values.get(i).asText().matches("[0-9]{1,3}")) {
          values.set(i, Integer.parseInt(values.get(i).asText()));
        }
      }
    }
  }
}
