package dev.foley.discord.reply;

import dev.foley.discord.interaction.ButtonAction;
import dev.foley.generation.ChannelId;
import dev.foley.generation.GenerationId;
import java.util.Set;

/**
 * A message of this bot, found in a channel. What it is about is told by the generation's id in it, and what it says of it by its
 * buttons: pending replies have <i>Cancel</i>, failures <i>Try again</i>, results neither.
 *
 * <p>Those of the first version are recognised too. There a pending reply was plain text, and <i>Try again</i> had the custom id that
 * <i>Again</i> has now; but results had no buttons, so only a failure has it without <i>Details</i> beside it.
 *
 * @param footer of its first embed; empty without one
 * @param customIds of its buttons
 * @param files names of its attachments
 */
record OwnMessage(long id, ChannelId channel, String content, String footer, Set<String> customIds,
    Set<String> files) {
  OwnMessage {
    customIds = Set.copyOf(customIds);
    files = Set.copyOf(files);
  }

  boolean isResultOf(GenerationId request) {
    return footer.endsWith(request.value()) && !isFailureOf(request) && !isProgressOf(request);
  }

  boolean isFailureOf(GenerationId request) {
    return customIds.contains(ButtonAction.RETRY.customId(request))
        || (customIds.contains(ButtonAction.AGAIN.customId(request))
            && !customIds.contains(ButtonAction.DETAILS.customId(request)));
  }

  /** A reply that still says how far the request is. */
  boolean isProgressOf(GenerationId request) {
    return customIds.contains(ButtonAction.CANCEL.customId(request))
        || (footer.isEmpty() && files.isEmpty() && content.contains(request.value()));
  }

  /** The voice message that its result speaks of. */
  boolean isVoiceOf(GenerationId request) {
    return footer.isEmpty() && files.stream().anyMatch(name -> name.contains(request.value()));
  }
}
