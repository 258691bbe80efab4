package dev.foley.discord.request;

import dev.foley.discord.interaction.ButtonAction;
import dev.foley.discord.interaction.Press;
import dev.foley.discord.text.Text;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;

/**
 * <b>Try again</b> under a failure: the same request once more, with all its takes, by its author. The notice itself becomes the reply of the new
 * generation, so its button goes when it has been used. The button works as long as the generation is in the store.
 */
final class RetryButton implements Press {
  private final EarlierRequests requests;
  private final Ordering ordering;

  RetryButton(EarlierRequests requests, Ordering ordering) {
    this.requests = requests;
    this.ordering = ordering;
  }

  @Override
  public String kind() {
    return ButtonAction.RETRY.kind();
  }

  @Override
  public void pressed(ButtonInteractionEvent event, String argument) {
    requests.ofAuthor(event, argument, Text.NOT_YOURS,
        (earlier, received) -> ordering.order(event, Ask.retry(received, earlier)));
  }
}
