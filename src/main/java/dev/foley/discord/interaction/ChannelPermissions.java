package dev.foley.discord.interaction;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import net.dv8tion.jda.api.Permission;

/** What the bot must be allowed in a channel, so that a result can be posted there even when its interaction has expired. */
public final class ChannelPermissions {
  private ChannelPermissions() {}

  /**
   * @param granted the bot's permissions in the channel, as Discord's bit set
   * @return those that are missing, in the order of Discord's settings
   */
  public static List<Permission> missing(long granted, boolean thread) {
    Set<Permission> has = EnumSet.noneOf(Permission.class);
    has.addAll(Permission.getPermissions(granted));
    if (has.contains(Permission.ADMINISTRATOR)) {
      return List.of();
    }
    List<Permission> missing = new ArrayList<>(List.of(Permission.VIEW_CHANNEL,
        thread ? Permission.MESSAGE_SEND_IN_THREADS : Permission.MESSAGE_SEND, Permission.MESSAGE_EMBED_LINKS,
        Permission.MESSAGE_ATTACH_FILES));
    missing.removeAll(has);
    return missing;
  }
}
