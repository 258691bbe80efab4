package dev.foley.discord.request;

import dev.foley.discord.interaction.Intake;
import dev.foley.discord.interaction.Press;
import dev.foley.discord.interaction.Received;
import dev.foley.discord.interaction.TokenLife;
import dev.foley.discord.text.Messages;
import dev.foley.discord.text.Text;
import dev.foley.generation.Cancellation;
import dev.foley.generation.Generation;
import dev.foley.generation.GenerationId;
import dev.foley.generation.Generations;
import java.util.Locale;
import java.util.Optional;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;
import net.dv8tion.jda.api.interactions.InteractionHook;

/**
 * <b>Cancel</b> under a pending reply: for its author, and for whoever may manage messages there. What comes of it is read in the
 * reply itself, which the request's own progress keeps up to date.
 */
public final class CancelButton implements Press {
  private static final String KIND = "cancel";

  private final Generations generations;
  private final Intake intake;

  public CancelButton(Generations generations, Intake intake) {
    this.generations = generations;
    this.intake = intake;
  }

  public static String customId(GenerationId request) {
    return KIND + ":" + request;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public void pressed(ButtonInteractionEvent event, String argument) {
    Received received = Received.of(event);
    Optional<GenerationId> id = Press.generation(argument);
    if (id.isEmpty()) {
      Intake.refuse(event, Messages.of(received.origin().locale(), Text.UNKNOWN_BUTTON));
    } else {
      intake.take(event, event.deferEdit(), hook -> cancel(hook, id.get(), received), Intake::whisper);
    }
  }

  private void cancel(InteractionHook hook, GenerationId id, Received received) {
    Locale locale = received.origin().locale();
    Optional<Generation> found = generations.find(id);
    if (found.isEmpty()) {
      Intake.whisper(hook, Messages.of(locale, Text.UNKNOWN_BUTTON));
    } else if (!mayCancel(found.get(), received)) {
      Intake.whisper(hook, Messages.of(locale, Text.NOT_YOURS_TO_CANCEL));
    } else if (generations.cancel(id) == Cancellation.TOO_LATE) {
      Intake.whisper(hook, Messages.of(locale, Text.TOO_LATE_TO_CANCEL));
    } else if (TokenLife.isOver(found.get().origin(), received.origin().receivedAt())) {
      Intake.whisper(hook, Messages.of(locale, Text.CANCELLING)); // the reply cannot say so any more
    }
  }

  /** A moderator of one channel is none elsewhere, and a custom id can be forged. */
  private static boolean mayCancel(Generation generation, Received received) {
    return generation.origin().member().equals(received.origin().member())
        || (received.moderator() && generation.origin().channel().equals(received.origin().channel()));
  }
}
