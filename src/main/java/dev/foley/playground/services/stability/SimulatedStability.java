package dev.foley.playground.services.stability;

import dev.foley.playground.server.Part;
import dev.foley.playground.services.Chance;
import dev.foley.playground.services.CreditLedger;
import dev.foley.playground.services.Fault;
import dev.foley.playground.services.HookList;
import dev.foley.playground.services.RenderedClips;
import dev.foley.playground.services.ServiceControl;
import dev.foley.playground.services.ServiceFaults;
import dev.foley.playground.services.ServiceHooks;
import dev.foley.playground.services.ServiceObservations;
import dev.foley.playground.services.Wire;
import io.javalin.config.JavalinConfig;
import io.javalin.http.HandlerType;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * Stability AI as far as text to audio needs it, by its published documents, with an offline synthesiser in place of the
 * models: Stable Audio 2 and 2.5 at once, Stable Audio 3 to be fetched later, the balance, and a control interface.
 *
 * <p>It answers under {@value #API_PATH}, which takes the place of the service's own address, and answers the audio
 * itself: there are no result files. Thread-safe.
 */
public final class SimulatedStability implements Part {
  /** The root of the API. */
  public static final String API_PATH = "/services/stability";
  /** Where result files would lie; nothing does. */
  public static final String CDN_PATH = "/cdn/stability";
  /** The root of the control interface. */
  public static final String CONTROL_PATH = "/control/services/stability";

  private final StabilitySettings settings;
  private final ServiceFaults faults = new ServiceFaults(SimulatedStability::knows);
  private final ServiceObservations observations = new ServiceObservations();
  private final CreditLedger ledger;
  private final RenderedClips clips;
  private final Wire wire = new Wire();
  private final HookList hooks = new HookList();
  private final Chance chance;
  private final StabilityJobs jobs;

  public SimulatedStability(StabilitySettings settings) {
    this.settings = settings;
    ledger = new CreditLedger(settings.money().openingCredits() * StabilityModel.UNITS_PER_CREDIT,
        StabilityModel.UNITS_PER_CREDIT);
    chance = new Chance(settings.random());
    clips = new RenderedClips(settings.source());
    jobs = new StabilityJobs(settings, ledger, faults, clips, chance);
  }

  /** What it is to do wrong. */
  public ServiceFaults faults() {
    return faults;
  }

  /** What it saw. */
  public ServiceObservations observations() {
    return observations;
  }

  /** What it charged and refunded so far, in hundredths of a credit; refunds that have become due are made first. */
  public CreditLedger ledger() {
    jobs.settle(settings.clock().instant());
    return ledger;
  }

  /** Calls these hooks too, from now on. */
  public void addHooks(ServiceHooks added) {
    hooks.add(added);
  }

  @Override
  public void register(JavalinConfig config, Supplier<URI> baseUrl) {
    StabilityKeys keys = new StabilityKeys(settings, chance);
    StabilityGeneration generation = new StabilityGeneration(keys, jobs, settings.limits(), faults, observations,
        hooks, clips, wire);
    StabilityAccount account = new StabilityAccount(keys, jobs, ledger, faults, wire);

    config.routes.post(API_PATH + "/v2beta/audio/stable-audio-2/text-to-audio", generation::synchronous);
    config.routes.post(API_PATH + "/v2beta/audio/stable-audio/text-to-audio", generation::asynchronous);
    config.routes.get(API_PATH + "/v2beta/audio/results/{id}", ctx -> generation.result(ctx, ctx.pathParam("id")));
    config.routes.get(API_PATH + "/v1/user/balance", account::balance);
    for (HandlerType method : List.of(HandlerType.GET, HandlerType.POST, HandlerType.PUT, HandlerType.PATCH,
        HandlerType.DELETE)) {
      config.routes.addHttpHandler(method, API_PATH + "/<path>", account::unknown);
    }
    config.events.serverStopping(wire::release); // so that the server need not wait for answers that are held back
    new ServiceControl(settings.keys(), settings.times()::timeFactor, this::described, ledger, faults, observations)
        .register(config, CONTROL_PATH);
  }

  /** It has no result files and no older answers; how a generation can end, it knows less of. */
  private static boolean knows(Fault fault, Fault.Moment at) {
    return at != Fault.Moment.DOWNLOAD && switch (fault) {
      case Fault.Outcome(Fault.Outcome.End end) -> switch (end) {
        case ERROR_OBJECT, NEVER, FILTERED -> true;
        case ERROR_STRING, ERROR_NULL, NO_AUDIO_FILE, NO_URL -> false;
      };
      case Fault.Legacy _, Fault.ResultAt _, Fault.Redirect _ -> false;
      default -> true;
    };
  }

  private List<ServiceControl.Job> described() {
    Instant now = settings.clock().instant();
    jobs.settle(now);
    return jobs.all().stream().map(job -> new ServiceControl.Job(job.id(), job.request().prompt(),
        job.status(now).name().toLowerCase(Locale.ROOT).replace('_', '-'), job.request().length().toMillis() / 1e3,
        job.request().price(), job.due(now).orElse(null))).toList();
  }

  @Override
  public void close() {
    clips.close();
  }
}
