package dev.foley.playground.services.fal;

import dev.foley.playground.server.Part;
import dev.foley.playground.services.Chance;
import dev.foley.playground.services.CreditLedger;
import dev.foley.playground.services.Fault;
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
 * fal as far as its sound models need it, by its published documents, with an offline synthesiser in place of the models:
 * the queue, the synchronous call, the balance, result files, and a control interface.
 *
 * <p>The queue answers under {@value #API_PATH}, the synchronous host under {@value #RUN_PATH}, the account under
 * {@value #ACCOUNT_PATH}; results lie under {@value #CDN_PATH}. Everything it does wrong on purpose is planned in
 * {@link #faults()}; what it saw is in {@link #observations()} and {@link #ledger()}. Thread-safe.
 */
public final class SimulatedFal implements Part {
  /** Takes the place of {@code queue.fal.run}. */
  public static final String API_PATH = "/services/fal";
  /** Takes the place of {@code fal.run}. */
  public static final String RUN_PATH = "/services/fal-run";
  /** Takes the place of {@code api.fal.ai}. */
  public static final String ACCOUNT_PATH = "/services/fal-api";
  /** The root of the result files. */
  public static final String CDN_PATH = "/cdn/fal";
  /** The root of the control interface. */
  public static final String CONTROL_PATH = "/control/services/fal";

  private static final int UNITS_PER_USD = 1_000;
  private static final List<HandlerType> OTHER_METHODS = List.of(HandlerType.GET, HandlerType.PUT, HandlerType.PATCH,
      HandlerType.DELETE);

  private final FalSettings settings;
  private final ServiceFaults faults = new ServiceFaults(SimulatedFal::knows);
  private final ServiceObservations observations = new ServiceObservations();
  private final CreditLedger ledger;
  private final RenderedClips clips;
  private final FalJobs jobs;
  private final Wire wire = new Wire();
  private final HookList hooks = new HookList();
  private final Chance chance;

  public SimulatedFal(FalSettings settings) {
    this.settings = settings;
    ledger = new CreditLedger(settings.money().opening(), UNITS_PER_USD);
    chance = new Chance(settings.random());
    clips = new RenderedClips(settings.source());
    jobs = new FalJobs(settings, ledger);
  }

  /** What it is to do wrong. */
  public ServiceFaults faults() {
    return faults;
  }

  /** What it saw. */
  public ServiceObservations observations() {
    return observations;
  }

  /** What it charged and refunded so far; refunds that have become due are made first. A credit is a US dollar. */
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
    FalKeys keys = new FalKeys(settings, chance);
    FalOutput output = new FalOutput(clips, cdnRoot);
    FalIntake intake = new FalIntake(keys, new FalFuture(settings, faults, clips, chance), faults, observations, hooks,
        wire);
    FalQueue queue = new FalQueue(keys, jobs, output, faults, observations, hooks, wire,
        () -> URI.create(baseUrl.get() + API_PATH));
    FalRun run = new FalRun(jobs, output, wire);
    FalAccount account = new FalAccount(keys, jobs, ledger);

    String request = API_PATH + "/{owner}/{alias}/requests/{id}";
    config.routes.get(request + "/status", queue::status);
    config.routes.get(request, queue::result);
    config.routes.put(request + "/cancel", queue::cancel);
    config.routes.post(API_PATH + "/<model>", ctx -> intake.receive(ctx, queue));
    config.routes.post(RUN_PATH + "/<model>", ctx -> intake.receive(ctx, run));
    config.routes.get(ACCOUNT_PATH + "/v1/account/billing", account::billing);
    for (String root : List.of(API_PATH, RUN_PATH, ACCOUNT_PATH)) {
      OTHER_METHODS.forEach(method -> config.routes.addHttpHandler(method, root + "/<path>", account::unknown));
    }
    config.routes.post(ACCOUNT_PATH + "/<path>", account::unknown);
    new ResultCdn(settings.keys(), this::resultAt, faults, observations, hooks, wire, cdnRoot).register(config,
        CDN_PATH);
    config.events.serverStopping(wire::release); // so that the server need not wait for answers that are held back
    new ServiceControl(settings.keys(), settings.times()::timeFactor, this::described, ledger, faults, observations)
        .register(config, CONTROL_PATH);
  }

  /** Its documents have no older answer to a submit. */
  private static boolean knows(Fault fault, Fault.Moment at) {
    return !(fault instanceof Fault.Legacy);
  }

  private Optional<ResultCdn.Result> resultAt(String path) {
    return jobs.finishedAt(path).flatMap(job -> job.end() instanceof FalEnd.Sounded sounded
        ? Optional.of(new ResultCdn.Result(job.id(), job.words(), FalOutput.file(sounded, clips),
            FalOutput.contentType(job.model(), sounded)))
        : Optional.empty());
  }

  private List<ServiceControl.Job> described() {
    jobs.settle();
    Instant now = settings.clock().instant();
    return jobs.all().stream().map(job -> new ServiceControl.Job(job.id(), job.words(),
        job.status(now).name().toLowerCase(Locale.ROOT), job.seconds(), job.bill().price(),
        job.due(now).orElse(null))).toList();
  }

  @Override
  public void close() {
    clips.close();
  }
}
