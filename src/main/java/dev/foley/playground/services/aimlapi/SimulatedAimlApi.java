package dev.foley.playground.services.aimlapi;

import dev.foley.playground.server.Part;
import dev.foley.playground.services.Chance;
import dev.foley.playground.services.CreditLedger;
import dev.foley.playground.services.Fault;
import dev.foley.playground.services.FaultyAnswers;
import dev.foley.playground.services.HookList;
import dev.foley.playground.services.RenderedClips;
import dev.foley.playground.services.ResultCdn;
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
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The AIML API as far as its music models need it, by its published documents, with an offline synthesiser in place of
 * the models: submit and poll, balance and catalogue, result files, and a control interface.
 *
 * <p>It answers under {@value #API_PATH}, which takes the place of the service's own address, and serves results under
 * {@value #CDN_PATH}. Everything it does wrong on purpose is planned in {@link #faults()}; what it saw is in
 * {@link #observations()} and {@link #ledger()}. Thread-safe.
 */
public final class SimulatedAimlApi implements Part {
  /** The root of the API. */
  public static final String API_PATH = "/services/aimlapi";
  /** The root of the result files. */
  public static final String CDN_PATH = "/cdn/aimlapi";
  /** The root of the control interface. */
  public static final String CONTROL_PATH = "/control/services/aimlapi";

  private final AimlApiSettings settings;
  private final ServiceFaults faults = new ServiceFaults(SimulatedAimlApi::knows);
  private final ServiceObservations observations = new ServiceObservations();
  private final CreditLedger ledger;
  private final RenderedClips clips;
  private final AimlJobs jobs;
  private final Wire wire = new Wire();
  private final HookList hooks = new HookList();
  private final Chance chance;

  public SimulatedAimlApi(AimlApiSettings settings) {
    this.settings = settings;
    ledger = new CreditLedger(settings.money().openingCredits(), 1);
    chance = new Chance(settings.random());
    clips = new RenderedClips(settings.source());
    jobs = new AimlJobs(settings, ledger, faults, clips, chance);
  }

  /** What it is to do wrong. */
  public ServiceFaults faults() {
    return faults;
  }

  /** What it saw. */
  public ServiceObservations observations() {
    return observations;
  }

  /** What it charged and refunded so far; refunds that have become due are made first. */
  public CreditLedger ledger() {
    jobs.settle();
    return ledger;
  }

  /** Calls these hooks too, from now on. */
  public void addHooks(ServiceHooks added) {
    hooks.add(added);
  }

  @Override
  public void register(JavalinConfig config, Supplier<URI> baseUrl) {
    Supplier<URI> cdnRoot = () -> URI.create(baseUrl.get() + CDN_PATH);
    AimlKeys keys = new AimlKeys(settings, chance);
    AimlGeneration generation = new AimlGeneration(keys, jobs, faults, observations, hooks,
        new FaultyAnswers(wire, AimlGeneration.SHAPE), clips, cdnRoot);
    AimlAccount account = new AimlAccount(keys, jobs, ledger, settings.money().creditsPerStep(), faults, wire);

    config.routes.post(API_PATH + "/v2/generate/audio", generation::submit);
    config.routes.get(API_PATH + "/v2/generate/audio", generation::poll);
    config.routes.get(API_PATH + "/v2/billing", account::balance);
    config.routes.get(API_PATH + "/v1/models", account::models);
    for (HandlerType method : List.of(HandlerType.GET, HandlerType.POST, HandlerType.PUT, HandlerType.PATCH,
        HandlerType.DELETE)) {
      config.routes.addHttpHandler(method, API_PATH + "/<path>", account::unknown);
    }
    new ResultCdn(settings.keys(), this::resultAt, faults, observations, hooks, wire, cdnRoot).register(config,
        CDN_PATH);
    config.events.serverStopping(wire::release); // so that the server need not wait for answers that are held back
    new ServiceControl(settings.keys(), settings.times()::timeFactor, this::described, ledger, faults, observations)
        .register(config, CONTROL_PATH);
  }

  /** It has no filter that takes sounds away. */
  private static boolean knows(Fault fault, Fault.Moment at) {
    return switch (fault) {
      case Fault.Outcome outcome -> outcome.end() != Fault.Outcome.End.FILTERED;
      default -> true;
    };
  }

  private Optional<ResultCdn.Result> resultAt(String path) {
    return jobs.finishedAt(path)
        .map(job -> new ResultCdn.Result(job.id(), job.request().prompt(), job.file(clips), job.contentType()));
  }

  private List<ServiceControl.Job> described() {
    jobs.settle();
    Instant now = settings.clock().instant();
    return jobs.all().stream().map(job -> new ServiceControl.Job(job.id(), job.request().prompt(),
        job.status(now).name().toLowerCase(Locale.ROOT), seconds(job), job.credits(),
        job.due(now).orElse(null))).toList();
  }

  private static double seconds(AimlJob job) {
    return job.request().length().toMillis() / 1e3;
  }

  @Override
  public void close() {
    clips.close();
  }
}
