package dev.foley.discord.interaction;

import dev.foley.generation.ChannelId;
import dev.foley.generation.GuildId;
import dev.foley.generation.Origin;
import dev.foley.generation.UserId;
import dev.foley.secret.Secret;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.channel.ChannelType;
import net.dv8tion.jda.api.entities.channel.middleman.GuildChannel;
import net.dv8tion.jda.api.events.interaction.GenericInteractionCreateEvent;
import net.dv8tion.jda.api.interactions.Interaction;
import net.dv8tion.jda.api.utils.TimeUtil;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;

/**
 * What an interaction says about where it came from. Pure: it looks at what has arrived and at JDA's cache, and waits for nothing.
 *
 * @param missingPermissions what the bot may not do there although it must
 * @param moderator whether the member may manage other people's messages there
 * @param roles the member's in the server, by id; empty in direct messages
 * @param manager whether the member may manage the server
 * @param parent the channel that a thread belongs to; empty if this is no thread, or Discord does not say
 */
public record Received(Origin origin, List<Permission> missingPermissions, boolean moderator, Set<Long> roles,
    boolean manager, Optional<ChannelId> parent) {
  private static final long DISCORDS_LIMIT_BYTES = 10L << 20;

  /** Of somebody who does not manage the server, outside of threads. */
  public Received(Origin origin, List<Permission> missingPermissions, boolean moderator, Set<Long> roles) {
    this(origin, missingPermissions, moderator, roles, false, Optional.empty());
  }

  public static Received of(GenericInteractionCreateEvent event) {
    DataObject dispatch = event.getRawData();
    DataObject raw = dispatch == null ? DataObject.empty() : dispatch.optObject("d").orElseGet(DataObject::empty);
    Interaction interaction = event.getInteraction();
    Guild guild = interaction.getGuild();
    Origin origin = new Origin(new ChannelId(interaction.getChannelIdLong()),
        new UserId(interaction.getUser().getIdLong()),
        Optional.ofNullable(guild).map(known -> new GuildId(known.getIdLong())), interaction.getIdLong(),
        Secret.of(interaction.getToken()), receivedAt(interaction.getIdLong()),
        attachmentLimit(interaction, raw), locale(interaction), false);
    return new Received(origin, missingPermissions(interaction, raw), may(raw, Permission.MESSAGE_MANAGE),
        roles(raw), may(raw, Permission.MANAGE_SERVER), parent(raw));
  }

  /** What only the member shall see never goes to the channel, so that the bot needs no permission there. */
  public Received privately(boolean isPrivate) {
    return new Received(
        new Origin(origin.channel(), origin.member(), origin.guild(), origin.interactionId(), origin.interactionToken(),
            origin.receivedAt(), origin.attachmentLimitBytes(), origin.locale(), isPrivate),
        isPrivate ? List.of() : missingPermissions, moderator, roles, manager, parent);
  }

  /** In another language than the member's own. */
  public Received in(Locale language) {
    return new Received(
        new Origin(origin.channel(), origin.member(), origin.guild(), origin.interactionId(), origin.interactionToken(),
            origin.receivedAt(), origin.attachmentLimitBytes(), language, origin.isPrivate()),
        missingPermissions, moderator, roles);
  }

  /** When Discord made the id, which has milliseconds in it. JDA's own way is by a calendar, which takes longer. */
  static Instant receivedAt(long id) {
    return Instant.ofEpochMilli((id >>> TimeUtil.TIMESTAMP_OFFSET) + TimeUtil.DISCORD_EPOCH);
  }

  public static Locale locale(Interaction interaction) {
    return interaction.getUserLocale().toLocale();
  }

  /** JDA 6.5.0 has no accessor for the limit of this very interaction, which may exceed the guild's for some members. */
  private static long attachmentLimit(Interaction interaction, DataObject raw) {
    long ofInteraction = raw.getLong("attachment_size_limit", 0);
    if (ofInteraction > 0) {
      return ofInteraction;
    }
    Guild guild = interaction.getGuild();
    return guild != null && interaction.isFromAttachedGuild() ? guild.getMaxFileSize() : DISCORDS_LIMIT_BYTES;
  }

  private static Set<Long> roles(DataObject raw) {
    return raw.optObject("member").flatMap(member -> member.optArray("roles"))
        .map(roles -> roles.stream(DataArray::getUnsignedLong).collect(Collectors.toUnmodifiableSet()))
        .orElse(Set.of());
  }

  /** Also of a channel that JDA does not know, which is why its cache is not asked; a channel's category is no parent here. */
  static Optional<ChannelId> parent(DataObject raw) {
    return raw.optObject("channel")
        .filter(channel -> ChannelType.fromId(channel.getInt("type", -1)).isThread() && !channel.isNull("parent_id"))
        .map(channel -> new ChannelId(channel.getUnsignedLong("parent_id")));
  }

  /** By what Discord says of the member in this very channel; in direct messages nobody may. */
  private static boolean may(DataObject raw, Permission permission) {
    long granted = raw.optObject("member").filter(member -> member.hasKey("permissions"))
        .map(member -> member.getUnsignedLong("permissions")).orElse(0L);
    return (granted & Permission.getRaw(Permission.ADMINISTRATOR, permission)) != 0;
  }

  /** Where the bot is not a member (direct messages, an app that only its user has installed), answers need no permission. */
  private static List<Permission> missingPermissions(Interaction interaction, DataObject raw) {
    Guild guild = interaction.getGuild();
    if (guild == null || !interaction.isFromAttachedGuild() || !interaction.getIntegrationOwners().isGuildIntegration()
        || !(interaction.getChannel() instanceof GuildChannel here)) {
      return List.of();
    }
    long granted = raw.hasKey("app_permissions")
        ? raw.getUnsignedLong("app_permissions")
        : Permission.getRaw(guild.getSelfMember().getPermissions(here));
    return ChannelPermissions.missing(granted, here.getType().isThread());
  }
}
