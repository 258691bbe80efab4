package dev.foley.discord.look;

import dev.foley.discord.text.Wording;

/** What members read of what is under way and of what was made before. */
public enum LookText implements Wording {
  CANCELLING("stage.cancelling"),
  GENERATING("stage.generating"),
  QUEUED("stage.queued"),
  READY("stage.ready"),
  DELIVERED("stage.delivered"),
  UNDELIVERED("stage.undelivered"),
  FAILED("stage.failed"),
  CANCELLED("stage.cancelled"),
  PRIVATE_REQUEST("private-request"),
  QUEUE_TITLE("queue.title"),
  QUEUE_EMPTY("queue.empty"),
  QUEUE_MORE("queue.more"),
  QUEUE_CANCEL("queue.button.cancel"),
  QUEUE_REFRESH("queue.button.refresh"),
  SINCE("queue.since"),
  EXPECTED("queue.expected"),
  SOON("queue.soon"),
  HISTORY_TITLE("history.title"),
  HISTORY_HERE("history.title-here"),
  HISTORY_OF("history.of"),
  HISTORY_EMPTY("history.empty"),
  HISTORY_EMPTY_OF_OTHER("history.empty-of-other"),
  HISTORY_NOT_YOURS("history.not-yours"),
  HISTORY_NEWER("history.button.newer"),
  HISTORY_OLDER("history.button.older"),
  OPEN("history.open"),
  SHOW_ONE("show.choose"),
  SHOW_UNKNOWN("show.unknown"),
  SHOW_PENDING("show.pending"),
  SHOW_PENDING_DIRECT("show.pending-direct"),
  SHOW_FAILED("show.failed"),
  SHOW_ASKED("show.asked"),
  SHOW_ASKED_BY("show.asked-by"),
  SHOW_FROM_MESSAGE("show.from-message"),
  SHOW_FROM_SERVICE("show.from-service"),
  SHOW_GONE("show.gone"),
  SHOW_NOT_NOW("show.not-now"),
  MINUTES_AGO("ago.minutes"),
  HOURS_AGO("ago.hours"),
  DAYS_AGO("ago.days"),
  JUST_NOW("ago.now"),
  SEED("show.seed"),
  BUTTON_AGAIN("button.again"),
  BUTTON_EDIT("button.edit"),
  BUTTON_DETAILS("button.details"),
  BUTTON_SHOW("button.show"),
  OPEN_MESSAGE("button.open"),
  AGAIN_OF("lineage.again"),
  EDIT_OF("lineage.edit"),
  LONGER_OF("lineage.longer"),
  REMIX_OF("lineage.remix"),
  MADE_OUT_OF_IT("lineage.children"),
  DETAILS_OF_NOTHING("details.of-nothing"),
  DETAILS_GONE("details.gone"),
  DETAILS_PRIVATE("details.private"),
  FIELD_MODEL("details.model"),
  FIELD_OPTIONS("details.options"),
  FIELD_SOUND("details.sound"),
  FIELD_TIMES("details.times"),
  FIELD_COST("details.cost"),
  FIELD_LINEAGE("details.lineage"),
  LEFT_TO_MODEL("details.left-to-model"),
  YES("details.yes"),
  NO("details.no"),
  LOUDNESS("details.loudness"),
  CLIPPED("details.clipped"),
  SILENT("details.silent"),
  TIME_ASKED("details.asked"),
  TIME_SUBMITTED("details.submitted"),
  TIME_ANSWERED("details.answered"),
  TIME_DELIVERED("details.delivered"),
  TIME_TOOK("details.took"),
  ESTIMATE("details.estimate"),
  RESERVED("details.reserved"),
  CHARGED("details.charged"),
  CHARGED_REPORTED("details.charged-reported"),
  RELEASED("details.released"),
  UNCERTAIN("details.uncertain");

  private final String key;

  LookText(String key) {
    this.key = key;
  }

  @Override
  public String key() {
    return key;
  }

  @Override
  public String bundle() {
    return "look";
  }
}
