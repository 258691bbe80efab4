package dev.foley.discord.interaction;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import net.dv8tion.jda.api.Permission;

/** What the bot must be allowed in a channel, so that a result can be posted there even when its interaction has expired. */
public final class ChannelPermissions {
  private static final List<Permission> NEEDED = needed(Permission.MESSAGE_SEND);
  private static final List<Permission> NEEDED_IN_THREADS = needed(Permission.MESSAGE_SEND_IN_THREADS);

  /**
   * What an invitation asks for: all that may be found missing, and the history of channels, in which delivery looks whether a result
   * is there already.
   */
  public static final Set<Permission> INVITED = Collections.unmodifiableSet(invited());

  private ChannelPermissions() {}

  /**
   * @param granted the bot's permissions in the channel, as Discord's bit set
   * @return those that are missing, in the order of Discord's settings
   */
  public static List<Permission> missing(long granted, boolean thread) {
    if ((granted & Permission.ADMINISTRATOR.getRawValue()) != 0) {
      return List.of();
    }
    return (thread ? NEEDED_IN_THREADS : NEEDED).stream()
        .filter(permission -> (granted & permission.getRawValue()) == 0).toList();
  }

  private static List<Permission> needed(Permission send) {
    return List.of(Permission.VIEW_CHANNEL, send, Permission.MESSAGE_EMBED_LINKS, Permission.MESSAGE_ATTACH_FILES);
  }

  private static EnumSet<Permission> invited() {
    EnumSet<Permission> invited = EnumSet.of(Permission.MESSAGE_HISTORY);
    invited.addAll(NEEDED);
    invited.addAll(NEEDED_IN_THREADS);
    return invited;
  }
}
