package dev.foley.playground.services;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;

/** Answers requests, with the fault that was planned for them if there is one. Thread-safe. */
public final class FaultyAnswers {
  private static final ObjectMapper JSON = new ObjectMapper();
  /** More than any client should take: an endless answer has an end after all. */
  private static final long ENDLESS_BYTES = 8L << 30;
  private static final String WEB_PAGE = """
      <!DOCTYPE html>
      <html><head><title>Just a moment</title></head><body><h1>Checking your browser</h1></body></html>
      """;

  private final Wire wire;
  private final AnswerShape shape;

  public FaultyAnswers(Wire wire, AnswerShape shape) {
    this.wire = wire;
    this.shape = shape;
  }

  /**
   * Carries out a request and answers it, or does what the fault says.
   *
   * @param process carries it out, unless the fault prevents that
   * @return whether an answer was sent
   */
  public boolean answer(Exchange exchange, Optional<Fault> fault, Supplier<Reply> process) throws IOException {
    Context ctx = exchange.ctx();
    if (fault.isEmpty()) {
      Wire.send(ctx, process.get());
      return true;
    }
    switch (fault.get()) {
      case Fault.Status status -> Wire.send(ctx, statusReply(exchange, status));
      case Fault.Drop drop -> {
        if (drop.processed()) {
          var _ = process.get(); // done, never told
        }
        Wire.drop(ctx);
        return false;
      }
      case Fault.Hang hang -> {
        Reply reply = process.get();
        wire.hold(Duration.ofSeconds(hang.seconds()));
        Wire.send(ctx, reply);
      }
      case Fault.Garbled garbled -> Wire.send(ctx, garbled(exchange, garbled.form(), process));
      case Fault.Legacy _ -> {
        Reply reply = process.get();
        Wire.send(ctx, reply.status() < 400 ? shape.older().apply(reply) : reply);
      }
      case Fault.Word word -> Wire.send(ctx, edited(process.get(), body -> body.put("status", word.word())));
      case Fault.Fields fields -> Wire.send(ctx, edited(process.get(), body -> edit(body, fields.added())));
      case Fault.Slow slow -> slowly(ctx, process.get(), slow.bytesPerSecond());
      case Fault.Transfer transfer -> {
        return broken(ctx, process.get(), transfer.flaw());
      }
      case Fault.Outcome _, Fault.ResultAt _, Fault.File _, Fault.Redirect _ ->
        throw new IllegalStateException(fault.get() + " was planned for an answer");
    }
    return true;
  }

  private static Reply statusReply(Exchange exchange, Fault.Status status) {
    String name = status.name();
    Reply reply = exchange.error(status.code(), name == null ? "" : name, "This error was asked for", status.shape());
    Integer retryAfter = status.retryAfterSeconds();
    return retryAfter == null ? reply : reply.with("Retry-After", retryAfter.toString());
  }

  private static Reply garbled(Exchange exchange, Fault.Garbled.Form form, Supplier<Reply> process)
      throws IOException {
    return switch (form) {
      // Such a page as gateways put in front of a service.
      case HTML -> exchange.stamped(Reply.text(200, "text/html; charset=utf-8", WEB_PAGE));
      case EMPTY -> process.get().withBody(Body.EMPTY);
      case CUT_JSON -> {
        Reply whole = process.get();
        byte[] bytes = whole.body().bytes();
        yield whole.withBody(Body.of(Arrays.copyOf(bytes, bytes.length / 2)));
      }
    };
  }

  private void slowly(Context ctx, Reply reply, int bytesPerSecond) throws IOException {
    try (InputStream body = reply.body().open()) {
      long size = reply.body().length();
      Wire.head(ctx, reply, size);
      wire.trickle(body, size, ctx, bytesPerSecond);
    }
  }

  private static boolean broken(Context ctx, Reply reply, Fault.Transfer.Flaw flaw) throws IOException {
    switch (flaw) {
      case CUT_SHORT -> {
        Wire.sendPart(ctx, reply, reply.body().length() / 2);
        Wire.drop(ctx);
      }
      case ENDLESS -> {
        Wire.head(ctx, reply, -1);
        OutputStream out = ctx.res().getOutputStream();
        byte[] piece = new byte[64 * 1024];
        try (InputStream body = reply.body().open()) {
          new ByteArrayInputStream(body.readNBytes(piece.length)).transferTo(out);
        }
        for (long sent = 0; sent < ENDLESS_BYTES; sent += piece.length) {
          out.write(piece); // until the client hangs up, which throws
        }
      }
    }
    return false;
  }

  private interface Edit {
    void apply(ObjectNode body);
  }

  /** A refusal stays as it is: it has no job to tell wrongly. So does an answer that is no JSON. */
  private static Reply edited(Reply reply, Edit edit) throws IOException {
    if (reply.status() >= 400 || !reply.contentType().startsWith("application/json")
        || !(JSON.readTree(reply.body().bytes()) instanceof ObjectNode body)) {
      return reply;
    }
    edit.apply(body);
    return reply.withBody(Reply.json(reply.status(), body).body());
  }

  private void edit(ObjectNode body, Fault.Fields.Added added) {
    switch (added) {
      case NULLS -> shape.nullable().stream().filter(name -> !body.has(name)).forEach(body::putNull);
      case UNKNOWN -> {
        body.put("trace_token", "055bc3b9622dd73d828276162cc7d516").put("eta", 1.5);
        body.putObject("further_info").put("size", 0).putArray("watermarks");
      }
      case NEEDED_NULL -> shape.needed().stream().filter(body::has).forEach(body::putNull);
      case NEEDED_MISSING -> body.remove(shape.needed());
    }
  }
}
