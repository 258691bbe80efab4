package dev.foley.discord.request;

import dev.foley.discord.interaction.ButtonAction;
import dev.foley.discord.interaction.Press;
import dev.foley.discord.interaction.Received;
import dev.foley.discord.text.Text;
import dev.foley.discord.text.Wording;
import dev.foley.generation.Lineage;
import dev.foley.provider.AudioRequest;
import dev.foley.provider.ModelCatalogue;
import java.util.random.RandomGenerator;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;

/**
 * <b>Again</b> under a sound: the same once more with another seed, as a message of its own. Notices of failures carried this button
 * once, for what {@link RetryButton} does now; where there is no sound it still does that.
 */
final class AgainButton implements Press {
  private final EarlierRequests requests;
  private final Ordering ordering;
  private final ModelCatalogue catalogue;
  private final RandomGenerator random;

  /** @param random thread-safe */
  AgainButton(EarlierRequests requests, Ordering ordering, ModelCatalogue catalogue, RandomGenerator random) {
    this.requests = requests;
    this.ordering = ordering;
    this.catalogue = catalogue;
    this.random = random;
  }

  @Override
  public String kind() {
    return ButtonAction.AGAIN.kind();
  }

  @Override
  public void pressed(ButtonInteractionEvent event, String argument) {
    requests.find(event, argument, (earlier, received) -> {
      boolean isMade = earlier.stage() == Earlier.Stage.MADE;
      Wording notYours = isMade ? RequestText.NOT_YOURS : Text.NOT_YOURS;
      if (EarlierRequests.isAuthors(event, earlier, received, notYours)) {
        ordering.order(event, isMade ? again(earlier, received) : Ask.retry(received, earlier));
      }
    });
  }

  private Ask again(Earlier earlier, Received received) {
    AudioRequest request = catalogue.model(earlier.request().model())
        .map(model -> Variations.anotherSeed(earlier.request(), model, random)).orElse(earlier.request());
    return Ask.pressed(received, earlier.wish().with(request), earlier, Lineage.Kind.AGAIN, ButtonAction.AGAIN);
  }
}
