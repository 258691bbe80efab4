package dev.foley.discord.request;

import dev.foley.discord.interaction.ButtonAction;
import dev.foley.discord.interaction.Intake;
import dev.foley.discord.interaction.Press;
import dev.foley.discord.interaction.Received;
import dev.foley.discord.text.Messages;
import dev.foley.generation.Lineage;
import dev.foley.provider.AudioModel;
import dev.foley.provider.AudioRequest;
import dev.foley.provider.ModelCatalogue;
import dev.foley.provider.Parameter;
import java.util.Locale;
import java.util.Optional;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;

/** <b>Longer</b> under a sound: the same, as long as its model makes it and as it can be posted, as a message of its own. */
final class LongerButton implements Press {
  private final EarlierRequests requests;
  private final Ordering ordering;
  private final ModelCatalogue catalogue;

  LongerButton(EarlierRequests requests, Ordering ordering, ModelCatalogue catalogue) {
    this.requests = requests;
    this.ordering = ordering;
    this.catalogue = catalogue;
  }

  @Override
  public String kind() {
    return ButtonAction.LONGER.kind();
  }

  @Override
  public void pressed(ButtonInteractionEvent event, String argument) {
    requests.ofAuthor(event, argument, RequestText.NOT_YOURS, (earlier, received) -> longer(event, earlier, received));
  }

  private void longer(ButtonInteractionEvent event, Earlier earlier, Received received) {
    Optional<AudioModel> model = catalogue.model(earlier.request().model());
    if (model.isPresent()) {
      long limit = received.origin().attachmentLimitBytes();
      Optional<AudioRequest> longer = Variations.longer(earlier.request(), model.get(), limit);
      if (longer.isEmpty()) {
        Intake.refuse(event, asLongAsItGets(model.get(), received.origin().locale()));
      } else {
        order(event, earlier, received, longer.get());
      }
    } else {
      order(event, earlier, received, earlier.request()); // which says that the model is gone, and what there is instead
    }
  }

  private void order(ButtonInteractionEvent event, Earlier earlier, Received received, AudioRequest request) {
    Wish wish = earlier.wish().with(request);
    ordering.order(event, Ask.pressed(received, wish, earlier, Lineage.Kind.LONGER, ButtonAction.LONGER));
  }

  private static String asLongAsItGets(AudioModel model, Locale locale) {
    RequestText text = model.range(Parameter.SECONDS).isPresent() ? RequestText.LONGEST : RequestText.NO_LENGTH;
    return Messages.of(locale, text, model.id().value());
  }
}
