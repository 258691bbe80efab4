package dev.foley.provider.stability;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.foley.provider.Answer;
import dev.foley.provider.AudioModel;
import dev.foley.provider.AudioProvider;
import dev.foley.provider.AudioRequest;
import dev.foley.provider.Balance;
import dev.foley.provider.CostUnit;
import dev.foley.provider.DeclaredModels;
import dev.foley.provider.FailureReason;
import dev.foley.provider.FetchOutcome;
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
import dev.foley.provider.Spool;
import dev.foley.provider.SpoolException;
import dev.foley.provider.SpoolFile;
import dev.foley.provider.Submission;
import dev.foley.provider.SubmitOutcome;
import dev.foley.provider.Wire;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import okhttp3.HttpUrl;
import okhttp3.MultipartBody;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Stability AI. Stable Audio 2 and 2.5 answer a submit with the sound; Stable Audio 3 answers with a job's id, and the poll of a
 * finished job answers with the sound. Thread-safe.
 *
 * <table>
 * <caption>Answers and their meaning</caption>
 * <tr><th>answer</th><th>submit</th><th>poll</th></tr>
 * <tr><td>200 with audio</td><td>answered</td><td>answered</td></tr>
 * <tr><td>200 with anything else</td><td>refused: not audio, may have been charged</td><td>invalid response</td></tr>
 * <tr><td>202</td><td>accepted; outcome unknown without an id</td><td>running</td></tr>
 * <tr><td>400, 413, other 4xx but 408</td><td>refused: request</td><td>invalid response</td></tr>
 * <tr><td>401</td><td>refused: key</td><td>unauthorized</td></tr>
 * <tr><td>402</td><td>refused: out of credits</td><td>unavailable</td></tr>
 * <tr><td>403 content_moderation</td><td>refused: content</td><td>refused: content</td></tr>
 * <tr><td>403 of another name</td><td>refused: plan</td><td>unavailable</td></tr>
 * <tr><td>404</td><td>refused: model</td><td>refused: no result; results last 24 hours</td></tr>
 * <tr><td>422 invalid_language, copyrighted_content</td><td>refused: language, content</td><td>likewise</td></tr>
 * <tr><td>429</td><td colspan="2">throttled for 60 s, which is how long the service locks out</td></tr>
 * <tr><td>500 in the service's own shape</td><td>refused: generation failed, which is free</td><td>unavailable</td></tr>
 * <tr><td>503, or never written</td><td>unavailable</td><td>unavailable</td></tr>
 * <tr><td>408, other 5xx, 3xx, cut off, too late</td><td>outcome unknown</td><td>unavailable; 3xx invalid response</td></tr>
 * </table>
 *
 * @see "Stability AI REST API v2beta: Stable Audio, 2026"
 */
public final class StabilityProvider implements AudioProvider {
  public static final ProviderName NAME = new ProviderName("stability");

  private static final String CLIENT_ID = "foley";
  private static final String FILTERED = "content_filtered";

  private final StabilitySettings settings;
  private final String clientVersion;
  private final DeclaredModels models;
  private final HttpUrl base;
  private final ServiceTransport transport;
  private final MemberPseudonym pseudonym;
  private final StabilityErrors errors;
  private final Spool spool;

  /**
   * @param declarations of this service's models; others are passed over
   * @param clientVersion of this program, for the service's own logs
   * @param spool takes the sounds
   * @param shared the program's one client; connections, timeouts and interceptors for this service are derived from it
   * @param clock for {@code Retry-After} with a date
   */
  public StabilityProvider(StabilitySettings settings, List<ModelDeclaration> declarations, String clientVersion,
      Spool spool, OkHttpClient shared, InstantSource clock, ProviderCallListener listener) {
    this.settings = settings;
    this.clientVersion = clientVersion;
    this.models = new DeclaredModels(NAME, declarations);
    this.base = HttpUrl.get(settings.baseUrl().toString());
    this.transport = new ServiceTransport(NAME, KeyHeader.authorization("Bearer", settings.key()),
        settings.answerTimeout(), settings.callTimeout(), shared, listener);
    this.pseudonym = new MemberPseudonym(settings.key());
    this.errors = new StabilityErrors(new ServiceWords(settings.key()), clock);
    this.spool = spool;
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
    Wire wire = models.wire(submission.request().model());
    Request.Builder request = new Request.Builder().url(endpoint(wire))
        .header("Accept", settings.answerForm().accept())
        .header("stability-client-id", CLIENT_ID)
        .header("stability-client-user-id", pseudonym.of(submission.memberId()))
        .header("stability-client-version", clientVersion)
        .post(form(wire, submission.request()));
    // Begun before anything is sent: a disk that takes nothing is noticed while it costs nothing.
    try (SpoolFile file = spool.begin(submission.correlationId(), Optional.empty())) {
      return transport.submit(request, submission,
          response -> submitted(response, file, submission.request().prompt()));
    } catch (SpoolException e) {
      return notKept(e);
    }
  }

  /** Models 2 and 2.5 share a path that names the older; 3 has one without a number. */
  private HttpUrl endpoint(Wire wire) {
    String path = wire.model().equals("stable-audio-3") ? "stable-audio" : "stable-audio-2";
    return base.newBuilder().addPathSegments("v2beta/audio").addPathSegment(path).addPathSegment("text-to-audio")
        .build();
  }

  private static MultipartBody form(Wire wire, AudioRequest request) {
    MultipartBody.Builder form = new MultipartBody.Builder().setType(MultipartBody.FORM)
        .addFormDataPart("model", wire.model());
    ObjectNode fields = wire.body(request);
    fields.properties().forEach(field -> form.addFormDataPart(field.getKey(), field.getValue().asText()));
    return form.build();
  }

  private SubmitOutcome submitted(Response response, SpoolFile file, String prompt) throws ProviderException {
    if (response.code() == 200) {
      return answered(response, file);
    }
    Answer answer = Answer.of(response);
    if (answer.successful()) {
      return new SubmitOutcome.Accepted(jobId(answer), Optional.empty());
    }
    return errors.toSubmit(answer, prompt);
  }

  private static ProviderJobId jobId(Answer answer) throws ProviderException {
    String id = answer.json().path("id").asText("");
    if (id.isBlank() || id.length() > 512) {
      throw new ProviderException(Kind.OUTCOME_UNKNOWN, answer + " without a job id");
    }
    return new ProviderJobId(id);
  }

  private static SubmitOutcome answered(Response response, SpoolFile file) {
    try {
      if (filtered(response)) {
        return new SubmitOutcome.Refused(FailureReason.CONTENT_REFUSED, "finish-reason: " + FILTERED);
      }
      return SubmitOutcome.of(SoundAnswer.receive(response, file), Optional.empty());
    } catch (SpoolException e) {
      return notKept(e);
    }
  }

  private static boolean filtered(Response response) {
    return FILTERED.equalsIgnoreCase(response.header("finish-reason"));
  }

  private static SubmitOutcome notKept(SpoolException e) {
    return new SubmitOutcome.Refused(FailureReason.RESULT_NOT_KEPT, String.valueOf(e.getMessage()));
  }

  @Override
  public PollOutcome poll(ProviderJobId jobId, String correlationId) throws ProviderException {
    HttpUrl url = base.newBuilder().addPathSegments("v2beta/audio/results").addPathSegment(jobId.value()).build();
    Request.Builder request = new Request.Builder().url(url).header("Accept", settings.answerForm().accept());
    try (SpoolFile file = spool.begin(correlationId, Optional.empty())) {
      return transport.ask(request, "poll", response -> polled(response, file));
    } catch (SpoolException e) {
      throw new ProviderException(Kind.UNAVAILABLE, String.valueOf(e.getMessage()), e);
    }
  }

  private PollOutcome polled(Response response, SpoolFile file) throws ProviderException {
    if (response.code() == 200) {
      return arrived(response, file);
    }
    Answer answer = Answer.of(response);
    if (answer.successful()) {
      return new PollOutcome.Running(Progress.GENERATING); // the service tells no more
    }
    return errors.toPoll(answer);
  }

  private static PollOutcome arrived(Response response, SpoolFile file) throws ProviderException {
    try {
      if (filtered(response)) {
        return new PollOutcome.Refused(FailureReason.CONTENT_REFUSED, "finish-reason: " + FILTERED);
      }
      return switch (SoundAnswer.receive(response, file)) {
        case FetchOutcome.Fetched fetched -> new PollOutcome.Answered(fetched.audio(), Optional.empty());
        // Asking again is free, so what came broken may come whole.
        case FetchOutcome.Broken broken -> throw new ProviderException(Kind.INVALID_RESPONSE, broken.detail());
        case FetchOutcome.Rejected rejected -> new PollOutcome.Refused(rejected.reason(), rejected.detail());
      };
    } catch (SpoolException e) {
      throw new ProviderException(Kind.UNAVAILABLE, String.valueOf(e.getMessage()), e);
    }
  }

  /** @see "Stability AI REST API v1: GET /v1/user/balance" */
  @Override
  public Optional<Balance> balance() throws ProviderException {
    HttpUrl url = base.newBuilder().addPathSegments("v1/user/balance").build();
    Answer answer = transport.ask(new Request.Builder().url(url), "balance", Answer::of);
    if (!answer.successful()) {
      throw errors.toQuestion(answer);
    }
    JsonNode credits = answer.json().path("credits");
    return credits.isNumber()
        ? Optional.of(new Balance(credits.decimalValue(), CostUnit.STABILITY_CREDITS, Optional.empty()))
        : Optional.empty();
  }
}
