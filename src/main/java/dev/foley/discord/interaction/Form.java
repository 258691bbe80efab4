package dev.foley.discord.interaction;

import net.dv8tion.jda.api.events.interaction.ModalInteractionEvent;

/** What happens with a kind of modal when it is submitted. Its custom id is {@code kind:argument}, as that of a button. */
public interface Form {
  String kind();

  /** A member submitted it. Called on JDA's event thread, so it must not wait; argument and values may be forged. */
  void submitted(ModalInteractionEvent event, String argument);
}
