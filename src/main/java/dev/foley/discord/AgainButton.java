package dev.foley.discord;

import dev.foley.generation.Generation;
import dev.foley.generation.GenerationId;
import dev.foley.generation.Generations;
import dev.foley.generation.Origin;
import java.util.Locale;
import java.util.Optional;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;
import net.dv8tion.jda.api.interactions.InteractionHook;

/**
 * <b>Try again</b> under a failure: the same request once more, by its author. The notice itself becomes the reply of the new
 * generation, so its button goes when it has been used. The button works as long as the generation is in the store.
 */
final class AgainButton implements Press {
  private static final String KIND = "again";

  private final Generations generations;
  private final Refusals refusals;
  private final Intake intake;
  private final RecentPresses presses = new RecentPresses();

  AgainButton(Generations generations, Refusals refusals, Intake intake) {
    this.generations = generations;
    this.refusals = refusals;
    this.intake = intake;
  }

  static String customId(GenerationId generation) {
    return KIND + ":" + generation;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public void pressed(ButtonInteractionEvent event, String argument) {
    Received received = Received.of(event);
    Locale locale = received.origin().locale();
    Optional<GenerationId> id = parse(argument);
    if (id.isEmpty()) {
      Intake.refuse(event, Messages.of(locale, Text.UNKNOWN_BUTTON));
    } else if (!presses.first(id.get(), received.origin().receivedAt())) {
      Intake.refuse(event, Messages.of(locale, Text.ALREADY_PRESSED));
    } else if (!intake.take(event, event.deferEdit(), hook -> again(hook, id.get(), received), (hook, sentence) -> {
      presses.forget(id.get());
      whisper(hook, sentence);
    })) {
      presses.forget(id.get());
    }
  }

  private void again(InteractionHook hook, GenerationId id, Received received) {
    Origin origin = received.origin();
    Optional<Generation> found = generations.find(id);
    Optional<String> refusal = found.isEmpty()
        ? Optional.of(Messages.of(origin.locale(), Text.UNKNOWN_BUTTON))
        : !found.get().origin().member().equals(origin.member())
            ? Optional.of(Messages.of(origin.locale(), Text.NOT_YOURS))
            : refusals.of(found.get().request(), received.missingPermissions(), origin.locale());
    if (refusal.isPresent()) {
      presses.forget(id);
      whisper(hook, refusal.get());
    } else {
      intake.accept(origin, found.orElseThrow().request());
    }
  }

  /** The notice stays as it is, and only who pressed reads this. */
  private static void whisper(InteractionHook hook, String sentence) {
    hook.sendMessage(sentence).setEphemeral(true).queue();
  }

  private static Optional<GenerationId> parse(String argument) {
    try {
      return Optional.of(new GenerationId(argument));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
