package dev.foley.discord.request;

import dev.foley.discord.interaction.Intake;
import dev.foley.discord.interaction.Menu;
import dev.foley.discord.interaction.Received;
import dev.foley.discord.interaction.Subject;
import dev.foley.discord.text.Localized;
import dev.foley.discord.text.Messages;
import dev.foley.generation.GenerationId;
import java.util.Locale;
import java.util.Optional;
import net.dv8tion.jda.api.events.interaction.command.MessageContextInteractionEvent;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;

/** <b>Remix</b> in the menu of a message: anybody who sees it makes something of their own out of it. */
final class RemixMenu implements Menu {
  private final EarlierRequests requests;
  private final ChangeForm form;

  RemixMenu(EarlierRequests requests, ChangeForm form) {
    this.requests = requests;
    this.form = form;
  }

  @Override
  public CommandData data() {
    return Localized.menu("remix");
  }

  @Override
  public void chosen(MessageContextInteractionEvent event) {
    Locale locale = Received.locale(event);
    Optional<GenerationId> id = Subject.of(event.getTarget());
    if (id.isEmpty()) {
      Intake.refuse(event, Messages.of(locale, RequestText.NOTHING_TO_REMIX));
    } else {
      requests.seenBy(event, id.get().value(),
          (earlier, _) -> form.open(event, earlier, locale));
    }
  }
}
