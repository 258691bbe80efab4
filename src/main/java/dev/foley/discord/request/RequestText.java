package dev.foley.discord.request;

import dev.foley.discord.text.Wording;

/** What members read while they ask for sounds, by its keys in {@code request.properties}. */
public enum RequestText implements Wording {
  COSTS("draft.costs"),
  CONFIRM("button.confirm"),
  DISMISS("button.dismiss"),
  DISMISSED("draft.dismissed"),
  DECIDED("draft.decided"),
  NOT_YOURS_TO_DECIDE("draft.not-yours"),
  NOT_YOURS("press.not-yours"),
  NOT_YOURS_TO_DELETE("press.not-yours-to-delete"),
  ALREADY_PRESSED("press.already"),
  UNDER_WAY("press.under-way"),
  LONGEST("longer.longest"),
  NO_LENGTH("longer.no-length"),
  NOTHING_TO_REMIX("remix.nothing"),
  EDIT_TITLE("edit.modal.title"),
  REMIX_TITLE("remix.modal.title"),
  PROMPT_LABEL("label.prompt"),
  TEXT_LABEL("label.text"),
  LYRICS_LABEL("label.lyrics"),
  NEGATIVE_LABEL("label.negative"),
  VOICE_LABEL("label.voice"),
  VOICE_HINT("label.voice.hint"),
  INFLUENCE_LABEL("label.influence"),
  INFLUENCE_HINT("label.influence.hint"),
  SECONDS_LABEL("label.seconds"),
  SECONDS_HINT("label.seconds.hint"),
  SEED_LABEL("label.seed"),
  SEED_HINT("label.seed.hint"),
  MODEL_LABEL("label.model"),
  MODEL_HINT("label.model.hint"),
  TOO_LONG_FOR_A_FORM("form.too-long"),
  CORRECT("button.correct"),
  MEMBER_BUDGET("limit.budget.MEMBER"),
  GUILD_BUDGET("limit.budget.GUILD"),
  CHANNEL_BUDGET("limit.budget.CHANNEL"),
  MEMBER_PENDING("limit.pending.MEMBER"),
  GUILD_PENDING("limit.pending.GUILD"),
  CHANNEL_PENDING("limit.pending.CHANNEL"),
  PENDING_PLACE("limit.pending.place"),
  DIRECT_MESSAGES("limit.pending.direct"),
  COOLDOWN("limit.cooldown");

  private final String key;

  RequestText(String key) {
    this.key = key;
  }

  @Override
  public String key() {
    return key;
  }

  @Override
  public String bundle() {
    return "request";
  }
}
