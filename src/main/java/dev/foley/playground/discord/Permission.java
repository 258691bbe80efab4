package dev.foley.playground.discord;

import java.util.List;

/** The permissions that a slash-command bot meets, by Discord's names. */
public enum Permission {
  ADMINISTRATOR(3), MANAGE_CHANNELS(4), MANAGE_GUILD(5), ADD_REACTIONS(6), VIEW_CHANNEL(10), SEND_MESSAGES(11),
  MANAGE_MESSAGES(13), EMBED_LINKS(14), ATTACH_FILES(15), READ_MESSAGE_HISTORY(16), MENTION_EVERYONE(17),
  USE_EXTERNAL_EMOJIS(18), MANAGE_ROLES(28), USE_APPLICATION_COMMANDS(31), SEND_VOICE_MESSAGES(46),
  USE_EXTERNAL_APPS(50);

  private final long bit;

  Permission(int position) {
    bit = 1L << position;
  }

  long bit() {
    return bit;
  }

  boolean in(long set) {
    return (set & bit) != 0;
  }

  static long set(Permission... permissions) {
    return set(List.of(permissions));
  }

  static long set(Iterable<Permission> permissions) {
    long set = 0;
    for (Permission permission : permissions) {
      set |= permission.bit;
    }
    return set;
  }

  /** Everything that exists, in bits that this enum does not name as well. */
  static final long ALL = (1L << 53) - 1;

  /** What every member may do here unless a channel says otherwise. */
  static final long MEMBER = set(VIEW_CHANNEL, SEND_MESSAGES, EMBED_LINKS, ATTACH_FILES, READ_MESSAGE_HISTORY,
      ADD_REACTIONS, USE_EXTERNAL_EMOJIS, USE_APPLICATION_COMMANDS, SEND_VOICE_MESSAGES, USE_EXTERNAL_APPS);
}
