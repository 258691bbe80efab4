package dev.foley.discord.request;

import dev.foley.discord.interaction.ButtonAction;
import dev.foley.discord.interaction.Intake;
import dev.foley.discord.interaction.Press;
import dev.foley.discord.text.Messages;
import dev.foley.generation.Draft;
import dev.foley.generation.Drafts;
import java.util.Locale;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;
import net.dv8tion.jda.api.interactions.InteractionHook;

/** <b>Not now</b> below what a request will cost: drops the draft, and the message says so. */
final class DismissButton implements Press {
  private final DraftPresses presses;
  private final Drafts drafts;
  private final Intake intake;

  DismissButton(DraftPresses presses, Drafts drafts, Intake intake) {
    this.presses = presses;
    this.drafts = drafts;
    this.intake = intake;
  }

  @Override
  public String kind() {
    return ButtonAction.DISMISS.kind();
  }

  @Override
  public void pressed(ButtonInteractionEvent event, String argument) {
    presses.ofAuthor(event, argument, (draft, received) -> intake.take(event, event.deferEdit(),
        hook -> dismiss(hook, draft, received.origin().locale()), Intake::whisper));
  }

  private void dismiss(InteractionHook hook, Draft draft, Locale locale) {
    if (drafts.remove(draft.id())) {
      Intake.insist(() -> hook.editOriginal(DraftMessage.dismissed(draft.order())));
    } else {
      Intake.whisper(hook, Messages.of(locale, RequestText.DECIDED));
    }
  }
}
