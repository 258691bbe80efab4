package dev.foley.provider;

/** Why a member gets no sound. Each has a sentence in the message bundle, and says what it may have cost. */
public enum FailureReason {
  /** The service found the request itself wrong. */
  REQUEST_REFUSED(Charge.NONE),
  /** The service does not make this: its rules, or somebody's rights, are against it. */
  CONTENT_REFUSED(Charge.NONE),
  /** The service understands English only. */
  LANGUAGE_REFUSED(Charge.NONE),
  /** The service does not know this voice, or this account may not use it. */
  VOICE_REFUSED(Charge.NONE),
  /** The host's key is missing, wrong or expired. */
  KEY_REJECTED(Charge.NONE),
  /** The host's account at the service is used up. */
  OUT_OF_CREDITS(Charge.NONE),
  /** The host's plan at the service does not include this. */
  PLAN_INSUFFICIENT(Charge.NONE),
  /** The model is not configured here (any more). */
  MODEL_UNAVAILABLE(Charge.NONE),
  /** The service could not be reached, or refused for want of room, for as long as we keep asking. */
  SERVICE_UNAVAILABLE(Charge.NONE),
  /** The submit was sent and its answer is not known. */
  OUTCOME_UNKNOWN(Charge.POSSIBLE),
  /** The service accepted the job and then gave it up. */
  GENERATION_FAILED(Charge.NONE),
  /** The job did not end before its deadline. */
  DEADLINE_PASSED(Charge.POSSIBLE),
  /** The service took the job, looked at it, and refused it; some charge for that. */
  JOB_REFUSED(Charge.POSSIBLE),
  /** A member did not want it any more. */
  CANCELLED(Charge.NONE),
  /** A member did not want it any more, and the service has not said that it stopped. */
  CANCELLED_LATE(Charge.POSSIBLE),
  /** The service says it is done and names no file. */
  RESULT_MISSING(Charge.POSSIBLE),
  /** The file could not be fetched before the deadline. */
  RESULT_UNREACHABLE(Charge.POSSIBLE),
  /** The file's address is one that Foley does not fetch from. */
  RESULT_ADDRESS_REFUSED(Charge.POSSIBLE),
  /** The bytes are not audio. */
  RESULT_NOT_AUDIO(Charge.POSSIBLE),
  /** There is nothing to be heard in it. */
  RESULT_SILENT(Charge.POSSIBLE),
  /** The file ends before its header says. */
  RESULT_TRUNCATED(Charge.POSSIBLE),
  /** The file is larger than Foley takes. */
  RESULT_TOO_LARGE(Charge.POSSIBLE),
  /** The service answered with the sound, and the disk here did not take it. */
  RESULT_NOT_KEPT(Charge.MADE),
  /** The sound exists, and no way to the member was left. */
  UNDELIVERABLE(Charge.MADE);

  /** What it may have cost. */
  public enum Charge {
    /** Nothing, by the service's documents. */
    NONE,
    /** Perhaps. */
    POSSIBLE,
    /** The price of the sound. */
    MADE
  }

  private final Charge charge;

  FailureReason(Charge charge) {
    this.charge = charge;
  }

  public Charge charge() {
    return charge;
  }
}
