package dev.foley.playground.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Presses buttons, chooses in selects and submits modals, as a member's client does. Called in a {@link Turn}. */
final class ComponentUse {
  private static final int LINK = 5;

  /** What each kind of select but the first chooses from, as the type of an option of the same kind. */
  private static final Map<Integer, Integer> OPTION_TYPES = Map.of(5, OptionForm.USER, 6, OptionForm.ROLE, 7,
      OptionForm.MENTIONABLE, 8, OptionForm.CHANNEL);

  private final World world;
  private final Interactions interactions;

  ComponentUse(World world, Interactions interactions) {
    this.world = world;
    this.interactions = interactions;
  }

  Invocation press(User user, Message message, String button) throws OptionInput.RefusedException {
    ComponentView found = find(message, button, true);
    String customId = found.customId();
    if (found.disabled()) {
      throw new OptionInput.RefusedException(button, "This button is disabled.");
    }
    if (found.style() == LINK || customId == null) {
      throw new OptionInput.RefusedException(button, "This button only opens a link.");
    }
    return send(user, message, customId, ComponentForm.BUTTON, List.of(), Json.object());
  }

  /** As a forged client could, whether the message has such a button or not. */
  Invocation pressUnchecked(User user, Message message, String customId) {
    return send(user, message, customId, ComponentForm.BUTTON, List.of(), Json.object());
  }

  Invocation select(User user, Message message, String select, List<String> values)
      throws OptionInput.RefusedException {
    ComponentView found = find(message, select, false);
    String customId = found.customId();
    if (found.disabled() || customId == null) {
      throw new OptionInput.RefusedException(select, "This select is disabled.");
    }
    int few = found.chosen().min();
    int many = found.chosen().max();
    if (values.size() < few || values.size() > many) {
      throw new OptionInput.RefusedException(select, values.size() < few
          ? "Choose at least " + few + "."
          : "Choose at most " + many + ".");
    }
    Set<String> chosen = new LinkedHashSet<>();
    ObjectNode resolved = Json.object();
    OptionInput input = new OptionInput(world, user, message.channel(), resolved);
    for (String value : values) {
      chosen.add(found.type() == ComponentForm.STRING_SELECT
          ? line(found, select, value)
          : entity(found, select, value, input));
    }
    return send(user, message, customId, found.type(), List.copyOf(chosen), resolved);
  }

  private static String line(ComponentView found, String select, String value) throws OptionInput.RefusedException {
    return found.options().stream().filter(option -> option.value().equals(value) || option.label().equals(value))
        .findFirst()
        .orElseThrow(() -> new OptionInput.RefusedException(select, "There is no “" + value + "” to choose.")).value();
  }

  /** A member, role or channel, by name or mention or id, and with what it stands for. */
  private static String entity(ComponentView found, String select, String value, OptionInput input)
      throws OptionInput.RefusedException {
    ObjectNode option = Json.object().put("name", select).put("type", OPTION_TYPES.get(found.type()));
    return input.read(option, value).path("value").asText();
  }

  private Invocation send(User user, Message message, String customId, int type, List<String> values,
      ObjectNode resolved) {
    ObjectNode data = Json.object().put("custom_id", customId).put("component_type", type).put("id",
        componentId(message, customId));
    if (type != ComponentForm.BUTTON) {
      ArrayNode list = data.putArray("values");
      values.forEach(list::add);
    }
    if (!resolved.isEmpty()) {
      data.set("resolved", resolved);
    }
    Interaction.Cause cause = new Interaction.Cause(Interaction.COMPONENT, user, message.channel(), customId, null,
        message, null, userInstalled(message));
    return new Invocation.Sent(Json.id(interactions.send(cause, data).id()));
  }

  /** A message's components belong to the installation that its interaction came by. */
  private static boolean userInstalled(Message message) {
    ObjectNode metadata = message.origin().interactionMetadata();
    JsonNode owners = metadata == null ? Json.object() : metadata.path("authorizing_integration_owners");
    return owners.has("1") && !owners.has("0");
  }

  Invocation submit(User user, Interaction opener, Map<String, String> values, boolean forged)
      throws OptionInput.RefusedException {
    ObjectNode modal = opener.modal()
        .orElseThrow(() -> new IllegalArgumentException("this interaction was not answered with a modal"));
    if (!user.equals(opener.cause().user())) {
      throw new IllegalArgumentException("the modal is open in front of " + opener.cause().user().username());
    }
    ArrayNode components = Json.array();
    for (JsonNode holder : modal.path("components")) {
      ObjectNode filled = Json.object().put("type", holder.path("type").asInt()).put("id", holder.path("id").asInt());
      if (holder.path("component") instanceof ObjectNode input) {
        filled.set("component", fill(input, holder.path("label").asText(), values, forged));
      } else if (holder.path("components").path(0) instanceof ObjectNode input) {
        filled.putArray("components").add(fill(input, input.path("label").asText(), values, forged));
      }
      components.add(filled);
    }
    String customId = modal.path("custom_id").asText();
    ObjectNode data = Json.object().put("custom_id", customId);
    data.set("components", components);
    Interaction.Cause cause = new Interaction.Cause(Interaction.MODAL_SUBMIT, user, opener.cause().channel(),
        customId, null, opener.cause().message(), opener, opener.cause().userInstalled());
    return new Invocation.Sent(Json.id(interactions.send(cause, data).id()));
  }

  /** A text keeps what stood in it, as on the screen; other inputs take their values separated by commas. */
  private static ObjectNode fill(ObjectNode input, String label, Map<String, String> values, boolean forged)
      throws OptionInput.RefusedException {
    String customId = input.path("custom_id").asText();
    Optional<String> given = Optional.ofNullable(values.get(customId)).or(() -> Optional.ofNullable(values.get(label)));
    int type = input.path("type").asInt();
    ObjectNode filled = Json.object().put("type", type).put("id", input.path("id").asInt()).put("custom_id", customId);
    if (type != ComponentForm.TEXT_INPUT) {
      ArrayNode list = filled.putArray("values");
      given.ifPresent(text -> List.of(text.split(",")).forEach(value -> list.add(value.strip())));
      return filled;
    }
    String text = given.orElse(input.path("value").asText(""));
    if (!forged) {
      checkText(input, label, text);
    }
    return filled.put("value", text);
  }

  private static void checkText(ObjectNode input, String label, String text) throws OptionInput.RefusedException {
    int length = text.codePointCount(0, text.length());
    boolean required = input.path("required").asBoolean();
    if (length == 0 && required) {
      throw new OptionInput.RefusedException(label, "This field is required.");
    }
    int min = input.path("min_length").asInt();
    if (length > 0 && length < min) {
      throw new OptionInput.RefusedException(label, "Enter at least " + min + " characters.");
    }
    int max = input.path("max_length").asInt();
    if (length > max) {
      throw new OptionInput.RefusedException(label, "Enter at most " + max + " characters.");
    }
  }

  private static ComponentView find(Message message, String labelOrId, boolean button) {
    return Views.components(message.draft().components()).stream()
        .filter(component -> (component.type() == ComponentForm.BUTTON) == button)
        .filter(component -> labelOrId.equals(component.label()) || labelOrId.equals(component.customId()))
        .findFirst().orElseThrow(() -> new IllegalArgumentException(
            "message " + message.id() + " has no " + (button ? "button " : "select ") + labelOrId));
  }

  private static int componentId(Message message, String customId) {
    for (JsonNode row : message.draft().components()) {
      for (JsonNode component : row.path("components")) {
        if (component.path("custom_id").asText().equals(customId)) {
          return component.path("id").asInt();
        }
      }
    }
    return 0;
  }
}
