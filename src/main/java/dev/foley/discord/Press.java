package dev.foley.discord;

import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;

/** What a kind of button does. Its custom id is {@code kind:argument}; everything else is in the store. */
interface Press {
  String kind();

  /** A member pressed it. Called on JDA's event thread, so it must not wait; the argument may be forged. */
  void pressed(ButtonInteractionEvent event, String argument);
}
