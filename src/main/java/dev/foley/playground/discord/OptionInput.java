package dev.foley.playground.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/**
 * One option as a member's client takes it: reads the text, refuses what the command does not allow, and gives the value
 * that travels to the bot.
 */
final class OptionInput {
  /** A client's refusal; caught where the whole command is put together. */
  static final class RefusedException extends Exception {
    private final String option;

    RefusedException(String option, String sentence) {
      super(sentence, null, false, false);
      this.option = option;
    }

    Invocation.Refused toResult() {
      return new Invocation.Refused(option, String.valueOf(getMessage()));
    }
  }

  private static final Pattern INTEGER = Pattern.compile("[+-]?\\d{1,18}");
  private static final Pattern DECIMAL = Pattern.compile("[+-]?(\\d{1,18}(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d{1,3})?");
  private static final int MAX_TEXT = 6000;

  private final World world;
  private final User user;
  private final Channel channel;
  private final ObjectNode resolved;

  /**
   * @param user whose client it is, in {@code channel}
   * @param resolved receives what ids among the values stand for, with permissions as they are there
   */
  OptionInput(World world, User user, Channel channel, ObjectNode resolved) {
    this.world = world;
    this.user = user;
    this.channel = channel;
    this.resolved = resolved;
  }

  ObjectNode read(JsonNode option, String text) throws RefusedException {
    String name = option.path("name").asText();
    if (text.isEmpty()) {
      throw new RefusedException(name, "This option is required. Specify a value.");
    }
    int type = option.path("type").asInt();
    ObjectNode value = Json.object().put("name", name).put("type", type);
    String chosen = choice(option, name, text);
    switch (type) {
      case OptionForm.STRING -> value.put("value", string(option, name, chosen));
      case OptionForm.INTEGER -> value.put("value", integer(option, name, chosen));
      case OptionForm.NUMBER -> value.put("value", number(option, name, chosen));
      case OptionForm.BOOLEAN -> value.put("value", bool(name, chosen));
      case OptionForm.USER -> value.put("value", user(name, chosen));
      case OptionForm.CHANNEL -> value.put("value", channel(option, name, chosen));
      case OptionForm.ROLE -> value.put("value", role(name, chosen));
      case OptionForm.MENTIONABLE -> value.put("value", mentionable(name, chosen));
      default -> throw new RefusedException(name, "This client cannot fill in such an option.");
    }
    return value;
  }

  private static String choice(JsonNode option, String name, String text) throws RefusedException {
    if (option.path("choices").isEmpty()) {
      return text;
    }
    for (JsonNode choice : option.path("choices")) {
      if (choice.path("name").asText().equalsIgnoreCase(text) || choice.path("value").asText().equals(text)) {
        return choice.path("value").asText();
      }
    }
    throw new RefusedException(name, "Choose one of the options listed.");
  }

  private static String string(JsonNode option, String name, String text) throws RefusedException {
    int min = option.path("min_length").asInt(0);
    int max = option.path("max_length").asInt(MAX_TEXT);
    int length = text.codePointCount(0, text.length());
    if (length < min) {
      throw new RefusedException(name, "Enter at least " + min + " characters.");
    }
    if (length > max) {
      throw new RefusedException(name, "Enter at most " + max + " characters.");
    }
    return text;
  }

  private static long integer(JsonNode option, String name, String text) throws RefusedException {
    if (!INTEGER.matcher(text).matches() || Math.abs(Long.parseLong(text)) > OptionForm.MAX_SAFE_INTEGER) {
      throw new RefusedException(name, "Input a valid integer.");
    }
    long number = Long.parseLong(text);
    checkRange(option, name, (double) number);
    return number;
  }

  private static double number(JsonNode option, String name, String text) throws RefusedException {
    if (!DECIMAL.matcher(text).matches()) {
      throw new RefusedException(name, "Input a valid number.");
    }
    double number = Double.parseDouble(text);
    checkRange(option, name, number);
    return number;
  }

  private static void checkRange(JsonNode option, String name, double number) throws RefusedException {
    if (option.has("min_value") && number < option.get("min_value").asDouble()) {
      throw new RefusedException(name, "Enter a number of at least " + plain(option.get("min_value")) + ".");
    }
    if (option.has("max_value") && number > option.get("max_value").asDouble()) {
      throw new RefusedException(name, "Enter a number of at most " + plain(option.get("max_value")) + ".");
    }
  }

  /** Without the “.0” that some clients send with every number. */
  private static String plain(JsonNode number) {
    return number.decimalValue().stripTrailingZeros().toPlainString();
  }

  private static boolean bool(String name, String text) throws RefusedException {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new RefusedException(name, "Choose True or False.");
    };
  }

  private String user(String name, String text) throws RefusedException {
    Optional<User> found = world.findUser(bare(text)).or(() -> world.findUser(id(text)));
    User person = found.orElseThrow(() -> new RefusedException(name, "Choose a valid member."));
    resolved.withObjectProperty("users").set(Json.id(person.id()), person.toJson());
    channel.guild().flatMap(guild -> guild.member(person.id())).ifPresent(member -> {
      ObjectNode partial = member.toJson()
          .put("permissions", Long.toString(world.permissions(person, channel)));
      partial.remove("user");
      resolved.withObjectProperty("members").set(Json.id(person.id()), partial);
    });
    return Json.id(person.id());
  }

  private String channel(JsonNode option, String name, String text) throws RefusedException {
    Channel chosen = world.findChannel(text.replaceFirst("^#", "")).or(() -> world.findChannel(id(text)))
        .filter(found -> found.guildId() == channel.guildId() && found.guild().isPresent())
        .filter(found -> ofType(found, option.path("channel_types")))
        .orElseThrow(() -> new RefusedException(name, "Choose a valid channel."));
    resolved.withObjectProperty("channels").set(Json.id(chosen.id()),
        chosen.toJson().put("permissions", Long.toString(world.permissions(user, chosen))));
    return Json.id(chosen.id());
  }

  private static boolean ofType(Channel channel, JsonNode types) {
    return types.isEmpty()
        || StreamSupport.stream(types.spliterator(), false).anyMatch(type -> type.asInt() == channel.type());
  }

  private String role(String name, String text) throws RefusedException {
    Role role = world.home().roles().values().stream()
        .filter(candidate -> candidate.name().equalsIgnoreCase(bare(text)) || candidate.id() == id(text)).findFirst()
        .orElseThrow(() -> new RefusedException(name, "Choose a valid role."));
    resolved.withObjectProperty("roles").set(Json.id(role.id()), role.toJson());
    return Json.id(role.id());
  }

  private String mentionable(String name, String text) throws RefusedException {
    boolean isUser = world.findUser(bare(text)).or(() -> world.findUser(id(text))).isPresent();
    return isUser ? user(name, text) : role(name, text);
  }

  private static String bare(String text) {
    return text.startsWith("@") && !text.equals("@everyone") ? text.substring(1) : text;
  }

  /** Of a bare id or a mention; 0 if it is neither. */
  private static long id(String text) {
    String digits = text.replaceAll("^<[@#]?[!&]?(\\d{1,19})>$", "$1");
    return digits.matches("\\d{1,18}|[1-8]\\d{18}") ? Long.parseLong(digits) : 0;
  }
}
