package dev.foley.playground.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Checks the buttons and selects of one classic message: five rows, in each five buttons or one select, every custom_id
 * once.
 *
 * @see <a href="https://docs.discord.com/developers/components/reference">Component reference</a>
 */
final class ComponentForm {
  static final int ACTION_ROW = 1;
  static final int BUTTON = 2;
  static final int STRING_SELECT = 3;
  static final int TEXT_INPUT = 4;
  private static final int STYLE_LINK = 5;
  private static final int STYLE_PREMIUM = 6;
  private static final int MAX_ROWS = 5;
  private static final int MAX_BUTTONS = 5;
  private static final int MAX_SELECT_OPTIONS = 25;

  private final Set<String> customIds = new HashSet<>();
  private int nextId = 1;

  /** @return the rows as they come back: every component with an {@code id} of its own */
  ArrayNode check(Form message) {
    ArrayNode rows = Json.array();
    message.each("components", MAX_ROWS, form -> {
      form.required("type");
      int type = form.choice("type", ACTION_ROW, ACTION_ROW);
      ObjectNode row = component(form, type);
      row.set("components", row(form));
      rows.add(row);
    });
    return rows;
  }

  /** The next free {@code id}, for modals, which number their components alike. */
  ObjectNode component(Form form, int type) {
    int id = nextId++;
    return Json.object().put("type", type).put("id", form.has("id")
        ? (int) form.integer("id", id, 0, Integer.MAX_VALUE)
        : id);
  }

  void putCustomId(Form form, ObjectNode target) {
    String customId = form.requiredString("custom_id", 1, 100);
    if (!customId.isEmpty() && !customIds.add(customId)) {
      form.error("custom_id", "COMPONENT_CUSTOM_ID_DUPLICATED", "Component custom id cannot be duplicated");
    }
    target.put("custom_id", customId);
  }

  ObjectNode select(Form form, int type) {
    ObjectNode select = component(form, type);
    putCustomId(form, select);
    putText(form, "placeholder", 150, select);
    select.put("min_values", form.integer("min_values", 1, 0, 25)).put("max_values",
        form.integer("max_values", 1, 1, 25));
    if (form.flag("disabled")) {
      select.put("disabled", true);
    }
    if (type == STRING_SELECT) {
      select.set("options", options(form));
    } else if (form.node().path("default_values").size() > 0) {
      select.set("default_values", form.node().path("default_values").deepCopy());
    }
    return select;
  }

  private ArrayNode row(Form row) {
    ArrayNode children = Json.array();
    List<Form> forms = row.list("components", MAX_BUTTONS);
    if (forms.isEmpty()) {
      row.error("components", "BASE_TYPE_BAD_LENGTH", "Must be between 1 and " + MAX_BUTTONS + " in length.");
    }
    for (Form form : forms) {
      form.required("type");
      int type = form.choice("type", BUTTON, 2, 3, 5, 6, 7, 8);
      if (type != BUTTON && forms.size() > 1) {
        form.error("type", "COMPONENT_LAYOUT_WIDTH_EXCEEDED", "The specified component exceeds the maximum width");
      }
      children.add(type == BUTTON ? button(form) : select(form, type));
    }
    return children;
  }

  private ObjectNode button(Form form) {
    ObjectNode button = component(form, BUTTON);
    form.required("style");
    int style = form.choice("style", 1, 1, 2, 3, 4, STYLE_LINK, STYLE_PREMIUM);
    button.put("style", style);
    putText(form, "label", 80, button);
    putEmoji(form, button);
    if (form.flag("disabled")) {
      button.put("disabled", true);
    }
    switch (style) {
      case STYLE_LINK -> putLink(form, button);
      case STYLE_PREMIUM -> button.put("sku_id", form.requiredString("sku_id", 1, 20));
      default -> {
        if (form.has("url")) {
          form.error("url", "BUTTON_COMPONENT_INVALID_URL", "Only a link button can have a url");
        }
        putCustomId(form, button);
        if (!button.has("label") && !button.has("emoji")) {
          form.error("label", "BASE_TYPE_REQUIRED", "This field is required");
        }
      }
    }
    return button;
  }

  private static void putLink(Form form, ObjectNode button) {
    String url = form.requiredString("url", 1, 512);
    if (!url.matches("(?s)(https?|discord)://.*") && !url.isEmpty()) {
      form.error("url", "URL_TYPE_INVALID_SCHEME",
          "Scheme \"" + url.replaceAll("(?s):.*", "") + "\" must be one of ('http', 'https', 'discord').");
    }
    if (form.has("custom_id")) {
      form.error("custom_id", "BUTTON_COMPONENT_CUSTOM_ID_URL_EXCLUSIVE",
          "A custom id and url cannot both be specified");
    }
    button.put("url", url);
  }

  private static ArrayNode options(Form select) {
    ArrayNode options = Json.array();
    Set<String> values = new HashSet<>();
    List<Form> forms = select.list("options", MAX_SELECT_OPTIONS);
    int few = Math.max(1, select.node().path("max_values").asInt(1));
    if (forms.size() < few) {
      select.error("options", "BASE_TYPE_BAD_LENGTH",
          "Must be between " + few + " and " + MAX_SELECT_OPTIONS + " in length.");
    }
    for (Form form : forms) {
      ObjectNode option = options.addObject().put("label", form.requiredString("label", 1, 100))
          .put("value", form.requiredString("value", 1, 100));
      putText(form, "description", 100, option);
      putEmoji(form, option);
      if (form.flag("default")) {
        option.put("default", true);
      }
      if (!values.add(option.path("value").asText())) {
        form.error("value", "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED", "The specified option value is already used");
      }
    }
    return options;
  }

  private static void putEmoji(Form form, ObjectNode target) {
    form.object("emoji").ifPresent(emoji -> {
      ObjectNode copy = target.putObject("emoji").put("name", emoji.requiredString("name", 1, 32));
      if (emoji.has("id")) {
        copy.put("id", emoji.raw("id"));
      }
      JsonNode animated = emoji.node().path("animated");
      if (animated.isBoolean()) {
        copy.set("animated", animated);
      }
    });
  }

  static void putText(Form form, String name, int max, ObjectNode target) {
    String text = form.string(name, 0, max);
    if (!text.isEmpty()) {
      target.put(name, text);
    }
  }
}
