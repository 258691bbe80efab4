package dev.foley.discord.look;

import dev.foley.discord.interaction.ButtonAction;
import dev.foley.discord.interaction.Press;
import dev.foley.discord.interaction.Selection;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.StringSelectInteractionEvent;

/** <b>Show</b> below the details of a sound, and the choice below a history: the same as {@code /show}. */
final class ShowButton implements Press, Selection {
  private final Show show;

  ShowButton(Show show) {
    this.show = show;
  }

  @Override
  public String kind() {
    return ButtonAction.SHOW.kind();
  }

  @Override
  public void pressed(ButtonInteractionEvent event, String argument) {
    show.show(event, argument);
  }

  @Override
  public void chosen(StringSelectInteractionEvent event, String argument) {
    show.show(event, event.getValues().isEmpty() ? "" : event.getValues().getFirst());
  }
}
