package dev.foley.discord.request;

import dev.foley.discord.interaction.ButtonAction;
import dev.foley.discord.interaction.Intake;
import dev.foley.discord.interaction.Press;
import dev.foley.discord.interaction.Received;
import dev.foley.discord.text.Messages;
import dev.foley.generation.Draft;
import dev.foley.generation.Order;
import dev.foley.generation.policy.Preferences;
import java.util.Locale;
import java.util.Optional;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;
import net.dv8tion.jda.api.interactions.InteractionHook;

/**
 * <b>Make it</b> below what a request will cost: takes the draft up, in the same message. Much may have changed since it was written,
 * so everything is asked again. It is taken up once, however often and wherever this is pressed: who removes the draft, decides.
 */
final class ConfirmButton implements Press {
  private final DraftPresses presses;
  private final Ordering ordering;
  private final OrderDesk desk;
  private final Intake intake;

  ConfirmButton(DraftPresses presses, Ordering ordering, OrderDesk desk, Intake intake) {
    this.presses = presses;
    this.ordering = ordering;
    this.desk = desk;
    this.intake = intake;
  }

  @Override
  public String kind() {
    return ButtonAction.CONFIRM.kind();
  }

  @Override
  public void pressed(ButtonInteractionEvent event, String argument) {
    presses.ofAuthor(event, argument, (draft, received) -> ordering.knowing(event, received.origin(),
        known -> confirm(event, draft, received.privately(draft.order().origin().isPrivate()), known)));
  }

  private void confirm(ButtonInteractionEvent event, Draft draft, Received received, Preferences known) {
    Order order = draft.order();
    Optional<String> refusal = ordering.refusal(
        new Wish(order.request(), order.takes(), order.origin().isPrivate()), received, known);
    if (refusal.isPresent()) {
      Intake.refuse(event, refusal.get());
    } else {
      Order now = new Order(Ordering.origin(received, known), order.request(), order.takes(), order.lineage());
      intake.take(event, event.deferEdit(), hook -> confirm(hook, draft, now, known, received.origin().locale()),
          Intake::whisper);
    }
  }

  private void confirm(InteractionHook hook, Draft draft, Order order, Preferences known, Locale locale) {
    Optional<OrderDesk.Outcome> outcome = desk.confirm(draft, order, known);
    if (outcome.isEmpty()) {
      Intake.whisper(hook, Messages.of(locale, RequestText.DECIDED));
    } else if (outcome.get() instanceof OrderDesk.Outcome.Refused(var limit)) {
      Intake.whisper(hook, LimitText.of(locale, limit, hook.getJDA()));
    }
  }
}
