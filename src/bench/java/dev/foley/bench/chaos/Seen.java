package dev.foley.bench.chaos;

import dev.foley.discord.text.Messages;
import dev.foley.discord.text.Text;
import dev.foley.playground.discord.ComponentView;
import dev.foley.playground.discord.InteractionView;
import dev.foley.playground.discord.MemberControl;
import dev.foley.playground.discord.MessageView;
import dev.foley.provider.FailureReason;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What its member sees of a request, wherever it stands.
 *
 * @param messages in the channel, in direct messages and the reply, each once
 */
record Seen(Asked asked, InteractionView interaction, List<MessageView> messages) {
  /** What can keep a sound from its member here, where services fail nobody. */
  private static final List<FailureReason> REASONS_OF_THE_BOT = List.of(FailureReason.OUTCOME_UNKNOWN,
      FailureReason.CANCELLED, FailureReason.CANCELLED_LATE);

  static Seen of(Asked asked, MemberControl control) {
    Ask ask = asked.ask();
    InteractionView interaction = control.interaction(asked.interactionId());
    Map<String, MessageView> found = new LinkedHashMap<>();
    Stream.of(interaction.responses(), control.messages(ask.member(), ask.channel()), direct(ask.member(), control))
        .flatMap(List::stream)
        .filter(message -> interaction.responses().contains(message) || text(message).contains(ask.word()))
        .forEach(message -> found.put(message.id(), message));
    return new Seen(asked, interaction, List.copyOf(found.values()));
  }

  /** Before the bot has written to a member there is no such channel. */
  private static List<MessageView> direct(String member, MemberControl control) {
    try {
      return control.messages(member, "@" + member);
    } catch (IllegalArgumentException e) {
      return List.of();
    }
  }

  boolean isAcknowledged() {
    return interaction.acknowledged();
  }

  /** Whether the member reads that the bot did not answer: at once, or after a promise whose token has ended. */
  boolean wentUnheard() {
    return interaction.state() == InteractionView.State.FAILED
        || (told().isEmpty() && messages.stream().anyMatch(MessageView::unanswered));
  }

  /** Whether any message still says that something is to come, as far as it could be changed. */
  boolean isPending() {
    return asked.replyIsOutOfReach()
        ? told().isEmpty() && !saysRestarted()
        : messages.stream().anyMatch(Seen::isPending);
  }

  private static boolean isPending(MessageView message) {
    return message.loading() || cancel(message).isPresent();
  }

  /** The custom id of its button <i>Cancel</i>, which only a pending reply has. */
  static Optional<String> cancel(MessageView message) {
    return message.components().stream().map(ComponentView::customId)
        .filter(id -> id != null && id.startsWith("cancel:")).findFirst();
  }

  /** Whether the member was asked to ask again, since the bot had restarted. */
  boolean saysRestarted() {
    return messages.stream()
        .anyMatch(message -> message.content().equals(Messages.of(Locale.ENGLISH, Text.RESTARTED)));
  }

  /** How many takes its member was told were cancelled: all of them have a card of their own. */
  int cancelled() {
    boolean all = told().stream().flatMap(message -> message.embeds().stream())
        .anyMatch(card -> Messages.of(Locale.ENGLISH, Text.CANCELLED_TITLE).equals(card.title()));
    return all
        ? asked.ask().takes()
        : toldOf(FailureReason.CANCELLED) + toldOf(FailureReason.CANCELLED_LATE);
  }

  /** Messages with sound. */
  List<MessageView> sounds() {
    return messages.stream().filter(message -> !message.attachments().isEmpty()).toList();
  }

  /** Messages that say how it ended; a line that points to one of them is none. */
  List<MessageView> told() {
    return messages.stream().filter(message -> !message.embeds().isEmpty() && !isPending(message)).toList();
  }

  int soundCount() {
    return sounds().stream().mapToInt(message -> message.attachments().size()).sum();
  }

  /** How many takes its member was told this of. */
  int toldOf(FailureReason reason) {
    String sentence = Messages.of(Locale.ENGLISH, reason);
    int told = told().stream().mapToInt(message -> count(text(message), sentence)).sum();
    // Takes that all failed for the same reason are told of once.
    boolean ofAll = told == 1 && sounds().isEmpty() && REASONS_OF_THE_BOT.stream().filter(other -> told().stream()
        .anyMatch(message -> text(message).contains(Messages.of(Locale.ENGLISH, other)))).count() == 1;
    return ofAll ? asked.ask().takes() : told;
  }

  private static int count(String text, String sentence) {
    return (text.length() - text.replace(sentence, "").length()) / sentence.length();
  }

  static String text(MessageView message) {
    StringBuilder text = new StringBuilder(message.content());
    message.embeds().forEach(embed -> text.append('\n').append(embed.title()).append('\n').append(embed.description())
        .append('\n').append(embed.footer()));
    return text.toString();
  }
}
