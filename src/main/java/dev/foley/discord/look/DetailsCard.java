package dev.foley.discord.look;

import dev.foley.discord.interaction.ButtonAction;
import dev.foley.discord.reply.Notices;
import dev.foley.discord.text.AudioFacts;
import dev.foley.discord.text.Messages;
import dev.foley.discord.text.SafeText;
import dev.foley.generation.Generation;
import dev.foley.generation.GenerationState;
import dev.foley.generation.LedgerEntry;
import dev.foley.provider.AudioModel;
import dev.foley.provider.AudioRequest;
import dev.foley.provider.ModelCatalogue;
import dev.foley.provider.Parameter;
import dev.foley.provider.ParameterRange;
import dev.foley.provider.ParameterValue;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import net.dv8tion.jda.api.EmbedBuilder;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.entities.MessageEmbed;
import net.dv8tion.jda.api.utils.TimeFormat;
import net.dv8tion.jda.api.utils.messages.MessageEditBuilder;
import net.dv8tion.jda.api.utils.messages.MessageEditData;

/** Everything that is known of a request. Pure. */
final class DetailsCard {
  /** Escaped it may have twice as many characters, of 4,096; and all of the card has 6,000. */
  private static final int SHOWN_PROMPT = 1_500;
  private static final int SHOWN_VALUE = 120;

  private final Viewer viewer;
  private final Locale locale;
  private final ModelCatalogue catalogue;

  DetailsCard(Viewer viewer, ModelCatalogue catalogue) {
    this.viewer = viewer;
    this.locale = viewer.origin().locale();
    this.catalogue = catalogue;
  }

  /**
   * @param takes all of a request, in their order
   * @param lines what the ledger says of them
   */
  MessageEditData of(List<Generation> takes, List<LedgerEntry> lines, Kin kin) {
    Generation first = takes.getFirst();
    Optional<AudioModel> model = catalogue.model(first.request().model());
    EmbedBuilder card = new EmbedBuilder().setTitle(RequestWords.title(locale, first)).setColor(Notices.CALM)
        .setDescription(RequestWords.quoted(first, SHOWN_PROMPT)).setFooter(first.takes().first().value());
    field(card, LookText.FIELD_MODEL, List.of(first.request().model().value()
        + model.map(known -> " · " + Messages.of(locale, known.provider())).orElse("")));
    field(card, LookText.FIELD_OPTIONS, options(first.request(), model));
    field(card, LookText.FIELD_SOUND, takes.stream().map(take -> SoundWords.of(locale, take)).toList());
    field(card, LookText.FIELD_TIMES, times(takes));
    field(card, LookText.FIELD_COST, MoneyWords.lines(locale, model.flatMap(known -> known.estimate(first.request())),
        takes.size(), lines));
    field(card, LookText.FIELD_LINEAGE, lineage(kin));
    return new MessageEditBuilder().setReplace(true).setEmbeds(card.build()).setComponents(rows(takes)).build();
  }

  /** What does not fit is left out by whole lines. */
  private static void field(EmbedBuilder card, String name, List<String> lines) {
    StringBuilder text = new StringBuilder();
    for (String line : lines) {
      if (text.length() + line.length() < MessageEmbed.VALUE_MAX_LENGTH) {
        text.append(text.isEmpty() ? "" : "\n").append(line);
      }
    }
    boolean fits = card.length() + name.length() + text.length() <= MessageEmbed.EMBED_MAX_LENGTH_BOT;
    if (!text.isEmpty() && fits) {
      card.addField(name, text.toString(), false);
    }
  }

  private void field(EmbedBuilder card, LookText name, List<String> lines) {
    field(card, Messages.of(locale, name), lines);
  }

  /** What was asked for, and what was left to the model. */
  private List<String> options(AudioRequest request, Optional<AudioModel> model) {
    List<String> lines = new ArrayList<>();
    new TreeMap<>(request.parameters())
        .forEach((parameter, value) -> lines.add(Messages.of(locale, parameter) + " **" + shown(value) + "**"));
    List<String> left = model.stream().flatMap(known -> known.parameters().entrySet().stream())
        .filter(entry -> !request.parameters().containsKey(entry.getKey()))
        .map(entry -> left(entry.getKey(), entry.getValue())).toList();
    if (!left.isEmpty()) {
      lines.add("-# " + Messages.of(locale, LookText.LEFT_TO_MODEL, String.join(", ", left)));
    }
    return lines;
  }

  private String shown(ParameterValue value) {
    return switch (value) {
      case ParameterValue.Quantity(BigDecimal number) -> number.toPlainString();
      case ParameterValue.Text(String text) -> SafeText.shown(text, SHOWN_VALUE);
      case ParameterValue.Flag(boolean yes) -> Messages.of(locale, yes ? LookText.YES : LookText.NO);
    };
  }

  /** With the value that is documented, if one is. */
  private String left(Parameter parameter, ParameterRange range) {
    return Messages.of(locale, parameter) + (range instanceof ParameterRange.Numbers numbers
        ? numbers.defaultValue().map(value -> " (" + value.toPlainString() + ")").orElse("")
        : "");
  }

  /** Of several takes, from the first submit to the last answer. */
  private List<String> times(List<Generation> takes) {
    List<String> lines = new ArrayList<>();
    lines.add(moment(LookText.TIME_ASKED, takes.getFirst().createdAt()));
    Optional<Instant> submitted = takes.stream().flatMap(take -> take.timing().submittedAt().stream())
        .min(Comparator.naturalOrder());
    submitted.ifPresent(at -> lines.add(moment(LookText.TIME_SUBMITTED, at)));
    Optional<Instant> answered = takes.stream().flatMap(take -> take.timing().answeredAt().stream())
        .max(Comparator.naturalOrder());
    answered.ifPresent(at -> lines.add(moment(LookText.TIME_ANSWERED, at)));
    takes.stream().map(Generation::state).filter(GenerationState.Delivered.class::isInstance)
        .map(GenerationState.Delivered.class::cast).findFirst()
        .ifPresent(delivered -> lines.add(moment(LookText.TIME_DELIVERED, delivered.at())));
    submitted.flatMap(from -> answered.map(until -> AudioFacts.elapsed(locale, Duration.between(from, until))))
        .ifPresent(took -> lines.add(Messages.of(locale, LookText.TIME_TOOK, took)));
    return lines;
  }

  private String moment(LookText name, Instant at) {
    return Messages.of(locale, name, TimeFormat.DATE_TIME_LONG.format(at));
  }

  private List<String> lineage(Kin kin) {
    List<String> lines = new ArrayList<>();
    kin.descent(locale, parent -> mayFollow(parent)).ifPresent(lines::add);
    kin.descendants(locale, viewer::mayRead, this::mayFollow).ifPresent(lines::add);
    return lines;
  }

  private boolean mayFollow(Generation other) {
    return viewer.owns(other) || (!other.origin().isPrivate() && viewer.isFromHere(other));
  }

  private List<ActionRow> rows(List<Generation> takes) {
    Generation first = takes.getFirst();
    return viewer.mayShow(first) && Stage.of(takes).isMade()
        ? List.of(ActionRow.of(Button.secondary(ButtonAction.SHOW.customId(first.takes().first()),
            Messages.of(locale, LookText.BUTTON_SHOW))))
        : List.of();
  }
}
