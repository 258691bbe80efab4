package dev.foley.discord.request;

import dev.foley.discord.interaction.ButtonAction;
import dev.foley.discord.interaction.Received;
import dev.foley.generation.Lineage;
import java.util.Optional;

/**
 * What a member asked for, and how they are answered.
 *
 * @param received in the member's own language, since refusals are read by nobody else
 * @param button the custom id that counts once within some seconds, however often it is pressed; empty for a command or a form
 */
record Ask(Received received, Wish wish, Optional<Lineage> lineage, Answer answer, Optional<String> button) {
  /** With a command, out of nothing earlier. */
  static Ask plain(Received received, Wish wish) {
    return of(received, wish, Optional.empty());
  }

  /** With a form. */
  static Ask of(Received received, Wish wish, Optional<Lineage> lineage) {
    return new Ask(received.privately(wish.isPrivate()), wish, lineage, Answer.NEW_MESSAGE, Optional.empty());
  }

  /** With a button, something made out of an earlier request. */
  static Ask pressed(Received received, Wish wish, Earlier earlier, Lineage.Kind kind, ButtonAction button) {
    return new Ask(received.privately(wish.isPrivate()), wish, earlier.lineage(kind), Answer.NEW_MESSAGE,
        Optional.of(button.customId(earlier.id())));
  }

  /** The very same, in the message that said that there is no sound. */
  static Ask retry(Received received, Earlier earlier) {
    Wish wish = earlier.wish();
    return new Ask(received.privately(wish.isPrivate()), wish, earlier.order().lineage(), Answer.IN_PLACE,
        Optional.of(ButtonAction.RETRY.customId(earlier.id())));
  }

  Ask with(Wish changed) {
    return new Ask(received, changed, lineage, answer, button);
  }
}
