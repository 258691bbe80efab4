package dev.foley.check;

import dev.foley.discord.DiscordQuestionException;
import dev.foley.discord.DiscordQuestions;
import dev.foley.discord.Shards;
import java.time.Duration;

/** Whether Discord lets the shards of this instance begin, and whether there are enough in all. */
public final class ShardsProbe implements Probe {
  private static final String SUBJECT = "Shards";
  /** Of a day's starts, when one of so many is left, something starts again and again. */
  private static final int FEW = 10;

  private final DiscordQuestions discord;
  private final Shards shards;

  public ShardsProbe(DiscordQuestions discord, Shards shards) {
    this.discord = discord;
    this.shards = shards;
  }

  @Override
  public String subject() {
    return SUBJECT;
  }

  @Override
  public Finding look() {
    try {
      return judged(shards, discord.gateway());
    } catch (DiscordQuestionException e) {
      return DiscordTrouble.besides(SUBJECT, e);
    }
  }

  static Finding judged(Shards shards, DiscordQuestions.Gateway gateway) {
    int own = switch (shards) {
      case Shards.Auto _ -> gateway.recommendedShards();
      case Shards.Range range -> range.last() - range.first() + 1;
    };
    DiscordQuestions.SessionStarts starts = gateway.starts();
    String left = starts.remaining() + " of " + starts.total() + " session starts left";
    if (starts.remaining() < own) {
      return Finding.problem(SUBJECT, left + ", and a start needs " + own + ".",
          "Wait " + inWords(starts.renewedAfter()) + " for new ones, and see meanwhile what starts the bot so often.");
    }
    if (shards instanceof Shards.Range range && range.total() < gateway.recommendedShards()) {
      return Finding.warning(SUBJECT, range.total() + " in all, where Discord recommends "
          + gateway.recommendedShards() + ": it may refuse so few.",
          "Set FOLEY_SHARDS to more, for all instances together, or to auto if this is the only one.");
    }
    if (starts.remaining() < starts.total() / FEW) {
      return Finding.warning(SUBJECT, left + ".", "See what starts the bot so often. New ones come in "
          + inWords(starts.renewedAfter()) + ".");
    }
    return Finding.ok(SUBJECT, switch (shards) {
      case Shards.Auto _ -> own + ", as Discord recommends";
      case Shards.Range range -> own + " of " + range.total() + " here"
          + (own == range.total() ? "" : ", the others elsewhere");
    } + "; " + left + ".");
  }

  private static String inWords(Duration duration) {
    return duration.toHours() > 0
        ? duration.toHours() + " h " + duration.toMinutesPart() + " min"
        : Math.max(1, duration.toMinutes()) + " min";
  }
}
