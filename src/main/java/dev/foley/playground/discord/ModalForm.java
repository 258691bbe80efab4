package dev.foley.playground.discord;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/** Checks a modal: title, and up to five inputs in labels, or in rows as they used to be. */
final class ModalForm {
  static final int LABEL = 18;
  private static final int TEXT_DISPLAY = 10;
  private static final int MAX_COMPONENTS = 5;
  private static final int MAX_INPUT = 4000;
  private static final Set<Integer> SELECTS = Set.of(3, 5, 6, 7, 8);

  private final ComponentForm components = new ComponentForm();

  private ModalForm() {}

  /** @return the modal as the member's client shows it */
  static ObjectNode check(Form data) {
    return new ModalForm().modal(data);
  }

  private ObjectNode modal(Form data) {
    ObjectNode modal = Json.object().put("custom_id", data.requiredString("custom_id", 1, 100))
        .put("title", data.requiredString("title", 1, 45));
    ArrayNode list = modal.putArray("components");
    data.required("components");
    data.each("components", MAX_COMPONENTS, form -> {
      int type = form.choice("type", LABEL, ComponentForm.ACTION_ROW, TEXT_DISPLAY, LABEL);
      list.add(switch (type) {
        case ComponentForm.ACTION_ROW -> row(form);
        case TEXT_DISPLAY -> components.component(form, type).put("content", form.requiredString("content", 1, 4000));
        default -> label(form);
      });
    });
    if (list.isEmpty()) {
      data.error("components", "BASE_TYPE_BAD_LENGTH", "Must be between 1 and " + MAX_COMPONENTS + " in length.");
    }
    return modal;
  }

  private ObjectNode row(Form form) {
    ObjectNode row = components.component(form, ComponentForm.ACTION_ROW);
    ArrayNode inputs = row.putArray("components");
    form.each("components", 1, input -> {
      int type = input.choice("type", ComponentForm.TEXT_INPUT, ComponentForm.TEXT_INPUT);
      ObjectNode field = textInput(input, type);
      field.put("label", input.requiredString("label", 1, 45));
      inputs.add(field);
    });
    if (inputs.isEmpty()) {
      form.error("components", "BASE_TYPE_BAD_LENGTH", "Must be between 1 and 1 in length.");
    }
    return row;
  }

  private ObjectNode label(Form form) {
    ObjectNode label = components.component(form, LABEL).put("label", form.requiredString("label", 1, 45));
    ComponentForm.putText(form, "description", 100, label);
    form.required("component");
    form.object("component").ifPresent(child -> {
      int type = child.choice("type", ComponentForm.TEXT_INPUT, 3, 4, 5, 6, 7, 8, 19, 21, 22, 23);
      label.set("component", switch (type) {
        case ComponentForm.TEXT_INPUT -> textInput(child, type);
        default -> SELECTS.contains(type)
            ? required(child, components.select(child, type))
            : other(child, type);
      });
    });
    return label;
  }

  private ObjectNode textInput(Form form, int type) {
    ObjectNode input = components.component(form, type);
    components.putCustomId(form, input);
    form.required("style");
    input.put("style", form.choice("style", 1, 1, 2));
    ComponentForm.putText(form, "value", MAX_INPUT, input);
    ComponentForm.putText(form, "placeholder", 100, input);
    input.put("min_length", form.integer("min_length", 0, 0, MAX_INPUT));
    input.put("max_length", form.integer("max_length", MAX_INPUT, 1, MAX_INPUT));
    checkLengths(form, input);
    return required(form, input);
  }

  /** What stands in it at first has to fit as well. */
  private static void checkLengths(Form form, ObjectNode input) {
    int min = input.path("min_length").asInt();
    int max = input.path("max_length").asInt();
    if (min > max) {
      form.error("min_length", "NUMBER_TYPE_MAX", "int value should be less than or equal to " + max + ".");
    }
    String value = input.path("value").asText();
    int length = value.codePointCount(0, value.length());
    if (length > max || (length > 0 && length < min)) {
      form.error("value", "BASE_TYPE_BAD_LENGTH", "Must be between " + min + " and " + max + " in length.");
    }
  }

  /** Radio buttons, check boxes and file uploads: kept as sent but for their custom_id. */
  private ObjectNode other(Form form, int type) {
    ObjectNode copy = form.node().deepCopy();
    ObjectNode numbered = components.component(form, type);
    components.putCustomId(form, numbered);
    copy.setAll(numbered);
    return required(form, copy);
  }

  private static ObjectNode required(Form form, ObjectNode target) {
    return target.put("required", !form.has("required") || form.flag("required"));
  }
}
