package dev.foley.playground.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.StreamSupport;

/** Which commands a member's client offers in a channel: by context, by installation, by permission. Called in a {@link Turn}. */
final class CommandMenu {
  private static final int USER = 2;
  private static final int MESSAGE = 3;
  private static final int GUILD_INSTALLED = 0;
  private static final int USER_INSTALLED = 1;
  private static final int CONTEXT_GUILD = 0;
  private static final int CONTEXT_BOT_DM = 1;

  private final World world;
  private final Commands commands;

  CommandMenu(World world, Commands commands) {
    this.world = world;
    this.commands = commands;
  }

  /** All that belong there, whoever looks. */
  List<ObjectNode> offered(Channel channel) {
    return commands.available(channel.guildId()).stream().filter(command -> belongs(command, channel)).toList();
  }

  ObjectNode typed(User user, Channel channel, String name, boolean userInstalled)
      throws OptionInput.RefusedException {
    return find(user, channel, CommandForm.CHAT_INPUT, name, userInstalled, "There is no command /" + name + " here.");
  }

  ObjectNode onMessage(User user, Channel channel, String name) throws OptionInput.RefusedException {
    return find(user, channel, MESSAGE, name, false, "There is no “" + name + "” in this menu.");
  }

  ObjectNode onMember(User user, Channel channel, String name) throws OptionInput.RefusedException {
    return find(user, channel, USER, name, false, "There is no “" + name + "” in this menu.");
  }

  private ObjectNode find(User user, Channel channel, int type, String name, boolean userInstalled, String absent)
      throws OptionInput.RefusedException {
    ObjectNode command = commands.find(channel.guildId(), type, name)
        .filter(found -> belongs(found, channel))
        .filter(found -> allows(found.path("integration_types"), userInstalled ? USER_INSTALLED : GUILD_INSTALLED))
        .orElseThrow(() -> new OptionInput.RefusedException("", absent));
    boolean botIsHere = channel.guild().map(guild -> guild.member(world.bot().id()).isPresent()).orElse(true);
    if (!botIsHere && !userInstalled) {
      throw new OptionInput.RefusedException("", absent);
    }
    if (channel.guild().isPresent() && !permitted(command, world.permissions(user, channel))) {
      throw new OptionInput.RefusedException("", "You do not have permission to use this command.");
    }
    return command;
  }

  private static boolean belongs(ObjectNode command, Channel channel) {
    return allows(command.path("contexts"), channel.guild().isPresent() ? CONTEXT_GUILD : CONTEXT_BOT_DM);
  }

  /** A list that is absent allows everything. */
  private static boolean allows(JsonNode list, int value) {
    return !list.isArray()
        || StreamSupport.stream(list.spliterator(), false).anyMatch(element -> element.asInt() == value);
  }

  /** "0" leaves a command to administrators; null leaves it to everybody. */
  private static boolean permitted(ObjectNode command, long has) {
    JsonNode set = command.path("default_member_permissions");
    long wanted = set.asLong(0);
    boolean granted = !set.isTextual() || (wanted == 0 ? Permission.ADMINISTRATOR.in(has) : (has & wanted) == wanted);
    return granted && Permission.USE_APPLICATION_COMMANDS.in(has);
  }
}
