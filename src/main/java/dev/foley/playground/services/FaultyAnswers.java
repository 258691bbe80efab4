package dev.foley.playground.services;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Answers calls of the API, with the fault that was planned for them if there is one. Thread-safe. */
final class FaultyAnswers {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> NULLABLE = List.of("audio_file", "error", "meta");
  private static final String WEB_PAGE = """
      <!DOCTYPE html>
      <html><head><title>Just a moment</title></head><body><h1>Checking your browser</h1></body></html>
      """;

  private final Wire wire;

  FaultyAnswers(Wire wire) {
    this.wire = wire;
  }

  /** Such a page as gateways put in front of a service. */
  static Reply webPage() {
    return Reply.text(200, "text/html; charset=utf-8", WEB_PAGE);
  }

  /**
   * Carries out a request and answers it, or does what the fault says.
   *
   * @param process carries it out, unless the fault prevents that
   * @return whether an answer was sent
   */
  boolean answer(Exchange exchange, Optional<Fault> fault, Supplier<Reply> process) throws IOException {
    if (fault.isEmpty()) {
      Wire.send(exchange.ctx(), process.get());
      return true;
    }
    switch (fault.get()) {
      case Fault.Status status -> Wire.send(exchange.ctx(), statusReply(exchange, status));
      case Fault.Drop drop -> {
        if (drop.processed()) {
          var _ = process.get(); // done, never told
        }
        Wire.drop(exchange.ctx());
        return false;
      }
      case Fault.Hang hang -> {
        Reply reply = process.get();
        wire.hold(Duration.ofSeconds(hang.seconds()));
        Wire.send(exchange.ctx(), reply);
      }
      case Fault.Garbled garbled -> Wire.send(exchange.ctx(), garbled(exchange, garbled.form(), process));
      case Fault.Legacy legacy -> Wire.send(exchange.ctx(), edited(process.get(), FaultyAnswers::toLegacy));
      case Fault.Word word ->
        Wire.send(exchange.ctx(), edited(process.get(), body -> body.put("status", word.word())));
      case Fault.Fields fields ->
        Wire.send(exchange.ctx(), edited(process.get(), body -> addFields(body, fields.added())));
      case Fault.Outcome _, Fault.ResultAt _, Fault.File _, Fault.Transfer _, Fault.Slow _, Fault.Redirect _ ->
        throw new IllegalStateException(fault.get() + " was planned for a call of the API");
    }
    return true;
  }

  static Reply statusReply(Exchange exchange, Fault.Status status) {
    Reply reply = exchange.error(status.code(), "This error was asked for", status.shape());
    Integer retryAfter = status.retryAfterSeconds();
    return retryAfter == null ? reply : reply.with("Retry-After", retryAfter.toString());
  }

  private static Reply garbled(Exchange exchange, Fault.Garbled.Form form, Supplier<Reply> process) {
    return switch (form) {
      case HTML -> exchange.stamped(webPage());
      case EMPTY -> process.get().withBody(new byte[0]);
      case CUT_JSON -> {
        Reply whole = process.get();
        yield whole.withBody(Arrays.copyOf(whole.body(), whole.body().length / 2));
      }
    };
  }

  private interface Edit {
    void apply(ObjectNode body);
  }

  /** A refusal stays as it is: it has no job to tell wrongly. */
  private static Reply edited(Reply reply, Edit edit) throws IOException {
    if (reply.status() >= 400) {
      return reply;
    }
    JsonNode body = JSON.readTree(reply.body());
    edit.apply((ObjectNode) body);
    int status = body.has("generation_id") ? 201 : reply.status();
    return Reply.json(status, body).withAll(reply.headers());
  }

  private static void toLegacy(ObjectNode body) {
    JsonNode id = body.get("id");
    body.removeAll();
    body.set("generation_id", id);
  }

  private static void addFields(ObjectNode body, Fault.Fields.Added added) {
    switch (added) {
      case NULLS -> NULLABLE.stream().filter(name -> !body.has(name)).forEach(body::putNull);
      case UNKNOWN -> {
        body.put("trace_id", "055bc3b9622dd73d828276162cc7d516").put("eta", 1.5);
        body.putObject("extra_info").put("music_size", 0).putArray("watermarks");
      }
    }
  }
}
