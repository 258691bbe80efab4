package dev.foley.provider.aimlapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.foley.provider.Answer;
import dev.foley.provider.AudioModel;
import dev.foley.provider.AudioProvider;
import dev.foley.provider.AudioRequest;
import dev.foley.provider.Balance;
import dev.foley.provider.DeclaredModels;
import dev.foley.provider.FailureReason;
import dev.foley.provider.KeyHeader;
import dev.foley.provider.ModelDeclaration;
import dev.foley.provider.PollOutcome;
import dev.foley.provider.Progress;
import dev.foley.provider.ProviderCallListener;
import dev.foley.provider.ProviderException;
import dev.foley.provider.ProviderException.Kind;
import dev.foley.provider.ProviderJobId;
import dev.foley.provider.ProviderName;
import dev.foley.provider.ServiceTransport;
import dev.foley.provider.ServiceWords;
import dev.foley.provider.Submission;
import dev.foley.provider.SubmitOutcome;
import dev.foley.provider.Wire;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;

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
  public static final ProviderName NAME = new ProviderName("aimlapi");

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final MediaType JSON_BODY = MediaType.get("application/json");
  private static final int MAX_JOB_ID_LENGTH = 512;

  private final DeclaredModels models;
  private final HttpUrl generate;
  private final HttpUrl billing;
  private final ServiceTransport transport;
  private final ServiceWords words;
  private final InstantSource clock;

  /**
   * @param declarations of this service's models; others are passed over
   * @param shared the program's one client; connections, timeouts and interceptors for this service are derived from it
   * @param clock for {@code Retry-After} with a date
   */
  public AimlApiProvider(AimlApiSettings settings, List<ModelDeclaration> declarations, OkHttpClient shared,
      InstantSource clock, ProviderCallListener listener) {
    this.models = new DeclaredModels(NAME, declarations);
    HttpUrl base = HttpUrl.get(settings.baseUrl().toString());
    this.generate = base.newBuilder().addPathSegments("v2/generate/audio").build();
    this.billing = base.newBuilder().addPathSegments("v2/billing").build();
    this.transport = new ServiceTransport(NAME, KeyHeader.authorization("Bearer", settings.key()),
        settings.callTimeout(), settings.callTimeout(), shared, listener);
    this.words = new ServiceWords(settings.key());
    this.clock = clock;
  }

  @Override
  public ProviderName name() {
    return NAME;
  }

  @Override
  public List<AudioModel> models() {
    return models.models();
  }

  @Override
  public SubmitOutcome submit(Submission submission) throws ProviderException {
    String prompt = submission.request().prompt();
    Request.Builder request = new Request.Builder().url(generate)
        .post(RequestBody.create(body(submission.request()), JSON_BODY))
        .header("X-Client-Request-Id", submission.correlationId());
    Answer answer = transport.submit(request, submission, Answer::of);
    return answer.successful() ? accepted(answer) : refused(answer, prompt);
  }

  private byte[] body(AudioRequest request) {
    Wire wire = models.wire(request.model());
    ObjectNode body = JSON.createObjectNode().put("model", wire.model());
    body.setAll(wire.body(request));
    try {
      return JSON.writeValueAsBytes(body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of strings and numbers is always JSON", e);
    }
  }

  private static SubmitOutcome accepted(Answer answer) throws ProviderException {
    Optional<JobAnswer> job = JobAnswer.of(answer);
    String id = job.flatMap(JobAnswer::id).or(() -> answer.header("x-inference-id"))
        .filter(value -> !value.isBlank() && value.length() <= MAX_JOB_ID_LENGTH)
        .orElseThrow(() -> new ProviderException(Kind.OUTCOME_UNKNOWN, answer + " without a job id"));
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
  public PollOutcome poll(ProviderJobId jobId, String correlationId) throws ProviderException {
    HttpUrl url = generate.newBuilder().addQueryParameter("generation_id", jobId.value()).build();
    Answer answer = transport.ask(new Request.Builder().url(url), "poll", Answer::of);
    if (!answer.successful()) {
      throw failed(answer.failureOfQuestion(), answer, "");
    }
    return outcome(answer);
  }

  private PollOutcome outcome(Answer answer) throws ProviderException {
    JobAnswer job = JobAnswer.of(answer).filter(parsed -> parsed.status().isPresent())
        .orElseThrow(() -> new ProviderException(Kind.INVALID_RESPONSE,
            answer + " without a job's status"));
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
    return new ProviderException(kind, detail(answer, prompt), answer.retryAfter(clock).orElse(null), null);
  }

  private String detail(Answer answer, String prompt) {
    return JobAnswer.of(answer).flatMap(JobAnswer::error)
        .map(error -> "HTTP " + answer.status() + ": " + words.clean(error, prompt)).orElseGet(answer::toString);
  }

  /** @see "AIML API documentation: GET /v2/billing, 2026" */
  @Override
  public Optional<Balance> balance() throws ProviderException {
    Answer answer = transport.ask(new Request.Builder().url(billing), "balance", Answer::of);
    if (!answer.successful()) {
      throw failed(answer.failureOfQuestion(), answer, "");
    }
    return JobAnswer.balance(answer);
  }
}
