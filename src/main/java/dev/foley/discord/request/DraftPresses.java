package dev.foley.discord.request;

import dev.foley.discord.interaction.Intake;
import dev.foley.discord.interaction.Press;
import dev.foley.discord.interaction.Received;
import dev.foley.discord.text.Messages;
import dev.foley.discord.text.Text;
import dev.foley.generation.Draft;
import dev.foley.generation.Drafts;
import dev.foley.generation.GenerationId;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;

/** Finds the draft that a button is about, before anything is answered. Does not block. */
final class DraftPresses {
  private final Drafts drafts;
  private final Intake intake;

  DraftPresses(Drafts drafts, Intake intake) {
    this.drafts = drafts;
    this.intake = intake;
  }

  /**
   * Hands the draft over if its author presses.
   *
   * @param argument may be forged
   */
  void ofAuthor(ButtonInteractionEvent event, String argument, BiConsumer<Draft, Received> then) {
    Received received = Received.of(event);
    Locale locale = received.origin().locale();
    Optional<GenerationId> id = Press.generation(argument);
    if (id.isEmpty()) {
      Intake.refuse(event, Messages.of(locale, Text.UNKNOWN_BUTTON));
      return;
    }
    intake.look(event, () -> drafts.find(id.get()), found -> {
      if (found.isEmpty()) {
        Intake.refuse(event, Messages.of(locale, RequestText.DECIDED));
      } else if (!found.get().order().origin().member().equals(received.origin().member())) {
        Intake.refuse(event, Messages.of(locale, RequestText.NOT_YOURS_TO_DECIDE));
      } else {
        then.accept(found.get(), received);
      }
    });
  }
}
