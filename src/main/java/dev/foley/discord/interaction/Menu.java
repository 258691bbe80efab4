package dev.foley.discord.interaction;

import net.dv8tion.jda.api.events.interaction.command.MessageContextInteractionEvent;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;

/** A command in the menu of a message. */
public interface Menu {
  /** What Discord is told of it. */
  CommandData data();

  /** A member chose it. Called on JDA's event thread, so it must not wait. */
  void chosen(MessageContextInteractionEvent event);
}
