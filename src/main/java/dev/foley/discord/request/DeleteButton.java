package dev.foley.discord.request;

import dev.foley.discord.interaction.ButtonAction;
import dev.foley.discord.interaction.Intake;
import dev.foley.discord.interaction.Press;
import dev.foley.discord.interaction.Received;
import dev.foley.discord.interaction.RestFailures;
import dev.foley.discord.interaction.Subject;
import dev.foley.discord.text.Messages;
import dev.foley.generation.GenerationId;
import java.util.Locale;
import java.util.Optional;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;
import net.dv8tion.jda.api.interactions.InteractionHook;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * <b>Delete</b> under a sound: removes the message, for the sound's author and for who may manage messages there. It goes through the
 * interaction, so the bot needs no permission, nor to be a member.
 */
final class DeleteButton implements Press {
  private static final Logger log = LoggerFactory.getLogger(DeleteButton.class);

  private final EarlierRequests requests;
  private final Intake intake;

  DeleteButton(EarlierRequests requests, Intake intake) {
    this.requests = requests;
    this.intake = intake;
  }

  @Override
  public String kind() {
    return ButtonAction.DELETE.kind();
  }

  @Override
  public void pressed(ButtonInteractionEvent event, String argument) {
    requests.find(event, argument, (earlier, received) -> {
      Locale locale = received.origin().locale();
      if (!mayDelete(event, earlier, received)) {
        Intake.refuse(event, Messages.of(locale, RequestText.NOT_YOURS_TO_DELETE));
      } else if (earlier.stage() == Earlier.Stage.UNDER_WAY) {
        Intake.refuse(event, Messages.of(locale, RequestText.UNDER_WAY));
      } else {
        intake.take(event, event.deferEdit(), hook -> delete(hook, earlier.id()), Intake::whisper);
      }
    });
  }

  /** A custom id can be forged, and an author may remove only what is about the author's own request. */
  private static boolean mayDelete(ButtonInteractionEvent event, Earlier earlier, Received received) {
    return received.moderator() || (earlier.isBy(received.origin().member())
        && Subject.of(event.getMessage()).equals(Optional.of(earlier.id())));
  }

  /** That it is gone already is as good. */
  private static void delete(InteractionHook hook, GenerationId request) {
    hook.deleteOriginal().queue(
        _ -> log.atInfo().addKeyValue("request", request).log("A message was removed by a member"),
        failure -> log.atInfo().addKeyValue("request", request).addKeyValue("failure", RestFailures.meaning(failure))
            .log("A message could not be removed"));
  }
}
