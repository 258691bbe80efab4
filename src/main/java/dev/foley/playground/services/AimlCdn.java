package dev.foley.playground.services;

import dev.foley.sketch.MusicSketch;
import io.javalin.http.Context;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Serves result files. Needs no key, and refuses whoever sends one. Thread-safe. */
final class AimlCdn {
  /** Says in every answer what one hears. */
  static final String NOTICE_HEADER = "X-Foley-Sketch";
  private static final String MOVED = "moved/";
  /** More than any client should take: an endless file has an end after all. */
  private static final long ENDLESS_BYTES = 8L << 30;

  private final AimlKeys keys;
  private final AimlJobs jobs;
  private final ServiceFaults faults;
  private final ServiceObservations observations;
  private final ServiceHooks hooks;
  private final Wire wire;
  private final RenderedClips clips;
  private final Supplier<URI> root;

  AimlCdn(AimlKeys keys, AimlJobs jobs, ServiceFaults faults, ServiceObservations observations, ServiceHooks hooks,
      Wire wire, RenderedClips clips, Supplier<URI> root) {
    this.keys = keys;
    this.jobs = jobs;
    this.faults = faults;
    this.observations = observations;
    this.hooks = hooks;
    this.wire = wire;
    this.clips = clips;
    this.root = root;
  }

  /** @param path below the root */
  void download(Context ctx, String path) throws IOException {
    Optional<String> leak = keys.leak(ctx);
    if (leak.isPresent()) {
      observations.leaked(ctx.path());
      Wire.send(ctx, text(403, "A key does not belong here, but came in: " + leak.get()));
      return;
    }
    Optional<AimlJob> found = jobs.finishedAt(path.startsWith(MOVED) ? path.substring(MOVED.length()) : path);
    if (found.isEmpty()) {
      Wire.send(ctx, text(404, "No such file"));
      return;
    }
    AimlJob job = found.get();
    observations.downloaded(job.id());
    hooks.downloadStarted(job.id());
    Optional<Fault> fault = faults.take(Fault.Moment.DOWNLOAD, job.request().prompt(), null);
    if (fault.isEmpty()) {
      whole(ctx, job);
    } else {
      misbehave(ctx, job, fault.get());
    }
  }

  private void misbehave(Context ctx, AimlJob job, Fault fault) throws IOException {
    switch (fault) {
      case Fault.Status status -> Wire.send(ctx, FaultyAnswers.statusReply(keys.open(ctx), status));
      case Fault.Drop drop -> {
        if (drop.processed()) {
          part(ctx, job, 0);
        }
        Wire.drop(ctx);
      }
      case Fault.Hang hang -> {
        wire.hold(Duration.ofSeconds(hang.seconds()));
        whole(ctx, job);
      }
      case Fault.Garbled garbled -> Wire.send(ctx, switch (garbled.form()) {
        case HTML -> FaultyAnswers.webPage();
        case EMPTY, CUT_JSON -> file(job).withBody(new byte[0]);
      });
      case Fault.Redirect redirect -> {
        String target = redirect.target();
        Wire.send(ctx, text(302, "Moved")
            .with("Location", target == null ? root.get() + "/" + MOVED + job.filePath() : target));
      }
      case Fault.Slow slow -> {
        try (InputStream body = ResultFile.open(job.form(), job.clip(), clips)) {
          long size = ResultFile.size(job.form(), job.clip());
          Wire.head(ctx, file(job), size);
          wire.trickle(body, size, ctx, slow.bytesPerSecond());
        }
      }
      case Fault.Transfer transfer -> {
        switch (transfer.flaw()) {
          case CUT_SHORT -> {
            part(ctx, job, ResultFile.size(job.form(), job.clip()) / 2);
            Wire.drop(ctx);
          }
          case ENDLESS -> endless(ctx, job);
        }
      }
      case Fault.Legacy _, Fault.Word _, Fault.Fields _, Fault.Outcome _, Fault.ResultAt _, Fault.File _ ->
        throw new IllegalStateException(fault + " was planned for a download");
    }
  }

  private void whole(Context ctx, AimlJob job) throws IOException {
    part(ctx, job, ResultFile.size(job.form(), job.clip()));
  }

  /** Declares the whole file and sends its first bytes. */
  private void part(Context ctx, AimlJob job, long bytes) throws IOException {
    try (InputStream body = ResultFile.open(job.form(), job.clip(), clips)) {
      Wire.head(ctx, file(job), ResultFile.size(job.form(), job.clip()));
      Wire.copy(body, bytes, ctx);
    }
  }

  private static void endless(Context ctx, AimlJob job) throws IOException {
    Wire.head(ctx, file(job), -1);
    OutputStream out = ctx.res().getOutputStream();
    new ByteArrayInputStream(ResultFile.header(FileForm.UNKNOWN_SIZES, job.clip().bytes())).transferTo(out);
    byte[] piece = new byte[64 * 1024];
    for (long sent = 0; sent < ENDLESS_BYTES; sent += piece.length) {
      out.write(piece); // until the client hangs up, which throws
    }
  }

  /** Status and headers of a result file. */
  private static Reply file(AimlJob job) {
    String contentType = job.form() == FileForm.WRONG_CONTENT_TYPE ? "text/plain" : "application/octet-stream";
    return new Reply(200, contentType, Map.of(NOTICE_HEADER, MusicSketch.DISCLAIMER), new byte[0]);
  }

  private static Reply text(int status, String text) {
    return Reply.text(status, "text/plain; charset=utf-8", text + "\n");
  }
}
