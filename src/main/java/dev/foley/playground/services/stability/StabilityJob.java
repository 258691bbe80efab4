package dev.foley.playground.services.stability;

import dev.foley.playground.services.Fault;
import dev.foley.playground.services.FileForm;
import dev.foley.playground.services.RenderedClips;
import dev.foley.playground.services.ResultFile;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One accepted generation. Its whole future is drawn when it is accepted.
 *
 * @param id 64 hexadecimal digits
 * @param key that submitted it, and alone may ask for it
 * @param endsAt by the clock; a synchronous call is answered then
 * @param fault that it lives with
 */
record StabilityJob(String id, String key, StabilityRequest request, Instant endsAt,
    RenderedClips.Clip clip, Optional<Fault> fault) {
  /** How long a result can be fetched, as clients say. */
  private static final Duration KEPT = Duration.ofHours(24);

  enum Status {
    IN_PROGRESS, DONE, FAILED, EXPIRED
  }

  Status status(Instant now) {
    if (now.isBefore(endsAt) || ends(Fault.Outcome.End.NEVER)) {
      return Status.IN_PROGRESS;
    }
    if (!now.isBefore(endsAt.plus(KEPT))) {
      return Status.EXPIRED;
    }
    return fails() ? Status.FAILED : Status.DONE;
  }

  /** When it will end; empty once it has, or if it never will. */
  Optional<Instant> due(Instant now) {
    return now.isBefore(endsAt) && !neverEnds() ? Optional.of(endsAt) : Optional.empty();
  }

  boolean fails() {
    return ends(Fault.Outcome.End.ERROR_OBJECT);
  }

  boolean filtered() {
    return ends(Fault.Outcome.End.FILTERED);
  }

  boolean neverEnds() {
    return ends(Fault.Outcome.End.NEVER);
  }

  /** Failures are free. */
  boolean free() {
    return fails() || filtered();
  }

  /** The seed that gives this sound again; never 0. */
  long seed() {
    return clip.sound().seed();
  }

  private boolean ends(Fault.Outcome.End end) {
    return fault.isPresent() && fault.get() instanceof Fault.Outcome outcome && outcome.end() == end;
  }

  ResultFile file(RenderedClips clips) {
    return new ResultFile(filtered() ? FileForm.SILENT : form(), clip, clips);
  }

  String contentType() {
    return form() == FileForm.WRONG_CONTENT_TYPE ? "text/plain" : clip.coding().contentType();
  }

  private FileForm form() {
    return fault.isPresent() && fault.get() instanceof Fault.File file ? file.form() : FileForm.USUAL;
  }
}
