package dev.foley.discord.request;

import dev.foley.discord.interaction.ButtonAction;
import dev.foley.discord.interaction.Press;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;

/** <b>Edit</b> under a sound, and under a form that was refused: opens a form with what was asked for. */
final class EditButton implements Press {
  private final EarlierRequests requests;
  private final ChangeForm form;

  EditButton(EarlierRequests requests, ChangeForm form) {
    this.requests = requests;
    this.form = form;
  }

  @Override
  public String kind() {
    return ButtonAction.EDIT.kind();
  }

  @Override
  public void pressed(ButtonInteractionEvent event, String argument) {
    requests.ofAuthor(event, argument, RequestText.NOT_YOURS,
        (earlier, received) -> form.open(event, earlier, received.origin().locale()));
  }
}
