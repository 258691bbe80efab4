package dev.foley.playground.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Puts together the {@code data} of a command's interaction, as an honest client or as a forged one. */
final class CommandData {
  private final World world;
  private final ObjectNode command;
  private final User user;
  private final Channel channel;
  private final ObjectNode resolved = Json.object();

  /** @param user who invokes it in {@code channel} */
  CommandData(World world, ObjectNode command, User user, Channel channel) {
    this.world = world;
    this.command = command;
    this.user = user;
    this.channel = channel;
  }

  /** What the client sends once it finds nothing wrong. */
  ObjectNode checked(CommandLine line) throws OptionInput.RefusedException {
    JsonNode level = level(line);
    boolean incomplete = OptionForm.isNested(level.path("options").path(0).path("type").asInt());
    if (incomplete) {
      throw new OptionInput.RefusedException("", "Choose a subcommand: " + names(level) + ".");
    }
    if (!line.stray().isEmpty()) {
      throw new OptionInput.RefusedException("", "There is no option for “" + line.stray() + "”. " + known(level));
    }
    for (String name : line.values().keySet()) {
      if (option(level, name).isEmpty()) {
        throw new OptionInput.RefusedException(name, "There is no option of this name. " + known(level));
      }
    }
    OptionInput input = new OptionInput(world, user, channel, resolved);
    ArrayNode options = Json.array();
    for (JsonNode option : level.path("options")) {
      String name = option.path("name").asText();
      String text = line.values().get(name);
      if (text != null) {
        options.add(input.read(option, text));
      } else if (option.path("required").asBoolean()) {
        throw new OptionInput.RefusedException(name, "This option is required. Specify a value.");
      }
    }
    return data(line.path(), options);
  }

  /** What the client sends while the member types: the last option is the one in focus. */
  ObjectNode focused(CommandLine line) throws OptionInput.RefusedException {
    JsonNode level = level(line);
    List<String> names = List.copyOf(line.values().keySet());
    if (names.isEmpty()) {
      throw new OptionInput.RefusedException("", "Begin an option to get suggestions. " + known(level));
    }
    String focus = names.getLast();
    OptionInput input = new OptionInput(world, user, channel, resolved);
    ArrayNode options = Json.array();
    for (Map.Entry<String, String> entry : line.values().entrySet()) {
      JsonNode option = option(level, entry.getKey()).orElseThrow();
      if (!entry.getKey().equals(focus)) {
        options.add(input.read(option, entry.getValue()));
      } else if (option.path("autocomplete").asBoolean()) {
        options.addObject().put("name", focus).put("type", option.path("type").asInt())
            .put("value", entry.getValue()).put("focused", true);
      } else {
        throw new OptionInput.RefusedException(focus, "This option has no suggestions.");
      }
    }
    return data(line.path(), options);
  }

  /** Whatever is given, unchecked; types as registered, or by the value where the command has no such option. */
  ObjectNode forged(String path, Map<String, ?> values) {
    JsonNode level = level(new CommandLine(path, Map.of(), ""));
    ArrayNode options = Json.array();
    values.forEach((name, value) -> {
      JsonNode node = Json.MAPPER.valueToTree(value);
      int type = option(level, name).map(option -> option.path("type").asInt()).orElseGet(() -> typeOf(node));
      options.addObject().put("name", name).put("type", type).set("value", node);
    });
    return data(path, options);
  }

  /** Of a command in the menu of a message or a member. */
  ObjectNode target(String targetId, String kind, ObjectNode target) {
    ObjectNode data = data(command.path("name").asText(), Json.array()).put("target_id", targetId);
    resolved.withObjectProperty(kind).set(targetId, target);
    data.set("resolved", resolved);
    return data;
  }

  private JsonNode level(CommandLine line) {
    JsonNode level = command;
    for (String step : steps(line.path())) {
      level = CommandLine.subcommand(level, step).orElse(level);
    }
    return level;
  }

  /** Options hang below the subcommand, and that below its group. */
  private ObjectNode data(String path, ArrayNode options) {
    ArrayNode inner = options;
    List<String> steps = steps(path);
    for (int i = steps.size() - 1; i >= 0; i--) {
      int type = i == steps.size() - 1 ? OptionForm.SUBCOMMAND : OptionForm.GROUP;
      ArrayNode outer = Json.array();
      outer.addObject().put("name", steps.get(i)).put("type", type).set("options", inner);
      inner = outer;
    }
    ObjectNode data = Json.object().put("id", command.path("id").asText()).put("name", command.path("name").asText())
        .put("type", command.path("type").asInt());
    if (command.has("guild_id")) {
      data.put("guild_id", command.path("guild_id").asText());
    }
    if (!inner.isEmpty()) {
      data.set("options", inner);
    }
    if (!resolved.isEmpty()) {
      data.set("resolved", resolved);
    }
    return data;
  }

  private static List<String> steps(String path) {
    return Arrays.stream(path.split(" ")).skip(1).toList();
  }

  private static Optional<JsonNode> option(JsonNode level, String name) {
    return StreamSupport.stream(level.path("options").spliterator(), false)
        .filter(option -> option.path("name").asText().equals(name)).findFirst();
  }

  private static String known(JsonNode level) {
    return level.path("options").isEmpty() ? "This command has no options." : "Options: " + names(level) + ".";
  }

  private static String names(JsonNode level) {
    return StreamSupport.stream(level.path("options").spliterator(), false)
        .map(option -> option.path("name").asText()).collect(Collectors.joining(", "));
  }

  private static int typeOf(JsonNode value) {
    if (value.isBoolean()) {
      return OptionForm.BOOLEAN;
    }
    if (value.isIntegralNumber()) {
      return OptionForm.INTEGER;
    }
    return value.isNumber() ? OptionForm.NUMBER : OptionForm.STRING;
  }
}
