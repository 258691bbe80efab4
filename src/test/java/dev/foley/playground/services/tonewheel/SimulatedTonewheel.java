package dev.foley.playground.services.tonewheel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.foley.playground.server.Part;
import dev.foley.playground.services.AnswerShape;
import dev.foley.playground.services.AudioCoding;
import dev.foley.playground.services.Fault;
import dev.foley.playground.services.FaultyAnswers;
import dev.foley.playground.services.FileForm;
import dev.foley.playground.services.HookList;
import dev.foley.playground.services.Refusal;
import dev.foley.playground.services.RenderedClips;
import dev.foley.playground.services.Reply;
import dev.foley.playground.services.ResultCdn;
import dev.foley.playground.services.ResultFile;
import dev.foley.playground.services.ServiceFaults;
import dev.foley.playground.services.ServiceObservations;
import dev.foley.playground.services.Sound;
import dev.foley.playground.services.SoundSource;
import dev.foley.playground.services.Wire;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Tonewheel by its (made-up) documents: each job turns for {@link #TAKES}, one text makes one sound. Thread-safe. */
public final class SimulatedTonewheel implements Part {
  public static final String API_PATH = "/services/tonewheel";
  public static final String KEY = "playground";
  public static final Duration TAKES = Duration.ofSeconds(8);

  private static final String CDN_PATH = "/cdn/tonewheel";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final InstantSource clock;
  private final RenderedClips clips;
  private final ServiceFaults faults = new ServiceFaults((_, _) -> true);
  private final Wire wire = new Wire();
  private final FaultyAnswers answers = new FaultyAnswers(wire, new AnswerShape(List.of("file"), List.of("tone")));
  private final Map<String, Job> jobs = new ConcurrentHashMap<>();

  private record Job(String id, String text, RenderedClips.Clip clip, Instant endsAt, Optional<Fault> fault) {}

  public SimulatedTonewheel(InstantSource clock, SoundSource source) {
    this.clock = clock;
    this.clips = new RenderedClips(source);
  }

  /** What it is to do wrong. */
  public ServiceFaults faults() {
    return faults;
  }

  @Override
  public void register(JavalinConfig config, Supplier<URI> baseUrl) {
    Supplier<URI> files = () -> URI.create(baseUrl.get() + CDN_PATH);
    config.routes.post(API_PATH + "/v1/tones", context -> answer(context, Fault.Moment.SUBMIT, () -> submit(context)));
    config.routes.get(API_PATH + "/v1/tones/{id}",
        context -> answer(context, Fault.Moment.POLL, () -> poll(context, files.get())));
    new ResultCdn(Set.of(KEY), this::finished, faults, new ServiceObservations(), new HookList(), wire, files)
        .register(config, CDN_PATH);
    config.events.serverStopping(wire::release);
  }

  /** What is made of a request that is in order. */
  private interface Handling {
    Reply reply() throws Refusal;
  }

  private void answer(Context context, Fault.Moment moment, Handling handling) throws IOException {
    ToneExchange exchange = new ToneExchange(context);
    answers.answer(exchange, faults.take(moment, "", null), () -> {
      try {
        if (!("Bearer " + KEY).equals(context.header("Authorization"))) {
          throw new Refusal(401, "this key opens nothing");
        }
        return handling.reply();
      } catch (Refusal e) {
        return exchange.error(e.status(), "", e.reason(), Fault.ErrorShape.PROBLEM);
      }
    });
  }

  private Reply submit(Context context) throws Refusal {
    JsonNode body = body(context);
    String text = body.path("text").asText("");
    int length = body.path("length").asInt(20);
    if (text.isBlank() || text.length() > 500 || length < 1 || length > 60) {
      throw new Refusal(400, "text has 1 to 500 characters, length is 1 to 60");
    }
    Job job = new Job("t-" + (jobs.size() + 1), text,
        clips.reserveExactly(new Sound.Music(text, Duration.ofSeconds(length), body.path("seed").asLong()),
            AudioCoding.CD_WAV),
        clock.instant().plus(TAKES), faults.take(Fault.Moment.JOB, text, null));
    jobs.put(job.id(), job);
    return Reply.json(202, JsonNodeFactory.instance.objectNode().put("tone", job.id()));
  }

  private static JsonNode body(Context context) throws Refusal {
    try {
      return JSON.readTree(context.bodyAsBytes());
    } catch (IOException e) {
      throw new Refusal(400, "this is not JSON");
    }
  }

  private Reply poll(Context context, URI files) throws Refusal {
    Job job = jobs.get(context.pathParam("id"));
    if (job == null) {
      throw new Refusal(404, "there is no such tone");
    }
    ObjectNode answer = JsonNodeFactory.instance.objectNode().put("tone", job.id());
    if (clock.instant().isBefore(job.endsAt())) {
      answer.put("state", "turning");
    } else if (job.fault().isPresent()) {
      answer.put("state", "failed").put("problem", "a belt came off");
    } else {
      answer.put("state", "done").put("file", files + "/" + job.id());
    }
    return Reply.json(200, answer);
  }

  private Optional<ResultCdn.Result> finished(String path) {
    return Optional.ofNullable(jobs.get(path)).filter(job -> !clock.instant().isBefore(job.endsAt()))
        .map(job -> new ResultCdn.Result(job.id(), job.text(), new ResultFile(FileForm.USUAL, job.clip(), clips),
            AudioCoding.CD_WAV.contentType()));
  }

  @Override
  public void close() {
    clips.close();
  }
}
