package dev.foley.provider.tonewheel;

import dev.foley.provider.Answer;
import dev.foley.provider.AudioModel;
import dev.foley.provider.AudioProvider;
import dev.foley.provider.AudioRequest;
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
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;

/** Tonewheel: a job is submitted by {@code POST /v1/tones} and asked about by {@code GET /v1/tones/<id>}. Thread-safe. */
final class TonewheelProvider implements AudioProvider {
  static final ProviderName NAME = new ProviderName("tonewheel");

  private static final MediaType JSON_BODY = MediaType.get("application/json");

  private final DeclaredModels models;
  private final HttpUrl tones;
  private final ServiceTransport transport;
  private final ServiceWords words;
  private final InstantSource clock;

  /**
   * @param declarations of this service's models; others are passed over
   * @param shared the program's one client; connections, timeouts and interceptors for this service are derived from it
   * @param clock for {@code Retry-After} with a date
   */
  TonewheelProvider(TonewheelSettings settings, List<ModelDeclaration> declarations, OkHttpClient shared,
      InstantSource clock, ProviderCallListener listener) {
    this.models = new DeclaredModels(NAME, declarations);
    this.tones = HttpUrl.get(settings.baseUrl().toString()).newBuilder().addPathSegments("v1/tones").build();
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
    AudioRequest asked = submission.request();
    Wire wire = models.wire(asked.model());
    byte[] body = wire.body(asked).toString().getBytes(StandardCharsets.UTF_8);
    Request.Builder request = new Request.Builder().url(tones).post(RequestBody.create(body, JSON_BODY));
    Answer answer = transport.submit(request, submission, Answer::of);
    return answer.successful() ? accepted(answer) : refused(answer, asked.prompt());
  }

  /** It has been charged by now: an answer that cannot be understood is no reason to send it again. */
  private static SubmitOutcome accepted(Answer answer) throws ProviderException {
    String id = ToneAnswer.of(answer).id()
        .orElseThrow(() -> new ProviderException(Kind.OUTCOME_UNKNOWN, answer + " without a job id"));
    return new SubmitOutcome.Accepted(new ProviderJobId(id), Optional.empty());
  }

  private SubmitOutcome refused(Answer answer, String prompt) throws ProviderException {
    return switch (answer.status()) {
      case 400 -> new SubmitOutcome.Refused(FailureReason.REQUEST_REFUSED, detail(answer, prompt));
      case 401 -> new SubmitOutcome.Refused(FailureReason.KEY_REJECTED, detail(answer, prompt));
      case 402 -> new SubmitOutcome.Refused(FailureReason.OUT_OF_CREDITS, detail(answer, prompt));
      case 429 -> throw failed(Kind.THROTTLED, answer, prompt);
      case 503 -> throw failed(Kind.UNAVAILABLE, answer, prompt);
      default -> throw failed(Kind.OUTCOME_UNKNOWN, answer, prompt);
    };
  }

  @Override
  public PollOutcome poll(ProviderJobId jobId, String correlationId) throws ProviderException {
    HttpUrl url = tones.newBuilder().addPathSegment(jobId.value()).build();
    Answer answer = transport.ask(new Request.Builder().url(url), "poll", Answer::of);
    if (!answer.successful()) {
      throw failed(answer.failureOfQuestion(), answer, "");
    }
    ToneAnswer tone = ToneAnswer.of(answer);
    return switch (tone.state().orElse("")) {
      case "waiting" -> new PollOutcome.Running(Progress.QUEUED);
      case "turning" -> new PollOutcome.Running(Progress.GENERATING);
      case "done" -> tone.file().<PollOutcome>map(file -> new PollOutcome.Finished(file, Optional.empty()))
          .orElseGet(() -> new PollOutcome.Refused(FailureReason.RESULT_MISSING, "no result is named"));
      case "failed" -> new PollOutcome.Refused(FailureReason.GENERATION_FAILED, detail(answer, ""));
      default -> new PollOutcome.Running(Progress.UNKNOWN);
    };
  }

  private ProviderException failed(Kind kind, Answer answer, String prompt) {
    return new ProviderException(kind, detail(answer, prompt), answer.retryAfter(clock).orElse(null), null);
  }

  /** For the log: the service's own words, without what was sent. */
  private String detail(Answer answer, String prompt) {
    return ToneAnswer.of(answer).problem()
        .map(problem -> "HTTP " + answer.status() + ": " + words.clean(problem, prompt)).orElseGet(answer::toString);
  }
}
