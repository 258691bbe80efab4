package dev.foley.playground.services;

import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Who may call. Thread-safe. */
final class AimlKeys {
  private static final Pattern BEARER = Pattern.compile("Bearer +(\\S+) *", Pattern.CASE_INSENSITIVE);

  private final Set<String> good;
  private final AimlApiSettings settings;
  private final AimlJobs jobs;

  AimlKeys(AimlApiSettings settings, AimlJobs jobs) {
    this.good = settings.keys();
    this.settings = settings;
    this.jobs = jobs;
  }

  Exchange open(Context ctx) {
    return new Exchange(ctx, jobs.uuid(), settings.clock().instant());
  }

  /**
   * The key of a request.
   *
   * @throws Refusal 401 if it is missing or not a good one
   */
  String check(Exchange exchange) throws Refusal {
    String header = exchange.ctx().header("Authorization");
    if (header == null) {
      throw new Refusal(401, "Authorization: expected 'Bearer <key>', received nothing");
    }
    Matcher bearer = BEARER.matcher(header);
    if (!bearer.matches() || !good.contains(bearer.group(1))) {
      throw new Refusal(401, "Authorization: expected 'Bearer <key>' with a key of an account, received another one");
    }
    return bearer.group(1);
  }

  /** What carries a key in a request that should have none: a header's name, or the query. */
  Optional<String> leak(Context ctx) {
    for (var header : ctx.headerMap().entrySet()) {
      if (header.getKey().equalsIgnoreCase("Authorization") || good.contains(header.getValue())) {
        return Optional.of(header.getKey());
      }
    }
    boolean inQuery = ctx.queryParamMap().values().stream().flatMap(List::stream).anyMatch(good::contains);
    return inQuery ? Optional.of("query") : Optional.empty();
  }
}
