package dev.foley.discord.look;

import dev.foley.discord.interaction.ButtonAction;
import dev.foley.discord.interaction.Intake;
import dev.foley.discord.interaction.Press;
import dev.foley.discord.interaction.Received;
import dev.foley.discord.text.Messages;
import dev.foley.discord.text.Text;
import dev.foley.discord.text.Wording;
import dev.foley.generation.Cancellation;
import dev.foley.generation.Generation;
import dev.foley.generation.GenerationId;
import dev.foley.generation.Generations;
import java.util.Optional;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;
import net.dv8tion.jda.api.interactions.InteractionHook;

/** The buttons below the list of what is pending: each stops one request, the last none. Afterwards the list is shown anew. */
final class QueueButton implements Press {
  private final Queue queue;
  private final Generations generations;
  private final Intake intake;

  QueueButton(Queue queue, Generations generations, Intake intake) {
    this.queue = queue;
    this.generations = generations;
    this.intake = intake;
  }

  @Override
  public String kind() {
    return ButtonAction.QUEUE.kind();
  }

  @Override
  public void pressed(ButtonInteractionEvent event, String argument) {
    Viewer viewer = Viewer.of(Received.of(event));
    Optional<GenerationId> id = Press.generation(argument);
    if (id.isEmpty() && !argument.isEmpty()) {
      Intake.refuse(event, Messages.of(viewer.origin().locale(), Text.UNKNOWN_BUTTON));
      return;
    }
    intake.take(event, event.deferEdit(), hook -> {
      Optional<Wording> objection = id.flatMap(request -> cancel(request, viewer));
      objection.ifPresent(sentence -> Intake.whisper(hook, Messages.of(viewer.origin().locale(), sentence)));
      showAnew(hook, event, viewer);
    }, Intake::whisper);
  }

  /** Only over such a list: a forged press may come from any message. */
  private void showAnew(InteractionHook hook, ButtonInteractionEvent event, Viewer viewer) {
    if (Buttons.carries(event.getMessage(), id -> id.startsWith(kind() + ":"))) {
      PrivateAnswer.put(hook, queue.of(viewer));
    }
  }

  /** @return what stands against it */
  private Optional<Wording> cancel(GenerationId id, Viewer viewer) {
    Optional<Generation> found = generations.find(id);
    if (found.isEmpty()) {
      return Optional.of(Text.UNKNOWN_BUTTON);
    }
    if (!viewer.mayStop(found.get())) {
      return Optional.of(Text.NOT_YOURS_TO_CANCEL);
    }
    return generations.cancel(id) == Cancellation.TOO_LATE ? Optional.of(Text.TOO_LATE_TO_CANCEL) : Optional.empty();
  }
}
