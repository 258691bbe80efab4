package dev.foley.playground.discord;

import java.util.List;

/**
 * An account in the server.
 *
 * @param name as commands and the control interface call it
 * @param locale of its client, such as {@code de}
 * @param roles names of those beyond everybody's
 */
public record MemberView(String id, String name, String displayName, boolean bot, boolean owner, String locale,
    List<String> roles) {
  public MemberView {
    roles = List.copyOf(roles);
  }
}
