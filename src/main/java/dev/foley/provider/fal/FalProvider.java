package dev.foley.provider.fal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.foley.provider.Answer;
import dev.foley.provider.AudioModel;
import dev.foley.provider.AudioProvider;
import dev.foley.provider.AudioRequest;
import dev.foley.provider.Balance;
import dev.foley.provider.CancelOutcome;
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
import java.util.Locale;
import java.util.Optional;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;

/**
 * fal: a job is put into a queue, asked about, and its result fetched when it is done; or, where the host wants that, one long call
 * brings the result. Thread-safe.
 *
 * <p>A job that failed is {@code COMPLETED} as well. Its status says so, by {@code error}, or only its result does, which is then the
 * error that the model answered with.
 *
 * <table>
 * <caption>Answers and their meaning</caption>
 * <tr><th>answer</th><th>submit to the queue</th><th>synchronous call</th><th>status</th><th>result of a completed
 * job</th></tr>
 * <tr><td>2xx, understood</td><td>accepted</td><td>finished, or result missing</td><td>running, or fetch the result</td>
 * <td>finished, or refused</td></tr>
 * <tr><td>2xx, not understood</td><td colspan="2">outcome unknown</td><td colspan="2">invalid response</td></tr>
 * <tr><td>401</td><td colspan="2">refused: key</td><td colspan="2">unauthorized</td></tr>
 * <tr><td>402, 403 of a locked account</td><td colspan="2">refused: out of credits</td>
 * <td colspan="2">unavailable; asking costs nothing, so this will pass</td></tr>
 * <tr><td>other 403</td><td colspan="2">refused: key</td><td colspan="2">unavailable</td></tr>
 * <tr><td>404</td><td colspan="2">refused: model or path unknown</td><td colspan="2">invalid response</td></tr>
 * <tr><td>429</td><td colspan="2">throttled</td><td colspan="2">throttled</td></tr>
 * <tr><td>other 4xx but 408</td><td colspan="2">refused: by the type of the error</td><td>invalid response</td>
 * <td>422, or an error with a type: refused by that; else invalid response</td></tr>
 * <tr><td>503, or never written</td><td colspan="2">unavailable</td><td>unavailable</td>
 * <td rowspan="2">a model's error, or the status told of one: refused; else unavailable</td></tr>
 * <tr><td>other 5xx</td><td>outcome unknown</td><td>with a type: refused, 5xx are free; else outcome unknown</td>
 * <td>unavailable</td></tr>
 * <tr><td>408, cut off, too late</td><td colspan="2">outcome unknown</td><td colspan="2">unavailable</td></tr>
 * <tr><td>3xx</td><td colspan="2">outcome unknown</td><td colspan="2">invalid response</td></tr>
 * </table>
 *
 * <p>A 5xx in place of the result of a job that is not said to have failed is taken for the queue's own trouble, unless it has the form
 * that only models use: a sound that was paid for must not be given up for it.
 *
 * <p>Of the service's request headers one is sent, {@code X-Fal-Request-Timeout}. {@code X-Fal-No-Retry} is not: the queue repeats only what
 * failed with 503, 504 or a lost connection, failures of 5xx are not billed, so its retries cost a member nothing and save
 * many a sound. {@code sync_mode} is never sent, so no result comes as a data address.
 *
 * @see "fal documentation: Inference API; Queue; Reliability; Common parameters; Errors (2026)"
 */
public final class FalProvider implements AudioProvider {
  public static final ProviderName NAME = new ProviderName("fal");

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final MediaType JSON_BODY = MediaType.get("application/json");
  private static final RequestBody NOTHING = RequestBody.create(new byte[0], null);

  private final FalSettings settings;
  private final DeclaredModels models;
  private final FalHost queue;
  private final FalHost run;
  private final HttpUrl billing;
  private final ServiceTransport transport;
  private final ServiceWords words;
  private final InstantSource clock;

  /**
   * @param declarations of this service's models; others are passed over
   * @param shared the program's one client; connections, timeouts and interceptors for this service are derived from it
   * @param clock for {@code Retry-After} with a date
   */
  public FalProvider(FalSettings settings, List<ModelDeclaration> declarations, OkHttpClient shared,
      InstantSource clock, ProviderCallListener listener) {
    this.settings = settings;
    this.models = new DeclaredModels(NAME, declarations);
    this.queue = new FalHost(settings.queueUrl());
    this.run = new FalHost(settings.runUrl());
    this.billing = new FalHost(settings.apiUrl()).at("v1/account/billing").newBuilder()
        .addQueryParameter("expand", "credits").build();
    this.transport = new ServiceTransport(NAME, KeyHeader.authorization("Key", settings.key()),
        settings.synchronous() ? settings.synchronousTimeout() : settings.callTimeout(), settings.callTimeout(),
        shared, listener);
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
    AudioRequest request = submission.request();
    Wire wire = models.wire(request.model());
    FalHost host = settings.synchronous() ? run : queue;
    Request.Builder call = new Request.Builder().url(host.at(wire.model()))
        .post(RequestBody.create(body(wire, request), JSON_BODY))
        .header("X-Fal-Request-Timeout", Long.toString(settings.patienceForStart().toSeconds()));
    Answer answer = transport.submit(call, submission, Answer::of);
    if (!answer.successful()) {
      return refused(answer, request.prompt());
    }
    return settings.synchronous() ? finished(answer) : accepted(answer, wire.model());
  }

  private static byte[] body(Wire wire, AudioRequest request) {
    try {
      return JSON.writeValueAsBytes(wire.body(request));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of strings and numbers is always JSON", e);
    }
  }

  private SubmitOutcome accepted(Answer answer, String model) throws ProviderException {
    FalAnswer submitted = understood(answer, Kind.OUTCOME_UNKNOWN);
    String id = submitted.requestId().filter(FalRequest::isId)
        .orElseThrow(() -> new ProviderException(Kind.OUTCOME_UNKNOWN, answer + " without a request's id"));
    return new SubmitOutcome.Accepted(FalRequest.of(model, id, submitted, queue).jobId(), Optional.empty());
  }

  private static SubmitOutcome finished(Answer answer) throws ProviderException {
    FalAnswer output = understood(answer, Kind.OUTCOME_UNKNOWN);
    return output.fileUrl().flatMap(FalProvider::address)
        .<SubmitOutcome>map(result -> new SubmitOutcome.Finished(result, output.cost()))
        .orElseGet(() -> new SubmitOutcome.Refused(FailureReason.RESULT_MISSING, "no result is named"));
  }

  private SubmitOutcome refused(Answer answer, String prompt) throws ProviderException {
    int status = answer.status();
    Optional<FalError> error = FalAnswer.of(answer).flatMap(FalAnswer::error);
    return switch (status) {
      case 401 -> new SubmitOutcome.Refused(FailureReason.KEY_REJECTED, detail(answer, prompt));
      case 402 -> new SubmitOutcome.Refused(FailureReason.OUT_OF_CREDITS, detail(answer, prompt));
      case 403 -> new SubmitOutcome.Refused(
          error.filter(FalProvider::isLock).isPresent() ? FailureReason.OUT_OF_CREDITS : FailureReason.KEY_REJECTED,
          detail(answer, prompt));
      case 404 -> new SubmitOutcome.Refused(FailureReason.MODEL_UNAVAILABLE, detail(answer, prompt));
      case 408 -> throw failed(Kind.OUTCOME_UNKNOWN, answer, prompt);
      case 429 -> throw failed(Kind.THROTTLED, answer, prompt);
      case 503 -> throw failed(Kind.UNAVAILABLE, answer, prompt);
      default -> {
        if (status >= 400 && status < 500) {
          yield new SubmitOutcome.Refused(
              error.map(known -> known.reason(status)).orElse(FailureReason.REQUEST_REFUSED), detail(answer, prompt));
        }
        if (settings.synchronous() && status >= 500 && error.filter(FalError::typed).isPresent()) {
          yield new SubmitOutcome.Refused(
              error.get().is("request_timeout", "startup_timeout")
                  ? FailureReason.SERVICE_UNAVAILABLE // it never began
                  : error.get().reason(status),
              detail(answer, prompt));
        }
        throw failed(Kind.OUTCOME_UNKNOWN, answer, prompt);
      }
    };
  }

  /** {@code User is locked. Reason: Exhausted balance}: not in the documents, but in many reports of users. */
  private static boolean isLock(FalError error) {
    String message = error.message().toLowerCase(Locale.ROOT);
    return message.contains("locked") || message.contains("balance");
  }

  @Override
  public PollOutcome poll(ProviderJobId jobId, String correlationId) throws ProviderException {
    FalRequest request = FalRequest.of(jobId);
    Answer answer = ask(request.status(), "poll");
    if (!answer.successful()) {
      throw failed(answer.failureOfQuestion(), answer, "");
    }
    FalAnswer status = understood(answer, Kind.INVALID_RESPONSE);
    String word = status.status()
        .orElseThrow(() -> new ProviderException(Kind.INVALID_RESPONSE, answer + " without a request's status"));
    return switch (word) {
      // The service counts the requests that are ahead, so the next one has 0.
      case "IN_QUEUE" -> new PollOutcome.Running(status.queuePosition().isPresent()
          ? Progress.queuedAt(status.queuePosition().getAsInt() + 1)
          : Progress.QUEUED);
      case "IN_PROGRESS" -> new PollOutcome.Running(Progress.GENERATING);
      case "COMPLETED" -> result(request, status.error());
      default -> new PollOutcome.Running(Progress.UNKNOWN);
    };
  }

  /** @param told what the status said about a failure */
  private PollOutcome result(FalRequest request, Optional<FalError> told) throws ProviderException {
    Answer answer = ask(request.result(), "result");
    if (answer.successful()) {
      FalAnswer output = understood(answer, Kind.INVALID_RESPONSE);
      Optional<URI> result = output.fileUrl().flatMap(FalProvider::address);
      if (result.isPresent()) {
        return new PollOutcome.Finished(result.get(), output.cost());
      }
      return told.map(error -> ended(error, answer.status()))
          .orElseGet(() -> new PollOutcome.Refused(FailureReason.RESULT_MISSING, "no result is named"));
    }
    Optional<FalError> error = FalAnswer.of(answer).flatMap(FalAnswer::error)
        .filter(known -> isOfJob(known, answer.status(), told.isPresent()));
    if (error.isEmpty()) {
      throw failed(answer.failureOfQuestion(), answer, "");
    }
    return ended(error.filter(known -> known.typed() || told.isEmpty()).or(() -> told).orElseThrow(),
        answer.status());
  }

  /** Whether an error in place of a result is how the job ended, rather than trouble with asking for it. */
  private static boolean isOfJob(FalError error, int status, boolean toldByStatus) {
    return switch (status) {
      case 401, 402, 403, 404, 408, 429 -> false;
      case 422 -> true;
      default -> status >= 500 ? error.ofModel() || toldByStatus : status >= 400 && (error.typed() || toldByStatus);
    };
  }

  /** By the service's pages, a 422 of a job that it had taken may be charged. */
  private PollOutcome ended(FalError error, int status) {
    FailureReason reason = switch (error.reason(status)) {
      case CONTENT_REFUSED, REQUEST_REFUSED -> FailureReason.JOB_REFUSED;
      case FailureReason other -> other;
    };
    return new PollOutcome.Refused(reason, "HTTP " + status + ": " + words.clean(error.words(), ""));
  }

  private Answer ask(String path, String name) throws ProviderException {
    return transport.ask(new Request.Builder().url(queue.resolve(path)), name, Answer::of);
  }

  @Override
  public boolean cancels() {
    return !settings.synchronous();
  }

  /** A job that has begun may be made and charged all the same. */
  @Override
  public CancelOutcome cancel(ProviderJobId jobId) throws ProviderException {
    Request.Builder request = new Request.Builder().url(queue.resolve(FalRequest.of(jobId).cancel())).put(NOTHING);
    Answer answer = transport.ask(request, "cancel", Answer::of);
    Optional<FalAnswer> body = FalAnswer.of(answer);
    if (answer.successful() && (body.isPresent() || answer.body().length == 0)) {
      return CancelOutcome.REQUESTED; // whatever it says: three documents have three bodies
    }
    if (answer.status() == 404) {
      return CancelOutcome.UNKNOWN_JOB;
    }
    if (answer.status() == 400 && body.flatMap(FalAnswer::status).filter("ALREADY_COMPLETED"::equals).isPresent()) {
      return CancelOutcome.TOO_LATE;
    }
    throw failed(answer.failureOfQuestion(), answer, "");
  }

  /** Only an admin's key may ask. */
  @Override
  public Optional<Balance> balance() throws ProviderException {
    Answer answer = transport.ask(new Request.Builder().url(billing), "balance", Answer::of);
    if (answer.status() == 401 || answer.status() == 403) {
      return Optional.empty();
    }
    if (!answer.successful()) {
      throw failed(answer.failureOfQuestion(), answer, "");
    }
    return understood(answer, Kind.INVALID_RESPONSE).balance();
  }

  private static FalAnswer understood(Answer answer, Kind otherwise) throws ProviderException {
    return FalAnswer.of(answer)
        .orElseThrow(() -> new ProviderException(otherwise, answer + " that is no JSON object"));
  }

  /** Only whether it is an address at all; whether it may be asked is the fetcher's decision. */
  private static Optional<URI> address(String url) {
    try {
      URI uri = new URI(url);
      return uri.isAbsolute() && !"data".equalsIgnoreCase(uri.getScheme()) ? Optional.of(uri) : Optional.empty();
    } catch (URISyntaxException malformed) {
      return Optional.empty();
    }
  }

  private ProviderException failed(Kind kind, Answer answer, String prompt) {
    return new ProviderException(kind, detail(answer, prompt), answer.retryAfter(clock).orElse(null), null);
  }

  private String detail(Answer answer, String prompt) {
    return FalAnswer.of(answer).flatMap(FalAnswer::error)
        .map(error -> "HTTP " + answer.status() + ": " + words.clean(error.words(), prompt))
        .orElseGet(answer::toString);
  }
}
