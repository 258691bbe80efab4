package dev.foley.discord.look;

import dev.foley.discord.interaction.ButtonAction;
import dev.foley.discord.reply.Notices;
import dev.foley.discord.text.Messages;
import dev.foley.generation.Generation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import net.dv8tion.jda.api.EmbedBuilder;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.components.selections.SelectOption;
import net.dv8tion.jda.api.components.selections.StringSelectMenu;
import net.dv8tion.jda.api.utils.TimeFormat;
import net.dv8tion.jda.api.utils.messages.MessageEditBuilder;
import net.dv8tion.jda.api.utils.messages.MessageEditData;

/** A page of somebody's requests. Pure. */
final class HistoryCard {
  private static final int SHOWN_PROMPT = 80;

  private final Viewer viewer;
  private final Locale locale;
  private final Instant now;

  HistoryCard(Viewer viewer, Instant now) {
    this.viewer = viewer;
    this.locale = viewer.origin().locale();
    this.now = now;
  }

  MessageEditData of(HistoryPage page) {
    boolean own = page.member().equals(viewer.origin().member());
    boolean inServer = viewer.origin().guild().isPresent();
    List<String> lines = new ArrayList<>();
    if (!own) {
      lines.add(Messages.of(locale, LookText.HISTORY_OF, "<@" + page.member() + ">"));
    }
    if (page.requests().isEmpty()) {
      lines.add(Messages.of(locale, own ? LookText.HISTORY_EMPTY : LookText.HISTORY_EMPTY_OF_OTHER));
    }
    page.requests().forEach(takes -> lines.add(entry(takes)));
    EmbedBuilder card = new EmbedBuilder()
        .setTitle(Messages.of(locale, inServer ? LookText.HISTORY_HERE : LookText.HISTORY_TITLE))
        .setDescription(String.join("\n", lines)).setColor(Notices.CALM);
    return new MessageEditBuilder().setReplace(true).setEmbeds(card.build()).setComponents(rows(page)).build();
  }

  private String entry(List<Generation> takes) {
    Generation first = takes.getFirst();
    Stage stage = Stage.of(takes);
    List<String> words = new ArrayList<>();
    words.add(TimeFormat.DATE_TIME_SHORT.format(first.createdAt()));
    words.add(RequestWords.title(locale, first));
    List<String> print = new ArrayList<>();
    print.add(Messages.of(locale, stage.word()));
    if (viewer.mayRead(first)) {
      words.add(RequestWords.quoted(first, SHOWN_PROMPT));
      RequestWords.length(locale, first).ifPresent(print::add);
      print.add(first.request().model().value());
      takes.stream().flatMap(take -> MessageLinks.of(take).stream()).findFirst()
          .ifPresent(link -> print.add("[" + Messages.of(locale, LookText.OPEN) + "](" + link + ")"));
      print.add(first.takes().first().value());
    } else {
      words.add(Messages.of(locale, LookText.PRIVATE_REQUEST));
    }
    return String.join(" · ", words) + "\n-# " + String.join(" · ", print);
  }

  private List<ActionRow> rows(HistoryPage page) {
    List<ActionRow> rows = new ArrayList<>();
    choice(page).ifPresent(choice -> rows.add(ActionRow.of(choice)));
    List<Button> turns = new ArrayList<>();
    if (page.newer()) {
      turns.add(turn(HistoryCursor.newer(page.member(), page.requests().getFirst().getFirst().id()),
          LookText.HISTORY_NEWER));
    }
    if (page.older()) {
      turns.add(turn(HistoryCursor.older(page.member(), page.requests().getLast().getFirst().id()),
          LookText.HISTORY_OLDER));
    }
    if (!turns.isEmpty()) {
      rows.add(ActionRow.of(turns));
    }
    return rows;
  }

  private Button turn(HistoryCursor to, LookText label) {
    return Button.secondary(to.customId(), Messages.of(locale, label));
  }

  /** Those that can be put before the member again. */
  private Optional<StringSelectMenu> choice(HistoryPage page) {
    List<SelectOption> options = page.requests().stream()
        .filter(takes -> Stage.of(takes).isMade() && viewer.mayShow(takes.getFirst())).map(List::getFirst)
        .map(first -> SelectOption.of(ShowChoices.label(locale, first, now), first.id().value())).toList();
    return options.isEmpty()
        ? Optional.empty()
        : Optional.of(StringSelectMenu.create(ButtonAction.SHOW.customId(""))
            .setPlaceholder(Messages.of(locale, LookText.SHOW_ONE)).addOptions(options).build());
  }
}
