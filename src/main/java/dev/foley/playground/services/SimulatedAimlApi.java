package dev.foley.playground.services;

import dev.foley.playground.server.Part;
import io.javalin.config.JavalinConfig;
import io.javalin.http.HandlerType;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The AIML API as far as {@code stable-audio} needs it, by its published documents, with an offline synthesiser in place
 * of the model: submit and poll, balance and catalogue, result files, and a control interface.
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
  private final ServiceFaults faults = new ServiceFaults();
  private final ServiceObservations observations = new ServiceObservations();
  private final CreditLedger ledger;
  private final RenderedClips clips;
  private final AimlJobs jobs;
  private final Wire wire = new Wire();
  private final AllHooks hooks = new AllHooks();

  public SimulatedAimlApi(AimlApiSettings settings) {
    this.settings = settings;
    ledger = new CreditLedger(settings.money().openingCredits());
    clips = new RenderedClips(settings.music());
    jobs = new AimlJobs(settings, ledger, faults, clips);
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
    hooks.all.add(added);
  }

  @Override
  public void register(JavalinConfig config, Supplier<URI> baseUrl) {
    Supplier<URI> cdnRoot = () -> URI.create(baseUrl.get() + CDN_PATH);
    AimlKeys keys = new AimlKeys(settings, jobs);
    AimlGeneration generation = new AimlGeneration(keys, jobs, faults, observations, hooks, new FaultyAnswers(wire),
        cdnRoot);
    AimlAccount account = new AimlAccount(keys, jobs, ledger, settings.money().creditsPerStep());
    AimlCdn cdn = new AimlCdn(keys, jobs, faults, observations, hooks, wire, clips, cdnRoot);

    config.routes.post(API_PATH + "/v2/generate/audio", generation::submit);
    config.routes.get(API_PATH + "/v2/generate/audio", generation::poll);
    config.routes.get(API_PATH + "/v2/billing", account::balance);
    config.routes.get(API_PATH + "/v1/models", account::models);
    for (HandlerType method : List.of(HandlerType.GET, HandlerType.POST, HandlerType.PUT, HandlerType.PATCH,
        HandlerType.DELETE)) {
      config.routes.addHttpHandler(method, API_PATH + "/<path>", account::unknown);
    }
    config.routes.get(CDN_PATH + "/<path>", ctx -> cdn.download(ctx, ctx.pathParam("path")));
    config.events.serverStopping(wire::release); // so that the server need not wait for answers that are held back
    new AimlControl(settings, jobs, ledger, faults, observations).register(config, CONTROL_PATH);
  }

  @Override
  public void close() {
    clips.close();
  }

  private static final class AllHooks implements ServiceHooks {
    private final List<ServiceHooks> all = new CopyOnWriteArrayList<>();

    private void each(Consumer<ServiceHooks> call) {
      all.forEach(call);
    }

    @Override
    public void submitReceived(String prompt) {
      each(hook -> hook.submitReceived(prompt));
    }

    @Override
    public void beforeSubmitAnswer(String jobId) {
      each(hook -> hook.beforeSubmitAnswer(jobId));
    }

    @Override
    public void afterSubmitAnswer(String jobId) {
      each(hook -> hook.afterSubmitAnswer(jobId));
    }

    @Override
    public void polled(String jobId) {
      each(hook -> hook.polled(jobId));
    }

    @Override
    public void downloadStarted(String jobId) {
      each(hook -> hook.downloadStarted(jobId));
    }
  }
}
