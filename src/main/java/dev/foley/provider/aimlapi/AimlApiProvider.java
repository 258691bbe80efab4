package dev.foley.provider.aimlapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.foley.provider.AudioModel;
import dev.foley.provider.AudioProvider;
import dev.foley.provider.AudioRequest;
import dev.foley.provider.FailureReason;
import dev.foley.provider.Parameter;
import dev.foley.provider.PollOutcome;
import dev.foley.provider.Progress;
import dev.foley.provider.ProviderCallListener;
import dev.foley.provider.ProviderException;
import dev.foley.provider.ProviderException.Kind;
import dev.foley.provider.ProviderJobId;
import dev.foley.provider.ProviderName;
import dev.foley.provider.RetryAfter;
import dev.foley.provider.SubmitOutcome;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * AIML API: a job is submitted by POST and asked about by GET, both at {@code /v2/generate/audio}. Thread-safe.
 *
 * <p>What an answer means differs between the two, because only the submit costs money:
 *
 * <table>
 * <caption>Answers and their meaning</caption>
 * <tr><th>answer</th><th>submit</th><th>poll</th></tr>
 * <tr><td>2xx, understood</td><td>accepted</td><td>running, finished or refused</td></tr>
 * <tr><td>2xx, not understood</td><td>outcome unknown</td><td>invalid response</td></tr>
 * <tr><td>401</td><td>refused: key</td><td>unauthorized</td></tr>
 * <tr><td>402, 403</td><td>refused: out of credits</td><td>unavailable; asking costs nothing, so this will pass</td></tr>
 * <tr><td>404</td><td>refused: model or path unknown</td><td>invalid response</td></tr>
 * <tr><td>429</td><td>throttled</td><td>throttled</td></tr>
 * <tr><td>other 4xx but 408</td><td>refused: request</td><td>invalid response</td></tr>
 * <tr><td>503, or the request was never written</td><td>unavailable</td><td>unavailable</td></tr>
 * <tr><td>408, other 5xx, cut off, too late</td><td>outcome unknown</td><td>unavailable</td></tr>
 * <tr><td>3xx</td><td>outcome unknown</td><td>invalid response</td></tr>
 * </table>
 *
 * <p>A 2xx whose body is unusable may still have made a job, and {@code x-inference-id} carries its id on every
 * submit; so that header is the last place to look before the outcome is called unknown.
 *
 * @see "AIML API documentation: Stable Audio; Errors and messages; Request tracing (2026)"
 */
public final class AimlApiProvider implements AudioProvider {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern CORRELATION_ID = Pattern.compile("[A-Za-z0-9._:-]{1,128}");
  private static final int MAX_JOB_ID_LENGTH = 512;

  private final AimlApiTransport transport;
  private final ServiceWords words;
  private final InstantSource clock;

  /**
   * @param shared the program's one client; connections, timeouts and interceptors for this service are derived from it
   * @param clock for {@code Retry-After} with a date
   */
  public AimlApiProvider(AimlApiSettings settings, OkHttpClient shared, InstantSource clock,
      ProviderCallListener listener) {
    this.transport = new AimlApiTransport(settings, shared, listener);
    this.words = new ServiceWords(settings.key());
    this.clock = clock;
  }

  @Override
  public ProviderName name() {
    return AimlApiModels.PROVIDER;
  }

  @Override
  public List<AudioModel> models() {
    return AimlApiModels.ALL;
  }

  @Override
  public SubmitOutcome submit(AudioRequest request, String correlationId) throws ProviderException {
    if (!CORRELATION_ID.matcher(correlationId).matches()) {
      throw new IllegalArgumentException("not a correlation id: " + correlationId);
    }
    Answer answer;
    try {
      answer = transport.submit(body(request), correlationId);
    } catch (AimlApiTransport.NotSentException e) {
      throw new ProviderException(Kind.UNAVAILABLE, "the service could not be reached: " + type(e.getCause()), e);
    } catch (IOException e) {
      throw new ProviderException(Kind.OUTCOME_UNKNOWN, "no answer to the submit: " + type(e), e);
    }
    return answer.successful() ? accepted(answer) : refused(answer, request.prompt());
  }

  private static byte[] body(AudioRequest request) {
    if (AimlApiModels.ALL.stream().noneMatch(model -> model.id().equals(request.model()))) {
      throw new IllegalArgumentException("not a model of this service: " + request.model());
    }
    ObjectNode body = JSON.createObjectNode().put("model", request.model().value());
    // A surrogate without its other half has no UTF-8, so it becomes a question mark.
    body.put("prompt", new String(request.prompt().getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8));
    request.parameter(Parameter.START).ifPresent(seconds -> body.put("seconds_start", seconds));
    request.parameter(Parameter.SECONDS).ifPresent(seconds -> body.put("seconds_total", seconds));
    request.parameter(Parameter.STEPS).ifPresent(steps -> body.put("steps", steps));
    try {
      return JSON.writeValueAsBytes(body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of strings and numbers is always JSON", e);
    }
  }

  private static SubmitOutcome accepted(Answer answer) throws ProviderException {
    Optional<JobAnswer> job = JobAnswer.parse(answer.body());
    String id = job.flatMap(JobAnswer::id).or(answer::inferenceId)
        .filter(value -> !value.isBlank() && value.length() <= MAX_JOB_ID_LENGTH)
        .orElseThrow(() -> new ProviderException(Kind.OUTCOME_UNKNOWN,
            "HTTP " + answer.status() + " without a job id, " + size(answer)));
    return new SubmitOutcome.Accepted(new ProviderJobId(id), job.flatMap(JobAnswer::cost));
  }

  private SubmitOutcome refused(Answer answer, String prompt) throws ProviderException {
    int status = answer.status();
    return switch (status) {
      case 401 -> new SubmitOutcome.Refused(FailureReason.KEY_REJECTED, detail(answer, prompt));
      case 402, 403 -> new SubmitOutcome.Refused(FailureReason.OUT_OF_CREDITS, detail(answer, prompt));
      case 404 -> new SubmitOutcome.Refused(FailureReason.MODEL_UNAVAILABLE, detail(answer, prompt));
      case 429 -> throw failed(Kind.THROTTLED, answer, prompt);
      case 503 -> throw failed(Kind.UNAVAILABLE, answer, prompt);
      case 408 -> throw failed(Kind.OUTCOME_UNKNOWN, answer, prompt);
      default -> {
        if (status >= 400 && status < 500) {
          yield new SubmitOutcome.Refused(FailureReason.REQUEST_REFUSED, detail(answer, prompt));
        }
        throw failed(Kind.OUTCOME_UNKNOWN, answer, prompt);
      }
    };
  }

  @Override
  public PollOutcome poll(ProviderJobId jobId) throws ProviderException {
    Answer answer;
    try {
      answer = transport.poll(jobId.value());
    } catch (IOException e) {
      throw new ProviderException(Kind.UNAVAILABLE, "no answer to the poll: " + type(e), e);
    }
    if (!answer.successful()) {
      throw failed(pollFailure(answer.status()), answer, "");
    }
    return outcome(answer);
  }

  private static Kind pollFailure(int status) {
    return switch (status) {
      case 401 -> Kind.UNAUTHORIZED;
      case 429 -> Kind.THROTTLED;
      case 402, 403, 408 -> Kind.UNAVAILABLE;
      default -> status >= 500 ? Kind.UNAVAILABLE : Kind.INVALID_RESPONSE;
    };
  }

  private PollOutcome outcome(Answer answer) throws ProviderException {
    JobAnswer job = JobAnswer.parse(answer.body()).filter(parsed -> parsed.status().isPresent())
        .orElseThrow(() -> new ProviderException(Kind.INVALID_RESPONSE,
            "HTTP " + answer.status() + " without a job's status, " + size(answer)));
    return switch (job.status().orElseThrow()) {
      // "waiting" is in no schema, and in one of the service's own samples
      case "queued", "waiting" -> new PollOutcome.Running(Progress.QUEUED);
      case "generating" -> new PollOutcome.Running(Progress.GENERATING);
      // the schema says "completed", the prose beside it "complete"
      case "completed", "complete" -> finished(job);
      case "error" -> new PollOutcome.Refused(FailureReason.GENERATION_FAILED,
          job.error().map(error -> words.clean(error, "")).orElse("no reason given"));
      default -> new PollOutcome.Running(Progress.UNKNOWN);
    };
  }

  private static PollOutcome finished(JobAnswer job) {
    Optional<URI> result = job.url().flatMap(AimlApiProvider::absolute);
    if (result.isEmpty()) {
      return new PollOutcome.Refused(FailureReason.RESULT_MISSING,
          job.url().isPresent() ? "the result's address makes no sense" : "no result is named");
    }
    return new PollOutcome.Finished(result.get(), job.cost());
  }

  /** Only whether it is an address at all; whether it may be asked is the fetcher's decision. */
  private static Optional<URI> absolute(String url) {
    try {
      URI uri = new URI(url.strip());
      return uri.isAbsolute() ? Optional.of(uri) : Optional.empty();
    } catch (URISyntaxException malformed) {
      return Optional.empty();
    }
  }

  private ProviderException failed(Kind kind, Answer answer, String prompt) {
    Duration wait = answer.retryAfter().flatMap(header -> RetryAfter.parse(header, clock)).orElse(null);
    return new ProviderException(kind, detail(answer, prompt), wait, null);
  }

  private String detail(Answer answer, String prompt) {
    return "HTTP " + answer.status() + JobAnswer.parse(answer.body()).flatMap(JobAnswer::error)
        .map(error -> ": " + words.clean(error, prompt)).orElseGet(() -> ", " + size(answer));
  }

  private static String size(Answer answer) {
    return answer.body().length + " bytes";
  }

  /** OkHttp's messages name hosts and ports; the type is what helps, and the cause is kept. */
  private static String type(@Nullable Throwable cause) {
    return cause == null ? "unknown" : cause.getClass().getSimpleName();
  }
}
