package dev.foley.discord.request;

import dev.foley.discord.interaction.Intake;
import dev.foley.discord.interaction.PreferenceSource;
import dev.foley.discord.interaction.Received;
import dev.foley.discord.interaction.RecentPresses;
import dev.foley.discord.text.Messages;
import dev.foley.discord.text.Text;
import dev.foley.generation.Order;
import dev.foley.generation.Origin;
import dev.foley.generation.StoreException;
import dev.foley.generation.policy.Preferences;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import net.dv8tion.jda.api.interactions.InteractionHook;
import net.dv8tion.jda.api.interactions.callbacks.IReplyCallback;

/**
 * The way of every request, whether a command, a button or a form asks for it: what the server's managers have set is known; the wish
 * is fitted to the place; refused, or the interaction acknowledged; and on a work thread recorded, or made a draft. Does not block.
 */
final class Ordering {
  private final PreferenceSource preferences;
  private final Refusals refusals;
  private final HouseRules rules;
  private final OrderDesk desk;
  private final Intake intake;
  private final RecentPresses presses = new RecentPresses();

  Ordering(PreferenceSource preferences, Refusals refusals, HouseRules rules, OrderDesk desk, Intake intake) {
    this.preferences = preferences;
    this.refusals = refusals;
    this.rules = rules;
    this.desk = desk;
    this.intake = intake;
  }

  /** Hands over what counts where the interaction comes from, before long, maybe on another thread; else the member is told. */
  void knowing(IReplyCallback event, Origin origin, Consumer<Preferences> then) {
    preferences.at(origin, known -> Intake.guarded(event, () -> then.accept(known)),
        () -> Intake.refuse(event, Messages.of(Received.locale(event), Text.NOT_RECORDED)));
  }

  /** For an interaction that has not been answered. */
  void order(IReplyCallback event, Ask ask) {
    knowing(event, ask.received().origin(),
        known -> order(event, ask, known, sentence -> Intake.refuse(event, sentence)));
  }

  /** As above, where the preferences are known, and a refusal is told in a way of its own. */
  void order(IReplyCallback event, Ask ask, Preferences known, Consumer<String> refuse) {
    Ask fitted = ask.with(refusals.fitted(ask.wish(), ask.received().origin()));
    Optional<String> refusal = refusal(fitted.wish(), fitted.received(), known);
    if (refusal.isPresent()) {
      refuse.accept(refusal.get());
    } else if (!isFirst(fitted)) {
      refuse.accept(Messages.of(Received.locale(event),
          ask.answer() == Answer.IN_PLACE ? Text.ALREADY_PRESSED : RequestText.ALREADY_PRESSED));
    } else if (!intake.take(event, ask.answer().acknowledge(event, ask.wish().isPrivate()),
        hook -> take(hook, fitted, known), (hook, sentence) -> tell(hook, fitted, sentence))) {
      forget(fitted);
    }
  }

  /** Why a wish cannot be taken; empty if it can. Pure. */
  Optional<String> refusal(Wish wish, Received received, Preferences known) {
    return refusals.of(wish, received).or(() -> rules.refusal(known, received, wish.request()));
  }

  /** Where a request of this kind comes from: what everybody sees is in the server's language, if its managers have set one. */
  static Origin origin(Received received, Preferences known) {
    return received.origin().isPrivate()
        ? received.origin()
        : known.language().map(received::in).orElse(received).origin();
  }

  /** @throws StoreException if the database does not answer */
  private void take(InteractionHook hook, Ask ask, Preferences known) {
    Wish wish = ask.wish();
    Order order = new Order(origin(ask.received(), known), wish.request(), wish.takes(), ask.lineage());
    switch (desk.take(order, known)) {
      case OrderDesk.Outcome.Accepted _ -> {
      }
      case OrderDesk.Outcome.Asked(var draft, var cost) -> {
        forget(ask);
        Intake.insist(() -> hook.editOriginal(DraftMessage.question(draft, cost)));
      }
      case OrderDesk.Outcome.Refused(var limit) -> {
        Locale locale = ask.received().origin().locale();
        tell(hook, ask, LimitText.of(locale, limit, hook.getJDA()));
      }
    }
  }

  private void tell(InteractionHook hook, Ask ask, String sentence) {
    forget(ask);
    ask.answer().tell(hook, ask.wish().isPrivate(), sentence);
  }

  private boolean isFirst(Ask ask) {
    Instant now = ask.received().origin().receivedAt();
    return ask.button().isEmpty() || presses.first(ask.button().get(), now);
  }

  private void forget(Ask ask) {
    ask.button().ifPresent(presses::forget);
  }
}
