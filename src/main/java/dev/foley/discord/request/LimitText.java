package dev.foley.discord.request;

import dev.foley.discord.text.Messages;
import dev.foley.generation.ChannelId;
import dev.foley.generation.LimitReached;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.entities.channel.middleman.GuildChannel;
import net.dv8tion.jda.api.utils.TimeFormat;

/** Says which limit stands against a request, and when it will not any more. */
final class LimitText {
  private LimitText() {}

  /** @param jda knows by heart which channels are a server's */
  static String of(Locale locale, LimitReached limit, JDA jda) {
    return switch (limit) {
      case LimitReached.Budget(var whose, var budget, var spent, var wanted, Instant renewsAt) ->
        Messages.of(locale, switch (whose) {
          case MEMBER -> RequestText.MEMBER_BUDGET;
          case GUILD -> RequestText.GUILD_BUDGET;
          case CHANNEL -> RequestText.CHANNEL_BUDGET;
        }, spent, budget, wanted, TimeFormat.DATE_TIME_SHORT.format(renewsAt), TimeFormat.RELATIVE.format(renewsAt));
      case LimitReached.Pending(var whose, int pending, int most, var where) ->
        Messages.of(locale, switch (whose) {
          case MEMBER -> RequestText.MEMBER_PENDING;
          case GUILD -> RequestText.GUILD_PENDING;
          case CHANNEL -> RequestText.CHANNEL_PENDING;
        }, pending, most, places(locale, where, jda));
      case LimitReached.Cooldown(Instant until) ->
        Messages.of(locale, RequestText.COOLDOWN,
            TimeFormat.RELATIVE.format(until.plusMillis(999).truncatedTo(ChronoUnit.SECONDS)));
    };
  }

  /** Such as {@code 3 in #music and 1 in direct messages}. */
  private static String places(Locale locale, Map<ChannelId, Integer> where, JDA jda) {
    List<String> places = new ArrayList<>();
    int elsewhere = 0;
    for (ChannelId channel : where.keySet().stream().sorted(Comparator.comparingLong(ChannelId::value)).toList()) {
      if (jda.getChannelById(GuildChannel.class, channel.value()) != null) {
        places
            .add(Messages.of(locale, RequestText.PENDING_PLACE, where.getOrDefault(channel, 0), "<#" + channel + ">"));
      } else {
        elsewhere += where.getOrDefault(channel, 0);
      }
    }
    if (elsewhere > 0) {
      places.add(Messages.of(locale, RequestText.PENDING_PLACE, elsewhere,
          Messages.of(locale, RequestText.DIRECT_MESSAGES)));
    }
    return Messages.list(locale, places);
  }
}
