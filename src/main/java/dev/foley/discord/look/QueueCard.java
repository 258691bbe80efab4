package dev.foley.discord.look;

import dev.foley.discord.interaction.ButtonAction;
import dev.foley.discord.reply.Notices;
import dev.foley.discord.text.Messages;
import dev.foley.generation.Expectation;
import dev.foley.generation.Generation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import net.dv8tion.jda.api.EmbedBuilder;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.utils.TimeFormat;
import net.dv8tion.jda.api.utils.messages.MessageEditBuilder;
import net.dv8tion.jda.api.utils.messages.MessageEditData;

/** What is pending in a channel, as one of its members may see it. Pure. */
final class QueueCard {
  private static final int SHOWN_PROMPT = 80;
  private static final int SHOWN_REQUESTS = 20;
  /** Of 4,096, with room for the last line. */
  private static final int MAX_DESCRIPTION = 3_900;
  private static final int BUTTONS_IN_A_ROW = 5;

  private final Locale locale;
  private final Viewer viewer;
  private final Expectation expectation;
  private final Predicate<Generation> cancellable;
  private final Instant now;

  /** @param cancellable whether cancelling can still help */
  QueueCard(Locale locale, Viewer viewer, Expectation expectation, Predicate<Generation> cancellable, Instant now) {
    this.locale = locale;
    this.viewer = viewer;
    this.expectation = expectation;
    this.cancellable = cancellable;
    this.now = now;
  }

  /** @param requests in their order, each by those of its takes that are pending */
  MessageEditData of(List<List<Generation>> requests) {
    StringBuilder description = new StringBuilder();
    List<Button> buttons = new ArrayList<>();
    int shown = 0;
    for (List<Generation> takes : requests) {
      String entry = entry(shown + 1, takes);
      if (shown == SHOWN_REQUESTS || description.length() + entry.length() > MAX_DESCRIPTION) {
        break;
      }
      description.append(entry).append('\n');
      shown++;
      if (viewer.mayStop(takes.getFirst()) && takes.stream().anyMatch(cancellable)) {
        buttons.add(cancel(shown, takes.getFirst()));
      }
    }
    if (requests.isEmpty()) {
      description.append(Messages.of(locale, LookText.QUEUE_EMPTY));
    } else if (shown < requests.size()) {
      description.append(Messages.of(locale, LookText.QUEUE_MORE, requests.size() - shown));
    }
    return new MessageEditBuilder().setReplace(true)
        .setEmbeds(new EmbedBuilder().setTitle(Messages.of(locale, LookText.QUEUE_TITLE))
            .setDescription(description.toString()).setColor(Notices.CALM).build())
        .setComponents(rows(buttons)).build();
  }

  private String entry(int number, List<Generation> takes) {
    Generation first = takes.getFirst();
    List<String> words = new ArrayList<>();
    words.add("**" + number + "**");
    if (viewer.mayRead(first)) {
      words.add(RequestWords.title(locale, first));
      words.add("<@" + first.origin().member() + ">");
      words.add(RequestWords.quoted(first, SHOWN_PROMPT));
    } else {
      words.add(Messages.of(locale, LookText.PRIVATE_REQUEST));
    }
    List<String> print = new ArrayList<>();
    print.add(Messages.of(locale, Stage.of(takes).word()));
    print.add(Messages.of(locale, LookText.SINCE, TimeFormat.RELATIVE.format(first.createdAt())));
    due(takes).ifPresent(due -> print.add(due.isAfter(now)
        ? Messages.of(locale, LookText.EXPECTED, TimeFormat.RELATIVE.format(due))
        : Messages.of(locale, LookText.SOON)));
    return String.join(" · ", words) + "\n-# " + String.join(" · ", print);
  }

  /** When the last of the takes is usually made; empty while one is not with its service, or too little is known. */
  private Optional<Instant> due(List<Generation> takes) {
    List<Instant> each = takes.stream().filter(take -> Stage.of(take.state()) == Stage.GENERATING)
        .flatMap(take -> take.timing().submittedAt()
            .flatMap(at -> expectation.of(take).map(at::plus)).stream())
        .toList();
    return each.size() == takes.size() ? each.stream().max(Comparator.naturalOrder()) : Optional.empty();
  }

  private Button cancel(int number, Generation first) {
    return Button.secondary(ButtonAction.QUEUE.customId(first.takes().first()),
        Messages.of(locale, LookText.QUEUE_CANCEL, number));
  }

  /** The last row brings the list up to date. */
  private List<ActionRow> rows(List<Button> cancels) {
    List<ActionRow> rows = new ArrayList<>();
    for (int from = 0; from < cancels.size(); from += BUTTONS_IN_A_ROW) {
      rows.add(ActionRow.of(cancels.subList(from, Math.min(from + BUTTONS_IN_A_ROW, cancels.size()))));
    }
    rows.add(ActionRow.of(
        Button.secondary(ButtonAction.QUEUE.customId(""), Messages.of(locale, LookText.QUEUE_REFRESH))));
    return rows;
  }
}
