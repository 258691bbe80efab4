package dev.foley.discord.interaction;

import net.dv8tion.jda.api.interactions.callbacks.IReplyCallback;
import net.dv8tion.jda.api.requests.Route;
import net.dv8tion.jda.api.requests.restaction.interactions.ReplyCallbackAction;
import net.dv8tion.jda.internal.interactions.InteractionHookImpl;
import net.dv8tion.jda.internal.requests.restaction.interactions.ReplyCallbackActionImpl;

/**
 * "Thinking…" as {@link IReplyCallback#deferReply()} says it, except that it does not ask for the message that it makes ({@code
 * with_response}): a member waits for this answer, and nobody reads more of it than that it came.
 */
public final class Deferral extends ReplyCallbackActionImpl {
  private Deferral(InteractionHookImpl hook) {
    super(hook);
  }

  /** @param isPrivate whether only the member will see the reply */
  public static ReplyCallbackAction of(IReplyCallback event, boolean isPrivate) {
    return new Deferral((InteractionHookImpl) event.getHook()).setEphemeral(isPrivate);
  }

  @Override
  protected Route.CompiledRoute finalizeRoute() {
    return Route.Interactions.CALLBACK.compile(interaction.getId(), interaction.getToken());
  }
}
