package dev.foley.discord.interaction;

import net.dv8tion.jda.api.events.interaction.component.StringSelectInteractionEvent;

/** What happens when a member chooses in a kind of select menu. Its custom id is {@code kind:argument}, as that of a button. */
public interface Selection {
  String kind();

  /** A member chose. Called on JDA's event thread, so it must not wait; argument and values may be forged. */
  void chosen(StringSelectInteractionEvent event, String argument);
}
