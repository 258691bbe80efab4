package dev.foley.bench.chaos;

/** When the bot is killed. */
enum KillMoment {
  AT_RANDOM("at random"),
  STARTING("between start and READY"),
  STARTED("right after READY"),
  ACKNOWLEDGED("interaction acknowledged"),
  SUBMIT_RECEIVED("submit received"),
  SUBMIT_ACCEPTED("submit accepted, not answered"),
  SUBMIT_ANSWERED("submit answered"),
  POLLED("asked how far it is"),
  DOWNLOADING("download begun"),
  PROGRESS("progress edited"),
  CANCELLED("cancel pressed"),
  UPLOADED("upload received"),
  RESULT_IN_REPLY("result in the reply, not answered"),
  LOOKING("looking for an earlier message"),
  RESULT_IN_CHANNEL("result in the channel, not answered"),
  RESULT_DIRECT("result in a direct message, not answered");

  private final String words;

  KillMoment(String words) {
    this.words = words;
  }

  /** For the table. */
  String words() {
    return words;
  }

  /** Whether it comes by itself, without anything that a request has to do. */
  boolean needsNoRequest() {
    return this == STARTING || this == STARTED;
  }
}
