package dev.foley.discord.request;

import dev.foley.discord.interaction.Deferral;
import dev.foley.discord.interaction.Intake;
import net.dv8tion.jda.api.interactions.InteractionHook;
import net.dv8tion.jda.api.interactions.callbacks.IMessageEditCallback;
import net.dv8tion.jda.api.interactions.callbacks.IReplyCallback;
import net.dv8tion.jda.api.requests.RestAction;

/** Which message becomes the answer to a request. */
enum Answer {
  NEW_MESSAGE,
  /** The one whose button was pressed. */
  IN_PLACE;

  RestAction<InteractionHook> acknowledge(IReplyCallback event, boolean isPrivate) {
    return this == IN_PLACE && event instanceof IMessageEditCallback pressed
        ? pressed.deferEdit()
        : Deferral.of(event, isPrivate);
  }

  /**
   * Tells privately, after the acknowledgement, that nothing comes of it. A first follow-up would become the deferred reply, and be as
   * public as that was announced; so the reply has to be gone before.
   */
  void tell(InteractionHook hook, boolean isPrivate, String sentence) {
    if (this == IN_PLACE) {
      Intake.whisper(hook, sentence);
    } else if (isPrivate) {
      Intake.reword(hook, sentence);
    } else {
      hook.deleteOriginal().queue(_ -> Intake.whisper(hook, sentence), _ -> Intake.reword(hook, sentence));
    }
  }
}
