package dev.foley.discord.reply;

import dev.foley.discord.request.AgainButton;
import dev.foley.generation.GenerationId;
import java.util.Set;

/**
 * A message of this bot, found in a channel. What it is about is told by the generation's id in it.
 *
 * @param footer of its first embed; empty without one
 * @param customIds of its buttons
 */
record OwnMessage(long id, String content, String footer, Set<String> customIds) {
  OwnMessage {
    customIds = Set.copyOf(customIds);
  }

  boolean isResultOf(GenerationId generation) {
    return footer.contains(generation.value()) && !customIds.contains(AgainButton.customId(generation));
  }

  boolean isFailureOf(GenerationId generation) {
    return customIds.contains(AgainButton.customId(generation));
  }

  /** A reply that still says how far the generation is. */
  boolean isProgressOf(GenerationId generation) {
    return footer.isEmpty() && content.contains(generation.value());
  }
}
