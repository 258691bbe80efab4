package dev.foley.playground.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The commands that the bot has registered, globally (scope 0) and for single guilds. Guarded by {@link Turn}. */
final class Commands {
  static final long GLOBAL = 0;
  private static final int MAX_CHAT_INPUT = 100;
  private static final int MAX_CONTEXT_MENU = 15;

  private final World world;
  private final Snowflakes snowflakes;
  private final Map<Long, Map<Long, ObjectNode>> byScope = new LinkedHashMap<>();

  Commands(World world, Snowflakes snowflakes) {
    this.world = world;
    this.snowflakes = snowflakes;
  }

  Collection<ObjectNode> list(long scope) {
    return inScope(scope).values();
  }

  ObjectNode get(long scope, long id) {
    return Optional.ofNullable(inScope(scope).get(id)).orElseThrow(ApiError::unknownCommand);
  }

  /** What a member may choose from in a guild: the guild's own command hides a global one of the same name. */
  Optional<ObjectNode> find(long guildId, int type, String name) {
    Stream<ObjectNode> own = guildId == 0 ? Stream.empty() : list(guildId).stream();
    return Stream.concat(own, list(GLOBAL).stream())
        .filter(command -> command.path("type").asInt() == type && command.path("name").asText().equals(name))
        .findFirst();
  }

  List<ObjectNode> available(long guildId) {
    return Stream.concat(guildId == 0 ? Stream.empty() : list(guildId).stream(), list(GLOBAL).stream()).toList();
  }

  /** Replaces all commands of a scope; a command of the same name and type keeps its id. */
  List<ObjectNode> overwrite(long scope, JsonNode body) {
    FormErrors errors = new FormErrors();
    if (!body.isArray()) {
      errors.add(List.of(), "LIST_TYPE_CONVERT", "Only iterables may be used in a ListType");
      throw errors.toApiError();
    }
    List<ObjectNode> checked = new ArrayList<>();
    for (Form form : Form.elements(body, errors)) {
      ObjectNode command = CommandForm.check(form);
      if (checked.stream().anyMatch(earlier -> sameKey(earlier, command))) {
        form.error("name", "APPLICATION_COMMANDS_DUPLICATE_NAME", "Application command names must be unique");
      }
      checked.add(command);
    }
    errors.throwIfAny();
    checkCount(checked);
    Map<Long, ObjectNode> before = Map.copyOf(inScope(scope));
    inScope(scope).clear();
    return checked.stream().map(command -> put(scope, idOf(before.values(), command), command)).toList();
  }

  /** Adds one, or replaces the one of its name and type. */
  Reply create(long scope, ObjectNode body) {
    ObjectNode command = check(body);
    Optional<ObjectNode> earlier = list(scope).stream().filter(other -> sameKey(other, command)).findFirst();
    if (earlier.isEmpty()) {
      List<ObjectNode> together = new ArrayList<>(list(scope));
      together.add(command);
      checkCount(together);
    }
    ObjectNode stored = put(scope, idOf(list(scope), command), command);
    return earlier.isPresent() ? Reply.ok(stored) : Reply.created(stored);
  }

  ObjectNode edit(long scope, long id, ObjectNode changes) {
    ObjectNode merged = get(scope, id).deepCopy();
    merged.setAll(changes);
    return put(scope, id, check(merged));
  }

  void delete(long scope, long id) {
    ObjectNode _ = get(scope, id);
    inScope(scope).remove(id);
  }

  /** As lists show it unless localisations are asked for. */
  static ObjectNode withoutLocalizations(ObjectNode command) {
    ObjectNode copy = command.deepCopy();
    strip(copy);
    return copy;
  }

  private static void strip(JsonNode node) {
    if (node instanceof ObjectNode object) {
      object.remove(List.of("name_localizations", "description_localizations"));
    }
    node.forEach(Commands::strip);
  }

  private static ObjectNode check(ObjectNode body) {
    FormErrors errors = new FormErrors();
    ObjectNode command = CommandForm.check(new Form(body, errors));
    errors.throwIfAny();
    return command;
  }

  private ObjectNode put(long scope, long id, ObjectNode command) {
    ObjectNode stored = Json.object().put("id", Json.id(id)).put("application_id", Json.id(world.applicationId()))
        .put("version", Json.id(snowflakes.next()));
    stored.setAll(command);
    if (scope != GLOBAL) {
      stored.put("guild_id", Json.id(scope));
      stored.remove(List.of("dm_permission", "contexts"));
    }
    inScope(scope).put(id, stored);
    return stored;
  }

  private long idOf(Collection<ObjectNode> known, ObjectNode command) {
    return known.stream().filter(other -> sameKey(other, command)).findFirst()
        .map(other -> other.path("id").asLong()).orElseGet(snowflakes::next);
  }

  private static boolean sameKey(ObjectNode one, ObjectNode other) {
    return one.path("name").equals(other.path("name")) && one.path("type").equals(other.path("type"));
  }

  private static void checkCount(List<ObjectNode> commands) {
    for (int type = 1; type <= 3; type++) {
      int wanted = type;
      long count = commands.stream().filter(command -> command.path("type").asInt() == wanted).count();
      if (count > (type == CommandForm.CHAT_INPUT ? MAX_CHAT_INPUT : MAX_CONTEXT_MENU)) {
        throw ApiError.tooManyCommands();
      }
    }
  }

  private Map<Long, ObjectNode> inScope(long scope) {
    return byScope.computeIfAbsent(scope, _ -> new LinkedHashMap<>());
  }
}
