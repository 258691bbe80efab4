package dev.foley.playground.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/**
 * Checks a command as Discord does when it is registered, and brings it into the form in which Discord returns it.
 *
 * @see <a href="https://docs.discord.com/developers/interactions/application-commands">Application commands</a>
 */
final class CommandForm {
  static final int CHAT_INPUT = 1;
  private static final int MAX_OPTIONS = 25;
  private static final int MAX_COMMAND_SIZE = 8000;
  private static final Pattern CHAT_INPUT_NAME = Pattern.compile("[-_'\\p{L}\\p{N}\\p{IsDevanagari}\\p{IsThai}]{1,32}");
  private static final Set<String> LOCALES = Set.of("ar", "bg", "cs", "da", "de", "el", "en-GB", "en-US", "es-419",
      "es-ES", "fi", "fr", "he", "hi", "hr", "hu", "id", "it", "ja", "ko", "lt", "nl", "no", "pl", "pt-BR", "ro", "ru",
      "sv-SE", "th", "tr", "uk", "vi", "zh-CN", "zh-TW");

  private CommandForm() {}

  /** @return the normal form, worth something only if no error was noted */
  static ObjectNode check(Form form) {
    int type = form.choice("type", CHAT_INPUT, 1, 2, 3, 4);
    ObjectNode command = Json.object().put("type", type);
    checkName(form, type == CHAT_INPUT);
    command.put("name", form.raw("name"));
    putLocalizations(form, "name_localizations", 32, command, type == CHAT_INPUT);
    checkDescription(form, type);
    command.put("description", form.raw("description"));
    putLocalizations(form, "description_localizations", 100, command, false);
    command.set("default_member_permissions", memberPermissions(form));
    command.put("dm_permission", !form.has("dm_permission") || form.flag("dm_permission"));
    command.set("contexts", numbers(form, "contexts", 0, 1, 2).<JsonNode>map(list -> list)
        .orElse(Json.MAPPER.nullNode()));
    command.set("integration_types", numbers(form, "integration_types", 0, 1).orElse(Json.array().add(0)));
    command.put("nsfw", form.flag("nsfw"));
    if (type == CHAT_INPUT) {
      ArrayNode options = options(form, 0);
      if (!options.isEmpty()) {
        command.set("options", options);
      }
    } else if (form.node().path("options").size() > 0) {
      form.error("options", "APPLICATION_COMMAND_OPTIONS_NOT_ALLOWED", "Context menu commands cannot have options");
    }
    if (size(command) > MAX_COMMAND_SIZE) {
      form.error("APPLICATION_COMMAND_TOO_LARGE", "Command exceeds maximum size (" + MAX_COMMAND_SIZE + ")");
    }
    return command;
  }

  private static void checkName(Form form, boolean chatInput) {
    String name = form.requiredString("name", 1, 32);
    if (chatInput && !name.isEmpty() && !validChatInputName(name)) {
      form.error("name", "APPLICATION_COMMAND_INVALID_NAME", "Command name is invalid");
    }
  }

  static boolean validChatInputName(String name) {
    return name.equals(name.toLowerCase(Locale.ROOT)) && CHAT_INPUT_NAME.matcher(name).matches();
  }

  private static void checkDescription(Form form, int type) {
    if (type == CHAT_INPUT) {
      String _ = form.requiredString("description", 1, 100);
    } else if (!form.raw("description").isEmpty()) {
      form.error("description", "APPLICATION_COMMAND_DESCRIPTION_NOT_ALLOWED",
          "Context menu commands cannot have description");
    }
  }

  private static JsonNode memberPermissions(Form form) {
    long max = Permission.ALL;
    return form.has("default_member_permissions")
        ? Json.MAPPER.getNodeFactory().textNode(Long.toString(form.integer("default_member_permissions", 0, 0, max)))
        : Json.MAPPER.nullNode();
  }

  /** JDA sends these numbers as strings, and Discord takes them. */
  private static Optional<ArrayNode> numbers(Form form, String field, int... allowed) {
    if (!form.node().path(field).isArray()) {
      return Optional.empty();
    }
    ArrayNode numbers = Json.array();
    for (JsonNode element : form.node().path(field)) {
      Form holder = form.wrap(field, Json.object().set("value", element));
      numbers.add(holder.choice("value", allowed[0], allowed));
    }
    if (distinct(numbers) < numbers.size()) {
      form.error(field, "SET_TYPE_ALREADY_CONTAINS_VALUE", "The set already contains this value");
    }
    if (numbers.isEmpty()) {
      form.error(field, "BASE_TYPE_MIN_LENGTH", "Must be 1 or more in length.");
    }
    return Optional.of(numbers);
  }

  private static long distinct(ArrayNode numbers) {
    return StreamSupport.stream(numbers.spliterator(), false).distinct().count();
  }

  private static void putLocalizations(Form form, String field, int max, ObjectNode target,
      boolean chatInputName) {
    ObjectNode localizations = Json.object();
    form.object(field).ifPresent(values -> values.node().fieldNames().forEachRemaining(locale -> {
      if (!LOCALES.contains(locale)) {
        values.error(locale, "BASE_TYPE_CHOICES", "Value must be one of {" + String.join(", ", LOCALES) + "}.");
      }
      String text = values.string(locale, 1, max);
      if (chatInputName && !text.isEmpty() && !validChatInputName(text)) {
        values.error(locale, "APPLICATION_COMMAND_INVALID_NAME", "Command name is invalid");
      }
      localizations.put(locale, text);
    }));
    target.set(field, localizations.isEmpty() ? Json.MAPPER.nullNode() : localizations);
  }

  private static ArrayNode options(Form parent, int depth) {
    ArrayNode options = Json.array();
    Set<String> names = new HashSet<>();
    boolean optionalSeen = false;
    boolean subcommandSeen = false;
    List<Form> forms = parent.list("options", MAX_OPTIONS);
    for (Form form : forms) {
      ObjectNode option = OptionForm.check(form);
      int type = option.path("type").asInt();
      boolean nested = OptionForm.isNested(type);
      if (!names.add(option.path("name").asText())) {
        form.error("APPLICATION_COMMAND_OPTIONS_NAME_INVALID", "Option names must be unique");
      }
      if (!nested && option.path("required").asBoolean() && optionalSeen) {
        form.error("APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID",
            "Required options must be placed before non-required options");
      }
      optionalSeen |= !nested && !option.path("required").asBoolean();
      boolean tooDeep = nested && (depth == 2 || (depth == 1 && OptionForm.isGroup(type)));
      boolean mixed = options.size() > 0 && nested != subcommandSeen;
      if (tooDeep || mixed) {
        form.error("type", "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID",
            "Sub-command and sub-command group option types are mutually exclusive to all other types");
      }
      subcommandSeen |= nested;
      if (nested) {
        ArrayNode children = options(form, OptionForm.isGroup(type) ? 1 : 2);
        if (!children.isEmpty()) {
          option.set("options", children);
        }
      }
      options.add(option);
    }
    return options;
  }

  /** Names, descriptions and values of everything; of localisations the longest counts. */
  private static int size(JsonNode node) {
    int size = longest(node, "name") + longest(node, "description");
    for (JsonNode option : node.path("options")) {
      size += size(option);
    }
    for (JsonNode choice : node.path("choices")) {
      size += longest(choice, "name") + choice.path("value").asText().length();
    }
    return size;
  }

  private static int longest(JsonNode node, String field) {
    int longest = node.path(field).asText().length();
    for (JsonNode localized : node.path(field + "_localizations")) {
      longest = Math.max(longest, localized.asText().length());
    }
    return longest;
  }

  static void checkOptionName(Form form) {
    String name = form.requiredString("name", 1, 32);
    if (!name.isEmpty() && !validChatInputName(name)) {
      form.error("name", "APPLICATION_COMMAND_INVALID_NAME", "Command name is invalid");
    }
  }

  static void putTexts(Form form, ObjectNode target) {
    checkOptionName(form);
    target.put("name", form.raw("name"));
    putLocalizations(form, "name_localizations", 32, target, true);
    target.put("description", form.requiredString("description", 1, 100));
    putLocalizations(form, "description_localizations", 100, target, false);
  }

  static void putChoiceLocalizations(Form form, ObjectNode target) {
    putLocalizations(form, "name_localizations", 100, target, false);
  }
}
