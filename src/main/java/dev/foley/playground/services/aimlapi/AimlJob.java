package dev.foley.playground.services.aimlapi;

import dev.foley.playground.services.Fault;
import dev.foley.playground.services.FileForm;
import dev.foley.playground.services.RenderedClips;
import dev.foley.playground.services.ResultFile;
import java.time.Instant;
import java.util.Optional;

/**
 * One accepted job. Its whole future is drawn when it is accepted, so that its status is a matter of the time alone.
 *
 * @param key that submitted it, and alone may ask for it
 * @param clip what its file is made from
 * @param place of its file
 * @param traceId that MiniMax tells
 * @param fault that it lives with
 */
record AimlJob(String id, String key, AimlRequest request, Instant startsAt, Instant endsAt, long credits,
    RenderedClips.Clip clip, AimlStorage.Place place, String traceId, Optional<Fault> fault) {
  /** As the schema spells them, in lower case. */
  enum Status {
    QUEUED, GENERATING, COMPLETED, ERROR
  }

  Status status(Instant now) {
    if (now.isBefore(startsAt)) {
      return Status.QUEUED;
    }
    if (now.isBefore(endsAt) || neverEnds()) {
      return Status.GENERATING;
    }
    return fails() ? Status.ERROR : Status.COMPLETED;
  }

  /** When it will end; empty once it has, or if it never will. */
  Optional<Instant> due(Instant now) {
    return now.isBefore(endsAt) && !neverEnds() ? Optional.of(endsAt) : Optional.empty();
  }

  boolean unfinished(Instant now) {
    return now.isBefore(endsAt) || neverEnds();
  }

  /** Whether it ends, or will end, in an error. */
  boolean fails() {
    return fault.isPresent() && fault.get() instanceof Fault.Outcome outcome && outcome.failed();
  }

  FileForm form() {
    return fault.isPresent() && fault.get() instanceof Fault.File file ? file.form() : FileForm.USUAL;
  }

  /** Its file, once it is completed. */
  ResultFile file(RenderedClips clips) {
    return new ResultFile(form(), clip, clips);
  }

  String contentType() {
    return form() == FileForm.WRONG_CONTENT_TYPE ? "text/plain" : place.contentType();
  }

  /** Whether its file can be fetched now. */
  boolean hasFile(Instant now) {
    return status(now) == Status.COMPLETED && place.expires().map(now::isBefore).orElse(true);
  }

  private boolean neverEnds() {
    return fault.isPresent() && fault.get() instanceof Fault.Outcome outcome
        && outcome.end() == Fault.Outcome.End.NEVER;
  }
}
