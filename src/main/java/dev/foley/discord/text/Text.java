package dev.foley.discord.text;

/** The sentences and labels that stand for themselves, by their keys in {@code messages.properties}. */
public enum Text implements Wording {
  QUEUED("progress.queued"),
  WAITING("progress.waiting"),
  PLACE("progress.place"),
  GENERATING("progress.generating"),
  READY("progress.ready"),
  RETRYING("progress.retrying"),
  CANCELLING("progress.cancelling"),
  FINISHED("progress.finished"),
  ESTIMATE("progress.estimate"),
  CANCEL("progress.cancel"),
  ELAPSED_SECONDS("elapsed.seconds"),
  ELAPSED_MINUTES("elapsed.minutes"),
  RESULT_TAKES("result.takes"),
  RESULT_TOOK("result.took"),
  RESULT_LINK("result.link"),
  RESULT_LINK_OF("result.link-of"),
  RESULT_TOO_LARGE("result.too-large"),
  RESULT_SOME_TOO_LARGE("result.some-too-large"),
  RESULT_UNPOSTABLE("result.unpostable"),
  RESULT_LATE("result.late"),
  RESULT_DIRECT("result.direct"),
  FAILURE_TITLE("failure.title"),
  CANCELLED_TITLE("failure.cancelled"),
  FAILURE_LATE("failure.late"),
  FAILURE_DIRECT("failure.direct"),
  TRY_AGAIN("failure.again"),
  NOTHING_TO_SAY("problem.nothing-to-say"),
  NO_OPTIONS("problem.no-options"),
  NO_KEY("refusal.no-key"),
  INSTEAD("refusal.instead"),
  SERVICE_DOWN("refusal.service-down"),
  UNKNOWN_MODEL("refusal.unknown-model"),
  MISTYPED_VOICE("refusal.mistyped-voice"),
  UNKNOWN_VOICE("refusal.unknown-voice"),
  TAKES_RANGE("refusal.takes"),
  WOULD_NOT_FIT("refusal.would-not-fit"),
  FIT_SECONDS("refusal.fit-seconds"),
  FIT_CHARACTERS("refusal.fit-characters"),
  FIT_FORMAT("refusal.fit-format"),
  FIT_MODEL("refusal.fit-model"),
  FIT_EITHER("refusal.fit-either"),
  MISSING_PERMISSIONS("refusal.permissions"),
  BUSY("refusal.busy"),
  RESTARTING("refusal.restarting"),
  NOT_RECORDED("refusal.not-recorded"),
  UNKNOWN_COMMAND("refusal.unknown-command"),
  UNKNOWN_BUTTON("refusal.unknown-button"),
  NOT_YOURS("refusal.not-yours"),
  NOT_YOURS_TO_CANCEL("refusal.not-yours-to-cancel"),
  TOO_LATE_TO_CANCEL("refusal.too-late-to-cancel"),
  ALREADY_PRESSED("refusal.already-pressed"),
  INTERNAL("refusal.internal"),
  VOICE_DEFAULT("voice.default"),
  USUAL_MODEL("model.usual"),
  MODEL_OPTIONS("model.options"),
  REQUIRED_OPTION("model.required-option"),
  NO_MODELS("model.none"),
  NOT_SET_UP("model.not-set-up"),
  LENGTH_BETWEEN("model.length-between"),
  LENGTH_ABOUT("model.length-about"),
  LENGTH_OF_TEXT("model.length-of-text"),
  PRICE_OF_CHARACTERS("model.price-of-characters"),
  COST_WITH_USD("cost.with-usd"),
  LESS_THAN_USD("cost.less-than-usd"),
  MONO("audio.channels.1"),
  STEREO("audio.channels.2"),
  CHANNELS("audio.channels.more"),
  PCM("audio.pcm"),
  PCM_FLOAT("audio.pcm-float"),
  SECONDS("audio.seconds"),
  MEGABYTES("audio.megabytes"),
  KILOBYTES("audio.kilobytes");

  private final String key;

  Text(String key) {
    this.key = key;
  }

  @Override
  public String key() {
    return key;
  }
}
