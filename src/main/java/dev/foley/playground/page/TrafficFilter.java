package dev.foley.playground.page;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;

/**
 * Looks on while the bot talks to Discord and to its services, all of which share one server. It sits before every route, so that
 * no part of the playground knows of it, and what it sees is what went over the wire.
 */
final class TrafficFilter extends HttpFilter {
  private static final long serialVersionUID = 1L;

  private final transient Exchanges exchanges;
  private final transient InstantSource clock;

  TrafficFilter(Exchanges exchanges, InstantSource clock) {
    this.exchanges = exchanges;
    this.clock = clock;
  }

  @Override
  protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String path = request.getRequestURI();
    boolean service = path.startsWith("/services/") || path.startsWith("/cdn/");
    if (!service && !path.startsWith("/api/")) {
      chain.doFilter(request, response);
      return;
    }
    Instant at = clock.instant();
    long begun = System.nanoTime();
    WatchedRequest watched = new WatchedRequest(request);
    WatchedResponse answer = new WatchedResponse(response);
    try {
      chain.doFilter(watched, answer);
    } finally {
      double millis = (System.nanoTime() - begun) / 1e6;
      boolean cut = !ServletContextRequest.getServletContextRequest(request).getConnectionMetaData().getConnection()
          .getEndPoint().isOpen();
      String method = request.getMethod();
      String target = request.getQueryString() == null ? path : path + "?" + request.getQueryString();
      int status = cut ? 0 : answer.getStatus();
      Supplier<String> asked = watched.body();
      Supplier<String> answered = answer.body();
      exchanges.add(number -> new Exchange(number, at, service ? "service" : "discord", method, Secrets.masked(target),
          status, millis, asked.get(), answered.get()));
    }
  }
}
