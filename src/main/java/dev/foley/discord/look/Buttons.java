package dev.foley.discord.look;

import java.util.function.Predicate;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.entities.Message;

/** What Discord says of the buttons below a message, which a forged press cannot change. */
final class Buttons {
  private Buttons() {}

  /** Whether one of them has such a custom id. */
  static boolean carries(Message message, Predicate<String> customId) {
    return message.getComponentTree().findAll(Button.class).stream().map(Button::getCustomId)
        .anyMatch(id -> id != null && customId.test(id));
  }
}
