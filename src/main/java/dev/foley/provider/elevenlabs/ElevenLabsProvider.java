package dev.foley.provider.elevenlabs;

import dev.foley.audio.PcmFormat;
import dev.foley.provider.Answer;
import dev.foley.provider.AudioModel;
import dev.foley.provider.AudioProvider;
import dev.foley.provider.AudioRequest;
import dev.foley.provider.Balance;
import dev.foley.provider.Cost;
import dev.foley.provider.CostUnit;
import dev.foley.provider.DeclaredModels;
import dev.foley.provider.FailureReason;
import dev.foley.provider.KeyHeader;
import dev.foley.provider.ModelDeclaration;
import dev.foley.provider.Parameter;
import dev.foley.provider.PollOutcome;
import dev.foley.provider.ProviderCallListener;
import dev.foley.provider.ProviderException;
import dev.foley.provider.ProviderException.Kind;
import dev.foley.provider.ProviderJobId;
import dev.foley.provider.ProviderName;
import dev.foley.provider.ServiceTransport;
import dev.foley.provider.ServiceWords;
import dev.foley.provider.SoundKind;
import dev.foley.provider.Spool;
import dev.foley.provider.SpoolException;
import dev.foley.provider.SpoolFile;
import dev.foley.provider.Submission;
import dev.foley.provider.SubmitOutcome;
import dev.foley.provider.Voice;
import dev.foley.provider.Wire;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;

/**
 * ElevenLabs: speech, sound effects and music. Every request is answered with the sound itself; there are no jobs. Thread-safe.
 *
 * <table>
 * <caption>Answers and their meaning; a code in the body goes before the status</caption>
 * <tr><th>answer</th><th>request for sound</th><th>question</th></tr>
 * <tr><td>2xx with audio</td><td>answered</td><td></td></tr>
 * <tr><td>2xx with HTML, JSON, nothing</td><td>refused: not audio, may have been charged</td><td>invalid response</td></tr>
 * <tr><td>2xx, cut off or too slow</td><td>refused: truncated, unreachable; may have been charged</td><td>as far as it came</td></tr>
 * <tr><td>400, 422, other 4xx but 408</td><td>refused: request</td><td>invalid response</td></tr>
 * <tr><td>422 bad_prompt, bad_composition_plan</td><td>refused: content</td><td></td></tr>
 * <tr><td>401</td><td>refused: key</td><td>unauthorized</td></tr>
 * <tr><td>401 quota_exceeded, 402 insufficient_credits</td><td>refused: out of credits</td><td>unavailable</td></tr>
 * <tr><td>403 subscription_required, feature_not_available, only_for_…</td><td>refused: plan</td><td>unavailable</td></tr>
 * <tr><td>403 voice_access_denied, 404 voice_not_found</td><td>refused: voice</td><td></td></tr>
 * <tr><td>other 404, 400 unsupported_model</td><td>refused: model</td><td>invalid response</td></tr>
 * <tr><td>429, system_busy</td><td colspan="2">throttled; 2 s for concurrent_limit_exceeded</td></tr>
 * <tr><td>503, or never written</td><td>unavailable</td><td>unavailable</td></tr>
 * <tr><td>408, other 5xx, 3xx, cut off before the head</td><td>outcome unknown</td><td>unavailable; 3xx invalid response</td></tr>
 * </table>
 *
 * <p>A long text is spoken in parts ({@link LongSpeech}); once the first of them came, everything that goes wrong may have
 * been charged.
 *
 * @see "ElevenLabs API reference: Text to speech, Sound effects, Music, Voices, Errors; 2026"
 */
public final class ElevenLabsProvider implements AudioProvider {
  public static final ProviderName NAME = new ProviderName("elevenlabs");

  private final ElevenLabsSettings settings;
  private final DeclaredModels models;
  private final ServiceTransport transport;
  private final ServiceErrors errors;
  private final SoundReceiver receiver;
  private final EffectCall effects;
  private final MusicCall music;
  private final LongSpeech speech;
  private final TextLimits limits;
  private final VoiceList voices;
  private final HttpUrl subscription;
  private final Spool spool;

  /**
   * @param declarations of this service's models; others are passed over
   * @param spool takes the sounds
   * @param shared the program's one client; connections, timeouts and interceptors for this service are derived from it
   * @param clock for {@code Retry-After} with a date
   * @param concurrency is told how many requests are under way, as the service counts them
   */
  public ElevenLabsProvider(ElevenLabsSettings settings, List<ModelDeclaration> declarations, Spool spool,
      OkHttpClient shared, InstantSource clock, ProviderCallListener listener, ConcurrencyListener concurrency) {
    this.settings = settings;
    this.models = new DeclaredModels(NAME, declarations);
    this.spool = spool;
    HttpUrl base = HttpUrl.get(settings.baseUrl().toString());
    this.transport = new ServiceTransport(NAME, KeyHeader.named("xi-api-key", settings.key()),
        settings.answerTimeout(), settings.callTimeout(), shared, listener);
    this.errors = new ServiceErrors(new ServiceWords(settings.key()), clock);
    this.receiver = new SoundReceiver(transport, errors, concurrency);
    this.effects = new EffectCall(base, settings.formats().of(SoundKind.SOUND));
    this.music = new MusicCall(base, settings.formats().of(SoundKind.MUSIC));
    this.speech = new LongSpeech(new SpeechCall(base, settings.speech()), receiver,
        settings.speech().logging().orElse(true));
    this.limits = new TextLimits(transport, base);
    this.voices = new VoiceList(transport, base, errors);
    this.subscription = base.newBuilder().addPathSegments("v1/user/subscription").build();
  }

  @Override
  public ProviderName name() {
    return NAME;
  }

  /** As they are declared, in the formats that the host has chosen. */
  @Override
  public List<AudioModel> models() {
    return models.models().stream().map(this::inOurFormat).toList();
  }

  private AudioModel inOurFormat(AudioModel model) {
    SoundKind kind = model.kinds().stream().min(SoundKind::compareTo).orElseThrow();
    return new AudioModel(model.id(), model.provider(), model.kinds(), model.prompt(), model.parameters(),
        model.required(), List.of(settings.formats().of(kind).result()), model.usualSeconds(), model.price(),
        model.maxInFlight(), model.linked());
  }

  @Override
  public SubmitOutcome submit(Submission submission) throws ProviderException {
    AudioRequest request = submission.request();
    Wire wire = models.wire(request.model());
    return switch (request.kind()) {
      case SPEECH -> speak(submission, wire);
      case SOUND -> kept(submission, Optional.empty(),
          file -> receiver.receive(effects.request(wire, request), submission, file));
      case MUSIC -> kept(submission, Optional.empty(),
          file -> receiver.receive(music.request(wire, request), submission, file));
    };
  }

  private SubmitOutcome speak(Submission submission, Wire wire) throws ProviderException {
    AudioRequest request = submission.request();
    String voice = request.text(Parameter.VOICE).orElse(settings.speech().voice());
    if (!VoiceId.isOne(voice)) {
      return new SubmitOutcome.Refused(FailureReason.VOICE_REFUSED, "not a voice's id");
    }
    OutputFormat usual = settings.formats().of(SoundKind.SPEECH);
    List<String> parts = TextParts.of(request.prompt(), limits.of(wire.model(), request.prompt().length())).stream()
        .filter(part -> !part.isBlank()).toList();
    OutputFormat format = parts.size() > 1 ? usual.joinable() : usual;
    return kept(submission, format.samples(),
        file -> speech.speak(submission, wire, voice, format, parts, file));
  }

  /** Puts sound into a file that was begun. */
  private interface Making {
    Receipt into(SpoolFile file) throws ProviderException;
  }

  private SubmitOutcome kept(Submission submission, Optional<PcmFormat> samples, Making making)
      throws ProviderException {
    // Begun before anything is sent: a disk that takes nothing is noticed while it costs nothing.
    try (SpoolFile file = spool.begin(submission.correlationId(), samples)) {
      return switch (making.into(file)) {
        case Receipt.Unusable(SubmitOutcome.Refused outcome) -> outcome;
        case Receipt.Whole whole -> finished(file, whole);
      };
    } catch (SpoolException e) {
      return SoundReceiver.notKept(e).outcome();
    }
  }

  private static SubmitOutcome finished(SpoolFile file, Receipt.Whole whole) throws SpoolException {
    return SubmitOutcome.of(file.finish(Optional.empty()),
        whole.credits().map(credits -> new Cost(credits, CostUnit.ELEVENLABS_CREDITS)));
  }

  /** There are no jobs here, so this is about one of another time or place. */
  @Override
  public PollOutcome poll(ProviderJobId jobId, String correlationId) throws ProviderException {
    throw new ProviderException(Kind.INVALID_RESPONSE, "this service answers at once and has no jobs");
  }

  @Override
  public List<Voice> voices() throws ProviderException {
    return voices.all();
  }

  /** A key can be good for speech and not for questions about the account. */
  @Override
  public Optional<Balance> balance() throws ProviderException {
    Answer answer = transport.ask(new Request.Builder().url(subscription), "balance", Answer::of);
    if (ServiceErrors.lacksPermission(answer)) {
      return Optional.empty();
    }
    if (!answer.successful()) {
      throw errors.toQuestion(answer);
    }
    return Subscription.balance(answer);
  }
}
