package dev.foley.discord;

/** The sentences and labels that stand for themselves, by their keys in {@code messages.properties}. */
enum Text {
  OPTION_DEFAULT("option.default"),
  QUEUED("progress.queued"),
  WAITING("progress.waiting"),
  GENERATING("progress.generating"),
  RETRYING("progress.retrying"),
  FINISHED("progress.finished"),
  ELAPSED_SECONDS("elapsed.seconds"),
  ELAPSED_MINUTES("elapsed.minutes"),
  RESULT_TITLE("result.title"),
  RESULT_TOOK("result.took"),
  RESULT_LINK("result.link"),
  RESULT_TOO_LARGE("result.too-large"),
  RESULT_LATE("result.late"),
  RESULT_DIRECT("result.direct"),
  FAILURE_TITLE("failure.title"),
  FAILURE_LATE("failure.late"),
  FAILURE_DIRECT("failure.direct"),
  TRY_AGAIN("failure.again"),
  NO_KEY("refusal.no-key"),
  MISSING_PERMISSIONS("refusal.permissions"),
  BUSY("refusal.busy"),
  RESTARTING("refusal.restarting"),
  NOT_RECORDED("refusal.not-recorded"),
  UNKNOWN_COMMAND("refusal.unknown-command"),
  UNKNOWN_BUTTON("refusal.unknown-button"),
  NOT_YOURS("refusal.not-yours"),
  ALREADY_PRESSED("refusal.already-pressed"),
  INTERNAL("refusal.internal"),
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

  String key() {
    return key;
  }
}
