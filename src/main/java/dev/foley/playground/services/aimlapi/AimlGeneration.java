package dev.foley.playground.services.aimlapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.foley.playground.services.AnswerShape;
import dev.foley.playground.services.AudioCoding;
import dev.foley.playground.services.Fault;
import dev.foley.playground.services.FaultyAnswers;
import dev.foley.playground.services.Refusal;
import dev.foley.playground.services.RenderedClips;
import dev.foley.playground.services.Reply;
import dev.foley.playground.services.ServiceFaults;
import dev.foley.playground.services.ServiceHooks;
import dev.foley.playground.services.ServiceObservations;
import io.javalin.http.Context;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** {@code /v2/generate/audio}: submit and poll. Thread-safe. */
final class AimlGeneration {
  private static final Pattern JSON_TYPE = Pattern.compile("application/json *(;.*)?", Pattern.CASE_INSENSITIVE);

  static final AnswerShape SHAPE = new AnswerShape(List.of("audio_file", "error", "meta"), List.of("id", "audio_file"),
      AimlGeneration::older);

  private final AimlKeys keys;
  private final AimlJobs jobs;
  private final ServiceFaults faults;
  private final ServiceObservations observations;
  private final ServiceHooks hooks;
  private final FaultyAnswers answers;
  private final RenderedClips clips;
  private final Supplier<URI> cdn;

  /** @param cdn root of the result files, without a trailing slash */
  AimlGeneration(AimlKeys keys, AimlJobs jobs, ServiceFaults faults, ServiceObservations observations,
      ServiceHooks hooks, FaultyAnswers answers, RenderedClips clips, Supplier<URI> cdn) {
    this.keys = keys;
    this.jobs = jobs;
    this.faults = faults;
    this.observations = observations;
    this.hooks = hooks;
    this.answers = answers;
    this.clips = clips;
    this.cdn = cdn;
  }

  void submit(Context ctx) throws IOException {
    AimlExchange exchange = keys.open(ctx);
    byte[] body = ctx.bodyAsBytes();
    ServiceObservations.Submit seen = seen(exchange, body);
    long number = observations.submitted(seen);
    hooks.submitReceived(seen.prompt());
    Optional<Fault> fault = faults.take(Fault.Moment.SUBMIT, seen.prompt(), null);
    boolean answered = answers.answer(exchange, fault, () -> accept(exchange, body, number));
    AimlJob job = exchange.job();
    if (answered && job != null) {
      hooks.afterSubmitAnswer(job.id());
    }
  }

  private static ServiceObservations.Submit seen(AimlExchange exchange, byte[] body) {
    JsonNode tree;
    try {
      tree = AimlValidator.parse(body);
    } catch (Refusal e) {
      tree = JsonNodeFactory.instance.missingNode(); // refused later, in its turn
    }
    return new ServiceObservations.Submit(exchange.at(), exchange.clientRequestId(), Map.of(),
        tree.path("prompt").asText(""),
        AimlValidator.unknownFields(tree), null);
  }

  private Reply accept(AimlExchange exchange, byte[] body, long number) {
    try {
      String key = keys.check(exchange);
      String contentType = exchange.ctx().contentType();
      if (contentType == null || !JSON_TYPE.matcher(contentType).matches()) {
        throw new Refusal(400, "Content-Type: expected application/json, received "
            + (contentType == null ? "nothing" : contentType));
      }
      AimlJob job = jobs.accept(key, AimlValidator.validate(AimlValidator.parse(body)));
      exchange.concerns(job);
      observations.accepted(number, job.id());
      hooks.beforeSubmitAnswer(job.id());
      ObjectNode answer = JsonNodeFactory.instance.objectNode().put("id", job.id()).put("status", "queued");
      return accounted(exchange, answer, job.id(), job.credits());
    } catch (Refusal e) {
      return exchange.error(e);
    }
  }

  void poll(Context ctx) throws IOException {
    AimlExchange exchange = keys.open(ctx);
    Reply reply = look(exchange);
    AimlJob job = exchange.job();
    observations.polled(job == null ? null : job.id());
    if (job != null) {
      hooks.polled(job.id());
    }
    String status = job == null ? null : word(job.status(exchange.at()));
    answers.answer(exchange, faults.take(Fault.Moment.POLL, exchange.prompt(), status), () -> reply);
  }

  private Reply look(AimlExchange exchange) {
    try {
      String key = keys.check(exchange);
      String id = exchange.ctx().queryParam("generation_id");
      if (id == null || id.isEmpty()) {
        throw new Refusal(400, "generation_id: expected string, received nothing");
      }
      AimlJob job = jobs.find(key, id)
          .orElseThrow(() -> new Refusal(404, "Generation not found: expected the id of one of your generations"));
      exchange.concerns(job);
      jobs.settle();
      AimlJob.Status status = job.status(exchange.at());
      long credits = status == AimlJob.Status.ERROR ? 0 : job.credits();
      return accounted(exchange, described(job, status), job.id(), credits);
    } catch (Refusal e) {
      return exchange.error(e);
    }
  }

  private ObjectNode described(AimlJob job, AimlJob.Status status) {
    ObjectNode answer = JsonNodeFactory.instance.objectNode().put("id", job.id()).put("status", word(status));
    Fault fault = job.fault().orElse(null);
    Fault.Outcome.End end = fault instanceof Fault.Outcome outcome ? outcome.end() : null;
    if (status == AimlJob.Status.COMPLETED && end != Fault.Outcome.End.NO_AUDIO_FILE) {
      ObjectNode file = answer.putObject("audio_file");
      if (end != Fault.Outcome.End.NO_URL) {
        file.put("url",
            fault instanceof Fault.ResultAt at ? at.url() : cdn.get() + "/" + job.place().path() + job.place().query());
      }
      job.place().name().ifPresent(name -> {
        file.put("content_type", job.place().contentType()).put("file_name", name);
        job.file(clips).knownLength().ifPresent(size -> file.put("file_size", size));
      });
      if (job.request().model().storage() == AimlStorage.SIGNED) {
        tellOfMusic(answer, job);
      }
    }
    if (status == AimlJob.Status.ERROR) {
      if (end == Fault.Outcome.End.ERROR_OBJECT) {
        answer.putObject("error").put("name", "GenerationError").put("message", "The model could not do this one");
      } else if (end == Fault.Outcome.End.ERROR_STRING) {
        answer.put("error", "The model could not do this one");
      } else {
        answer.putNull("error");
      }
    }
    return answer;
  }

  private static void tellOfMusic(ObjectNode answer, AimlJob job) {
    AudioCoding coding = job.clip().coding();
    answer.putObject("extra_info")
        .put("music_duration", job.request().length().toMillis())
        .put("music_sample_rate", coding.sampleRate())
        .put("music_channel", coding.channelCount())
        .put("bitrate", job.request().group("audio_setting").path("bitrate").asInt())
        .put("music_size", 0); // so in the published example
    answer.put("trace_id", job.traceId());
  }

  private static Reply accounted(AimlExchange exchange, ObjectNode answer, String jobId, long credits) {
    double usd = AimlMoney.usd(credits);
    answer.putObject("meta").putObject("usage").put("credits_used", credits).put("usd_spent", usd);
    return exchange.stamped(Reply.json(200, answer)).withAll(Map.of(
        "x-inference-id", jobId,
        "x-aimlapi-credits-used", Long.toString(credits),
        "x-aimlapi-usd-spent", Double.toString(usd)));
  }

  /** As the older pages say: 201 and {@code generation_id} alone. */
  private static Reply older(Reply reply) {
    ObjectNode older = JsonNodeFactory.instance.objectNode().put("generation_id",
        reply.headers().get("x-inference-id"));
    return Reply.json(201, older).withAll(reply.headers());
  }

  private static String word(AimlJob.Status status) {
    return status.name().toLowerCase(Locale.ROOT);
  }
}
