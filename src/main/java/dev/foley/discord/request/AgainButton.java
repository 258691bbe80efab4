package dev.foley.discord.request;

import dev.foley.discord.interaction.ButtonAction;
import dev.foley.discord.interaction.Intake;
import dev.foley.discord.interaction.Press;
import dev.foley.discord.interaction.Received;
import dev.foley.discord.interaction.RecentPresses;
import dev.foley.discord.text.Messages;
import dev.foley.discord.text.Text;
import dev.foley.generation.Generation;
import dev.foley.generation.GenerationId;
import dev.foley.generation.Generations;
import java.util.Locale;
import java.util.Optional;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;
import net.dv8tion.jda.api.interactions.InteractionHook;

/**
 * <b>Try again</b> under a failure: the same request once more, with all its takes, by its author. The notice itself becomes the reply of the new
 * generation, so its button goes when it has been used. The button works as long as the generation is in the store.
 */
public final class AgainButton implements Press {
  private static final String KIND = ButtonAction.RETRY.kind();

  private final Generations generations;
  private final Refusals refusals;
  private final Intake intake;
  private final RecentPresses presses = new RecentPresses();

  public AgainButton(Generations generations, Refusals refusals, Intake intake) {
    this.generations = generations;
    this.refusals = refusals;
    this.intake = intake;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public void pressed(ButtonInteractionEvent event, String argument) {
    Received received = Received.of(event);
    Locale locale = received.origin().locale();
    Optional<GenerationId> id = Press.generation(argument);
    if (id.isEmpty()) {
      Intake.refuse(event, Messages.of(locale, Text.UNKNOWN_BUTTON));
    } else if (!presses.first(id.get(), received.origin().receivedAt())) {
      Intake.refuse(event, Messages.of(locale, Text.ALREADY_PRESSED));
    } else if (!intake.take(event, event.deferEdit(), hook -> again(hook, id.get(), received), (hook, sentence) -> {
      presses.forget(id.get());
      Intake.whisper(hook, sentence);
    })) {
      presses.forget(id.get());
    }
  }

  private void again(InteractionHook hook, GenerationId id, Received received) {
    Locale locale = received.origin().locale();
    Optional<Generation> found = generations.find(id);
    if (found.isEmpty()) {
      refuse(hook, id, Messages.of(locale, Text.UNKNOWN_BUTTON));
    } else if (!found.get().origin().member().equals(received.origin().member())) {
      refuse(hook, id, Messages.of(locale, Text.NOT_YOURS));
    } else {
      again(hook, id, refusals.fitted(Wish.again(found.get()), received.origin()),
          received.privately(found.get().origin().isPrivate()));
    }
  }

  private void again(InteractionHook hook, GenerationId id, Wish wish, Received received) {
    Optional<String> refusal = refusals.of(wish, received);
    if (refusal.isPresent()) {
      refuse(hook, id, refusal.get());
    } else {
      intake.accept(received.origin(), wish);
    }
  }

  private void refuse(InteractionHook hook, GenerationId id, String sentence) {
    presses.forget(id);
    Intake.whisper(hook, sentence);
  }
}
