package dev.foley.playground.services.elevenlabs;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.foley.playground.server.Part;
import dev.foley.playground.services.Chance;
import dev.foley.playground.services.CreditLedger;
import dev.foley.playground.services.Fault;
import dev.foley.playground.services.FaultyAnswers;
import dev.foley.playground.services.HookList;
import dev.foley.playground.services.RenderedClips;
import dev.foley.playground.services.Reply;
import dev.foley.playground.services.ServiceControl;
import dev.foley.playground.services.ServiceFaults;
import dev.foley.playground.services.ServiceHooks;
import dev.foley.playground.services.ServiceObservations;
import dev.foley.playground.services.Wire;
import io.javalin.config.JavalinConfig;
import io.javalin.http.HandlerType;
import java.net.URI;
import java.util.List;
import java.util.function.Supplier;

/**
 * ElevenLabs as far as speech, sound effects and music need it, by its published documents, with an offline synthesiser in
 * place of the models: each is answered with the sound itself, so there are no result files elsewhere.
 *
 * <p>It answers under {@value #API_PATH}, which takes the place of the service's own address. Everything it does wrong on
 * purpose is planned in {@link #faults()}: {@code SUBMIT} strikes the calls that make sound, {@code POLL} the questions
 * about voices, models and subscription, {@code JOB} the form of the sound. What it saw is in {@link #observations()},
 * {@link #received()} and {@link #ledger()}. Thread-safe.
 */
public final class SimulatedElevenLabs implements Part {
  /** The root of the API. */
  public static final String API_PATH = "/services/elevenlabs";
  /** The root of the control interface. */
  public static final String CONTROL_PATH = "/control/services/elevenlabs";

  private final ElevenLabsSettings settings;
  private final ServiceFaults faults = new ServiceFaults(SimulatedElevenLabs::knows);
  private final ServiceObservations observations = new ServiceObservations();
  private final CreditLedger ledger;
  private final RenderedClips clips;
  private final ElevenJobs jobs;
  private final Wire wire = new Wire();
  private final HookList hooks = new HookList();
  private final Chance chance;

  public SimulatedElevenLabs(ElevenLabsSettings settings) {
    this.settings = settings;
    ledger = new CreditLedger(settings.account().characters(), 1);
    chance = new Chance(settings.random());
    clips = new RenderedClips(settings.source());
    jobs = new ElevenJobs(settings, ledger);
  }

  /** What it is to do wrong. */
  public ServiceFaults faults() {
    return faults;
  }

  /** What it saw. */
  public ServiceObservations observations() {
    return observations;
  }

  /** The latest requests for sound with all that they said, refused ones included, oldest first. */
  public List<ReceivedRequest> received() {
    return jobs.received();
  }

  /** What it charged so far. */
  public CreditLedger ledger() {
    return ledger;
  }

  /** Calls these hooks too, from now on. A job's id is its {@code request-id}. */
  public void addHooks(ServiceHooks added) {
    hooks.add(added);
  }

  @Override
  public void register(JavalinConfig config, Supplier<URI> baseUrl) {
    ElevenDoor door = new ElevenDoor(settings, chance);
    FaultyAnswers answers = new FaultyAnswers(wire, ElevenAccount.SHAPE);
    ElevenGeneration generation = new ElevenGeneration(door, jobs, new ElevenConcurrency(settings.account().plan()),
        faults, observations, hooks, answers, clips, wire, chance);
    ElevenAccount account = new ElevenAccount(settings, door, ledger, faults, observations, answers);
    ElevenEndpoint speech = new SpeechEndpoint(settings, chance);
    ElevenEndpoint sound = new SoundEndpoint(settings, chance);
    ElevenEndpoint music = new MusicEndpoint(settings, chance);

    config.routes.post(API_PATH + "/v1/text-to-speech/{voice_id}", ctx -> generation.submit(ctx, speech));
    config.routes.post(API_PATH + "/v1/sound-generation", ctx -> generation.submit(ctx, sound));
    config.routes.post(API_PATH + "/v1/music", ctx -> generation.submit(ctx, music));
    config.routes.get(API_PATH + "/v2/voices", account::voices);
    config.routes.get(API_PATH + "/v1/voices", account::allVoices);
    config.routes.get(API_PATH + "/v1/models", account::models);
    config.routes.get(API_PATH + "/v1/user/subscription", account::subscription);
    for (HandlerType method : List.of(HandlerType.GET, HandlerType.POST, HandlerType.PUT, HandlerType.PATCH,
        HandlerType.DELETE)) {
      config.routes.addHttpHandler(method, API_PATH + "/<path>", account::unknown);
    }
    config.events.serverStopping(wire::release); // so that the server need not wait for answers that are held back
    new ServiceControl(settings.keys(), settings.times().speech()::timeFactor, jobs::accepted, ledger, faults,
        observations).register(config, CONTROL_PATH);
    config.routes.get(CONTROL_PATH + "/requests", ctx -> Wire.send(ctx, Reply.json(200, requests())));
  }

  private ArrayNode requests() {
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    for (ReceivedRequest request : received()) {
      var node = list.addObject().put("requestId", request.requestId()).put("path", request.path());
      request.query().forEach(node.putObject("query")::put);
      node.set("body", request.body());
    }
    return list;
  }

  /** It has no jobs that are asked about, and no files elsewhere. */
  private static boolean knows(Fault fault, Fault.Moment at) {
    return switch (fault) {
      case Fault.Status _, Fault.Hang _, Fault.Drop _, Fault.Garbled _, Fault.Transfer _, Fault.Slow _ ->
        at == Fault.Moment.SUBMIT || at == Fault.Moment.POLL;
      case Fault.Fields _ -> at == Fault.Moment.POLL;
      case Fault.File _ -> at == Fault.Moment.JOB;
      case Fault.Legacy _, Fault.Word _, Fault.Outcome _, Fault.ResultAt _, Fault.Redirect _ -> false;
    };
  }

  @Override
  public void close() {
    clips.close();
  }
}
