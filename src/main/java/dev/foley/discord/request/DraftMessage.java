package dev.foley.discord.request;

import dev.foley.discord.interaction.ButtonAction;
import dev.foley.discord.text.CostText;
import dev.foley.discord.text.Messages;
import dev.foley.discord.text.SafeText;
import dev.foley.generation.Draft;
import dev.foley.generation.Order;
import dev.foley.provider.Cost;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import net.dv8tion.jda.api.components.MessageTopLevelComponent;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.utils.messages.MessageEditBuilder;
import net.dv8tion.jda.api.utils.messages.MessageEditData;

/** What a member reads before a costly request, and after having declined it. Pure. */
final class DraftMessage {
  private static final int SHOWN_PROMPT = 100;

  private DraftMessage() {}

  /** What it will cost, with the buttons that decide. */
  static MessageEditData question(Draft draft, Cost cost) {
    Order order = draft.order();
    Locale locale = order.origin().locale();
    String question = Messages.of(locale, RequestText.COSTS, CostText.of(locale, cost), order.takes());
    return message(question + "\n-# " + smallPrint(order), List.of(ActionRow.of(
        Button.primary(ButtonAction.CONFIRM.customId(draft.id()), Messages.of(locale, RequestText.CONFIRM)),
        Button.secondary(ButtonAction.DISMISS.customId(draft.id()), Messages.of(locale, RequestText.DISMISS)))));
  }

  static MessageEditData dismissed(Order order) {
    return message(Messages.of(order.origin().locale(), RequestText.DISMISSED) + "\n-# " + smallPrint(order),
        List.of());
  }

  private static String smallPrint(Order order) {
    return "“" + SafeText.shown(order.request().prompt(), SHOWN_PROMPT) + "” · " + order.request().model();
  }

  /** In place of whatever the message held. */
  private static MessageEditData message(String content, List<? extends MessageTopLevelComponent> buttons) {
    return new MessageEditBuilder().setReplace(true).setContent(content).setComponents(buttons)
        .setAllowedMentions(EnumSet.noneOf(Message.MentionType.class)).build();
  }
}
