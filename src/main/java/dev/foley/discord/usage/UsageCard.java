package dev.foley.discord.usage;

import dev.foley.discord.reply.Notices;
import dev.foley.discord.text.CostText;
import dev.foley.discord.text.Messages;
import dev.foley.discord.text.SafeText;
import dev.foley.discord.usage.Usage.Allowance;
import dev.foley.discord.usage.Usage.Spent;
import dev.foley.generation.History.Tally;
import dev.foley.provider.Cost;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import net.dv8tion.jda.api.EmbedBuilder;
import net.dv8tion.jda.api.entities.MessageEmbed;
import net.dv8tion.jda.api.utils.TimeFormat;

/** What was spent, as an embed. Pure. */
final class UsageCard {
  static final String PICTURE = "usage.png";

  /** More kinds and models than this are summed up in a line. */
  private static final int SHOWN_TALLIES = 6;
  private static final int MAX_NAME = 40;
  private static final BigDecimal HUNDREDTH = new BigDecimal("0.01");
  /** The colours of the bars, which have no words. */
  private static final String BLUE = "🟦 ";
  private static final String ORANGE = "🟧 ";

  private final Locale locale;
  private final Usage usage;

  private UsageCard(Locale locale, Usage usage) {
    this.locale = locale;
    this.usage = usage;
  }

  /** @param pictured whether the picture goes with it */
  static MessageEmbed of(Locale locale, Usage usage, boolean pictured) {
    return new UsageCard(locale, usage).card(pictured);
  }

  private MessageEmbed card(boolean pictured) {
    EmbedBuilder card = new EmbedBuilder().setTitle(text(usage.period().title())).setColor(Notices.CALM);
    if (usage.isNothing()) {
      card.setDescription(text(UsageText.NOTHING));
    } else {
      card.addField((pictured ? BLUE : "") + text(UsageText.MEMBER), amounts(usage.member()), true);
      usage.server().ifPresent(
          spent -> card.addField((pictured ? ORANGE : "") + text(UsageText.SERVER), amounts(spent), true));
    }
    if (!usage.requests().isEmpty()) {
      card.addField(text(UsageText.REQUESTS), requests(), false);
    }
    if (!usage.allowances().isEmpty()) {
      card.addField(text(UsageText.BUDGETS), String.join("\n", usage.allowances().stream().map(this::left).toList()),
          false);
    }
    if (pictured) {
      card.setImage("attachment://" + PICTURE);
    }
    boolean missing = !pictured && !usage.isNothing();
    return card.setFooter(text(UsageText.SMALL_PRINT) + (missing ? " " + text(UsageText.NO_PICTURE) : "")).build();
  }

  private String amounts(Spent spent) {
    List<String> lines = new ArrayList<>();
    lines.add("**" + credits(spent.credits()) + "**");
    spent.amounts().byUnit().entrySet().stream().filter(unit -> unit.getValue().signum() > 0) // else it was free
        .forEach(unit -> lines.add(CostText.of(locale, new Cost(unit.getValue(), unit.getKey()))));
    return String.join("\n", lines);
  }

  private String requests() {
    List<Tally> tallies = usage.requests();
    List<String> lines = new ArrayList<>();
    lines.add(text(UsageText.REQUESTS_AND_SOUNDS, tallies.stream().mapToInt(Tally::requests).sum(),
        tallies.stream().mapToInt(Tally::sounds).sum()));
    tallies.stream().limit(SHOWN_TALLIES).forEach(tally -> lines.add(text(UsageText.REQUESTS_OF,
        Messages.title(locale, tally.kind()), SafeText.shown(tally.model().value(), MAX_NAME), tally.requests())));
    if (tallies.size() > SHOWN_TALLIES) {
      lines.add(text(UsageText.MORE_MODELS, tallies.size() - SHOWN_TALLIES));
    }
    return String.join("\n", lines);
  }

  private String left(Allowance allowance) {
    return text(UsageText.LEFT, text(name(allowance)), number(allowance.left(), RoundingMode.DOWN),
        credits(allowance.budget()), TimeFormat.RELATIVE.format(allowance.renewsAt().toEpochMilli()));
  }

  private static UsageText name(Allowance allowance) {
    boolean daily = allowance.daily();
    return switch (allowance.scope()) {
      case MEMBER -> daily ? UsageText.MEMBER_DAILY : UsageText.MEMBER_MONTHLY;
      case MEMBER_HERE -> daily ? UsageText.MEMBER_HERE_DAILY : UsageText.MEMBER_HERE_MONTHLY;
      case SERVER -> daily ? UsageText.SERVER_DAILY : UsageText.SERVER_MONTHLY;
    };
  }

  private String credits(BigDecimal amount) {
    return amount.signum() > 0 && amount.compareTo(HUNDREDTH) < 0
        ? text(UsageText.LESS_THAN, number(HUNDREDTH, RoundingMode.HALF_UP))
        : text(UsageText.CREDITS, number(amount, RoundingMode.HALF_UP), amount.setScale(2, RoundingMode.HALF_UP));
  }

  /** What is left is rounded down: what is promised can be spent. */
  private String number(BigDecimal amount, RoundingMode rounding) {
    NumberFormat format = NumberFormat.getNumberInstance(locale);
    format.setMaximumFractionDigits(2);
    format.setRoundingMode(rounding);
    return format.format(amount);
  }

  private String text(UsageText text, Object... arguments) {
    return Messages.of(locale, text, arguments);
  }
}
