package dev.foley.playground.services;

import dev.foley.sketch.MusicSketch;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/** Serves a service's result files. Needs no key, and refuses whoever sends one. Thread-safe. */
public final class ResultCdn {
  /** Says in every answer what one hears. */
  public static final String NOTICE_HEADER = "X-Foley-Sketch";
  /** What that header says. */
  public static final String NOTICE = MusicSketch.DISCLAIMER;
  private static final String MOVED = "moved/";
  private static final List<String> KEY_HEADERS = List.of("authorization", "xi-api-key");

  private final Set<String> keys;
  private final Function<String, Optional<Result>> results;
  private final ServiceFaults faults;
  private final ServiceObservations observations;
  private final ServiceHooks hooks;
  private final FaultyAnswers answers;
  private final Supplier<URI> root;

  /**
   * One result file.
   *
   * @param prompt of its job
   */
  public record Result(String jobId, String prompt, ResultFile file, String contentType) {}

  /**
   * @param keys of the service, which do not belong here
   * @param results the file that lies at a path below the root, if its job is finished
   * @param root of the files, without a trailing slash; known once the server has started
   */
  public ResultCdn(Set<String> keys, Function<String, Optional<Result>> results, ServiceFaults faults,
      ServiceObservations observations, ServiceHooks hooks, Wire wire, Supplier<URI> root) {
    this.keys = Set.copyOf(keys);
    this.results = results;
    this.faults = faults;
    this.observations = observations;
    this.hooks = hooks;
    this.answers = new FaultyAnswers(wire, new AnswerShape(List.of(), List.of()));
    this.root = root;
  }

  /** @param path the root below the server's address, such as {@code /cdn/aimlapi} */
  public void register(JavalinConfig config, String path) {
    config.routes.get(path + "/<path>", ctx -> download(ctx, ctx.pathParam("path")));
  }

  private void download(Context ctx, String path) throws IOException {
    Optional<String> leak = leak(ctx);
    if (leak.isPresent()) {
      observations.leaked(ctx.path());
      Wire.send(ctx, text(403, "A key does not belong here, but came in: " + leak.get()));
      return;
    }
    String usual = path.startsWith(MOVED) ? path.substring(MOVED.length()) : path;
    Optional<Result> found = results.apply(usual);
    if (found.isEmpty()) {
      Wire.send(ctx, text(404, "No such file"));
      return;
    }
    Result result = found.get();
    observations.downloaded(result.jobId());
    hooks.downloadStarted(result.jobId());
    Reply file = new Reply(200, result.contentType(), Map.of(NOTICE_HEADER, NOTICE), result.file());
    Optional<Fault> fault = faults.take(Fault.Moment.DOWNLOAD, result.prompt(), null);
    if (fault.isPresent() && fault.get() instanceof Fault.Redirect redirect) {
      String target = redirect.target();
      String elsewhere = root.get() + "/" + MOVED + usual;
      Wire.send(ctx, text(302, "Moved").with("Location", target == null ? elsewhere : target));
    } else if (fault.isPresent() && fault.get() instanceof Fault.Drop drop && drop.processed()) {
      Wire.sendPart(ctx, file, 0);
      Wire.drop(ctx);
    } else {
      answers.answer(new Download(ctx), fault, () -> file);
    }
  }

  /** What carries a key in a request that should have none: a header's name, or the query. */
  private Optional<String> leak(Context ctx) {
    for (var header : ctx.headerMap().entrySet()) {
      if (KEY_HEADERS.contains(header.getKey().toLowerCase(Locale.ROOT))
          || keys.contains(header.getValue())) {
        return Optional.of(header.getKey());
      }
    }
    boolean inQuery = ctx.queryParamMap().values().stream().flatMap(List::stream).anyMatch(keys::contains);
    return inQuery ? Optional.of("query") : Optional.empty();
  }

  private record Download(Context ctx) implements Exchange {
    @Override
    public Reply stamped(Reply reply) {
      return reply;
    }

    @Override
    public Reply error(int status, String name, String message, Fault.ErrorShape shape) {
      return text(status, Objects.requireNonNull(HttpStatus.forStatus(status)).getMessage());
    }
  }

  private static Reply text(int status, String text) {
    return Reply.text(status, "text/plain; charset=utf-8", text + "\n");
  }
}
