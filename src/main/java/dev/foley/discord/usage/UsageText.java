package dev.foley.discord.usage;

import dev.foley.discord.text.Wording;

/** What members read of what was spent. */
enum UsageText implements Wording {
  DAY("period.day"),
  MONTH("period.month"),
  DAYS_30("period.30days"),
  TODAY("title.day"),
  THIS_MONTH("title.month"),
  LAST_30_DAYS("title.30days"),
  NOTHING("nothing"),
  MEMBER("member"),
  SERVER("server"),
  CREDITS("credits"),
  LESS_THAN("credits.less-than"),
  REQUESTS("requests"),
  REQUESTS_AND_SOUNDS("requests.and-sounds"),
  REQUESTS_OF("requests.of"),
  MORE_MODELS("requests.more"),
  BUDGETS("budgets"),
  MEMBER_DAILY("budget.member.day"),
  MEMBER_MONTHLY("budget.member.month"),
  MEMBER_HERE_DAILY("budget.member-here.day"),
  MEMBER_HERE_MONTHLY("budget.member-here.month"),
  SERVER_DAILY("budget.server.day"),
  SERVER_MONTHLY("budget.server.month"),
  LEFT("budget.left"),
  SMALL_PRINT("small-print"),
  NO_PICTURE("no-picture"),
  PICTURE("picture"),
  UNREADABLE("unreadable");

  private final String key;

  UsageText(String key) {
    this.key = key;
  }

  @Override
  public String key() {
    return key;
  }

  @Override
  public String bundle() {
    return "usage";
  }
}
