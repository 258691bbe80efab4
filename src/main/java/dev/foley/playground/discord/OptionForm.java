package dev.foley.playground.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Set;

/** Checks one option of a command. */
final class OptionForm {
  static final int SUBCOMMAND = 1;
  static final int GROUP = 2;
  static final int STRING = 3;
  static final int INTEGER = 4;
  static final int BOOLEAN = 5;
  static final int USER = 6;
  static final int CHANNEL = 7;
  static final int ROLE = 8;
  static final int MENTIONABLE = 9;
  static final int NUMBER = 10;
  static final int ATTACHMENT = 11;

  /** The integers that JavaScript can hold. */
  static final long MAX_SAFE_INTEGER = (1L << 53) - 1;
  private static final int[] CHANNEL_TYPES = {0, 1, 2, 3, 4, 5, 10, 11, 12, 13, 14, 15, 16};
  private static final int MAX_CHOICES = 25;
  private static final int MAX_TEXT = 6000;

  private OptionForm() {}

  static boolean isSubcommand(int type) {
    return type == SUBCOMMAND;
  }

  static boolean isGroup(int type) {
    return type == GROUP;
  }

  static boolean isNested(int type) {
    return isSubcommand(type) || isGroup(type);
  }

  static boolean isNumeric(int type) {
    return type == INTEGER || type == NUMBER;
  }

  static ObjectNode check(Form form) {
    form.required("type");
    int type = form.choice("type", STRING, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
    ObjectNode option = Json.object().put("type", type);
    CommandForm.putTexts(form, option);
    if (form.flag("required")) {
      option.put("required", true);
    }
    boolean autocomplete = form.flag("autocomplete");
    if (type == STRING || isNumeric(type)) {
      ArrayNode choices = choices(form, type);
      if (!choices.isEmpty()) {
        option.set("choices", choices);
      }
      if (autocomplete && !choices.isEmpty()) {
        form.error("APPLICATION_COMMAND_OPTIONS_AUTOCOMPLETE_INVALID", "Autocomplete and choices exclude each other");
      }
      if (autocomplete) {
        option.put("autocomplete", true);
      }
    } else if (autocomplete) {
      form.error("autocomplete", "APPLICATION_COMMAND_OPTIONS_AUTOCOMPLETE_INVALID",
          "Only string, integer and number options can have autocomplete");
    }
    putBounds(form, type, option);
    if (type == CHANNEL && form.node().path("channel_types").size() > 0) {
      ArrayNode types = option.putArray("channel_types");
      form.node().path("channel_types").forEach(
          element -> types.add(form.wrap("channel_types", Json.object().set("value", element)).choice("value", 0,
              CHANNEL_TYPES)));
    }
    return option;
  }

  private static void putBounds(Form form, int type, ObjectNode option) {
    if (type == STRING) {
      bound(form, "min_length", 0, MAX_TEXT, option);
      bound(form, "max_length", 1, MAX_TEXT, option);
      checkOrder(form, option, "min_length", "max_length");
    } else if (type == INTEGER) {
      bound(form, "min_value", -MAX_SAFE_INTEGER, MAX_SAFE_INTEGER, option);
      bound(form, "max_value", -MAX_SAFE_INTEGER, MAX_SAFE_INTEGER, option);
      checkOrder(form, option, "min_value", "max_value");
    } else if (type == NUMBER) {
      number(form, "min_value", option);
      number(form, "max_value", option);
      checkOrder(form, option, "min_value", "max_value");
    }
  }

  private static void bound(Form form, String field, long min, long max, ObjectNode option) {
    if (form.has(field)) {
      option.put(field, form.integer(field, min, min, max));
    }
  }

  private static void number(Form form, String field, ObjectNode option) {
    if (form.has(field)) {
      JsonNode value = form.node().get(field);
      if (value.isNumber()) {
        option.set(field, value);
      } else {
        form.error(field, "FLOAT_TYPE_COERCE", "Value \"" + value.asText() + "\" is not float.");
      }
    }
  }

  private static void checkOrder(Form form, ObjectNode option, String min, String max) {
    if (option.has(min) && option.has(max) && option.get(min).asDouble() > option.get(max).asDouble()) {
      form.error(max, "APPLICATION_COMMAND_OPTIONS_RANGE_INVALID", "Minimum must not be above maximum");
    }
  }

  private static ArrayNode choices(Form parent, int type) {
    ArrayNode choices = Json.array();
    Set<String> names = new HashSet<>();
    parent.each("choices", MAX_CHOICES, form -> {
      ObjectNode choice = choice(form, type);
      if (!names.add(choice.path("name").asText())) {
        form.error("name", "APPLICATION_COMMAND_OPTIONS_CHOICE_NAME_ALREADY_EXISTS",
            "Option choice name already exists");
      }
      choices.add(choice);
    });
    return choices;
  }

  /** Also what an autocomplete answer consists of. */
  static ObjectNode choice(Form form, int type) {
    ObjectNode choice = Json.object().put("name", form.requiredString("name", 1, 100));
    CommandForm.putChoiceLocalizations(form, choice);
    form.required("value");
    JsonNode value = form.node().path("value");
    switch (type) {
      case INTEGER -> choice.put("value", form.integer("value", 0, -MAX_SAFE_INTEGER, MAX_SAFE_INTEGER));
      case NUMBER -> {
        choice.set("value", value);
        if (!value.isNumber()) {
          form.error("value", "FLOAT_TYPE_COERCE", "Value \"" + value.asText() + "\" is not float.");
        }
      }
      default -> choice.put("value", form.string("value", 1, 100));
    }
    return choice;
  }
}
