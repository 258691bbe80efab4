package dev.foley.discord.interaction;

import dev.foley.generation.GenerationId;
import java.util.Optional;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;

/** What a kind of button does. Its custom id is {@code kind:argument}; everything else is in the store. */
public interface Press {
  String kind();

  /** The generation that an argument names; empty if it is forged. */
  static Optional<GenerationId> generation(String argument) {
    try {
      return Optional.of(new GenerationId(argument));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** A member pressed it. Called on JDA's event thread, so it must not wait; the argument may be forged. */
  void pressed(ButtonInteractionEvent event, String argument);
}
