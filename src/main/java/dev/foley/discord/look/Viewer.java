package dev.foley.discord.look;

import dev.foley.discord.interaction.Received;
import dev.foley.generation.Generation;
import dev.foley.generation.Origin;

/**
 * Who looks, and from where.
 *
 * @param moderator whether they may manage other people's messages there
 */
record Viewer(Origin origin, boolean moderator) {
  static Viewer of(Received received) {
    return new Viewer(received.origin(), received.moderator());
  }

  boolean owns(Generation generation) {
    return generation.origin().member().equals(origin.member());
  }

  /** Whether they may read what was asked for, if they see that something was. What is private, nobody else reads, moderators neither. */
  boolean mayRead(Generation generation) {
    return owns(generation) || !generation.origin().isPrivate();
  }

  /** Whether they may have it put before them again: their own, and as moderators what was made in the open in their server. */
  boolean mayShow(Generation generation) {
    return owns(generation) || (moderator && !generation.origin().isPrivate() && isFromHere(generation));
  }

  /** As with the button below a pending reply: a moderator of one channel is none elsewhere. */
  boolean mayStop(Generation generation) {
    return owns(generation) || (moderator && generation.origin().channel().equals(origin.channel()));
  }

  /** Whether it was made in the server from which they look. */
  boolean isFromHere(Generation generation) {
    return origin.guild().isPresent() && generation.origin().guild().equals(origin.guild());
  }
}
