package dev.foley.discord.look;

import dev.foley.discord.interaction.Intake;
import dev.foley.discord.interaction.Menu;
import dev.foley.discord.interaction.Received;
import dev.foley.discord.interaction.Subject;
import dev.foley.discord.text.Localized;
import dev.foley.discord.text.Messages;
import dev.foley.generation.GenerationId;
import java.util.Optional;
import net.dv8tion.jda.api.events.interaction.command.MessageContextInteractionEvent;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;

/** <b>Audio details</b> in the menu of a message, for everybody who sees it. */
final class DetailsMenu implements Menu {
  private final Details details;

  DetailsMenu(Details details) {
    this.details = details;
  }

  @Override
  public CommandData data() {
    return Localized.menu("details");
  }

  @Override
  public void chosen(MessageContextInteractionEvent event) {
    Optional<GenerationId> id = Subject.of(event.getTarget());
    if (id.isEmpty()) {
      Intake.refuse(event, Messages.of(Received.locale(event), LookText.DETAILS_OF_NOTHING));
    } else {
      details.tell(event, id.get());
    }
  }
}
