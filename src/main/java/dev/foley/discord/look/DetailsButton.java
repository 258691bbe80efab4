package dev.foley.discord.look;

import dev.foley.discord.interaction.ButtonAction;
import dev.foley.discord.interaction.Intake;
import dev.foley.discord.interaction.Press;
import dev.foley.discord.interaction.Received;
import dev.foley.discord.text.Messages;
import dev.foley.discord.text.Text;
import dev.foley.generation.GenerationId;
import java.util.Optional;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;

/** <b>Details</b> below a sound, for everybody who sees it. */
final class DetailsButton implements Press {
  private final Details details;

  DetailsButton(Details details) {
    this.details = details;
  }

  @Override
  public String kind() {
    return ButtonAction.DETAILS.kind();
  }

  /** A forged press could name a sound that the member has not seen: then no message says so. */
  @Override
  public void pressed(ButtonInteractionEvent event, String argument) {
    Optional<GenerationId> id = Press.generation(argument)
        .filter(_ -> Buttons.carries(event.getMessage(), event.getComponentId()::equals));
    if (id.isEmpty()) {
      Intake.refuse(event, Messages.of(Received.locale(event), Text.UNKNOWN_BUTTON));
    } else {
      details.tell(event, id.get());
    }
  }
}
