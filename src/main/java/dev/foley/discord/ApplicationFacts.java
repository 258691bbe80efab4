package dev.foley.discord;

import dev.foley.discord.interaction.ChannelPermissions;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.ApplicationInfo.Flag;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;

/**
 * What matters to Foley of an application as its owner has set it up.
 *
 * @param hasEndpoint Discord sends interactions to an address instead of the gateway, so a bot hears none
 * @param needsCodeGrant an invitation works only together with a server of the owner's
 * @param isPublic others than the owner may invite it
 * @param privilegedIntents those that are switched on, by their names
 * @param forServers servers can add it
 * @param forMembers members can add it for themselves
 * @param lackingByDefault what its own install link does not ask for; empty if it has no such link
 */
public record ApplicationFacts(String id, String name, boolean hasEndpoint, boolean needsCodeGrant, boolean isPublic,
    List<String> privilegedIntents, boolean forServers, boolean forMembers, List<String> lackingByDefault) {
  private static final Set<String> SCOPES = Set.of("bot", "applications.commands");
  /** {@code integration_types_config}: the keys of Discord's two kinds of installation. */
  private static final String SERVERS = "0";
  private static final String MEMBERS = "1";

  /** An intent of a bot in many servers has a flag of its own from that in few. */
  private static final List<Intent> PRIVILEGED = List.of(
      new Intent("Presence Intent", EnumSet.of(Flag.GATEWAY_PRESENCE, Flag.GATEWAY_PRESENCE_LIMITED)),
      new Intent("Server Members Intent", EnumSet.of(Flag.GATEWAY_GUILD_MEMBERS, Flag.GATEWAY_GUILD_MEMBERS_LIMITED)),
      new Intent("Message Content Intent",
          EnumSet.of(Flag.GATEWAY_MESSAGE_CONTENT, Flag.GATEWAY_MESSAGE_CONTENT_LIMITED)));

  /** @param name as the developer portal has it */
  private record Intent(String name, Set<Flag> flags) {}

  public ApplicationFacts {
    privilegedIntents = List.copyOf(privilegedIntents);
    lackingByDefault = List.copyOf(lackingByDefault);
  }

  /** Where whoever manages a server adds the bot, with what it needs there. */
  public String invitation() {
    return "https://discord.com/oauth2/authorize?client_id=" + id + "&scope=bot+applications.commands&permissions="
        + Permission.getRaw(ChannelPermissions.INVITED);
  }

  /** @see "Discord API documentation: Application Object" */
  static ApplicationFacts read(DataObject body) {
    EnumSet<Flag> flags = Flag.fromRaw(body.getLong("flags", 0));
    // Absent for applications from before there was a choice: those are for servers.
    Optional<DataObject> installs = body.optObject("integration_types_config");
    return new ApplicationFacts(body.getString("id"), body.getString("name"),
        !body.getString("interactions_endpoint_url", "").isEmpty(), body.getBoolean("bot_require_code_grant", false),
        body.getBoolean("bot_public", true),
        PRIVILEGED.stream().filter(intent -> intent.flags().stream().anyMatch(flags::contains)).map(Intent::name)
            .toList(),
        installs.map(types -> types.hasKey(SERVERS)).orElse(true),
        installs.map(types -> types.hasKey(MEMBERS)).orElse(false),
        installs.flatMap(types -> types.optObject(SERVERS))
            .flatMap(servers -> servers.optObject("oauth2_install_params"))
            .map(ApplicationFacts::lacking).orElse(List.of()));
  }

  private static List<String> lacking(DataObject link) {
    Set<String> scopes = link.optArray("scopes").orElseGet(DataArray::empty).stream(DataArray::getString)
        .collect(Collectors.toCollection(HashSet::new));
    Set<Permission> permissions = Permission.getPermissions(link.getUnsignedLong("permissions", 0));
    Stream<String> noScope = SCOPES.stream().sorted().filter(scope -> !scopes.contains(scope));
    Stream<String> noPermission = permissions.contains(Permission.ADMINISTRATOR)
        ? Stream.empty()
        : Arrays.stream(Permission.values())
            .filter(permission -> ChannelPermissions.INVITED.contains(permission) && !permissions.contains(permission))
            .map(Permission::getName);
    return Stream.concat(noScope, noPermission).toList();
  }
}
