package dev.foley.playground.services.elevenlabs;

import com.fasterxml.jackson.databind.JsonNode;
import dev.foley.playground.services.CreditLedger;
import dev.foley.playground.services.Refusal;
import dev.foley.playground.services.ServiceControl;
import io.javalin.http.Context;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What was asked for and what was accepted, the latest of both. Thread-safe. */
final class ElevenJobs {
  private static final int MAX_REMEMBERED = 10_000;

  private final ElevenLabsSettings settings;
  private final CreditLedger ledger;
  private final Deque<ReceivedRequest> received = new ArrayDeque<>(); // guarded by this
  private final Deque<ServiceControl.Job> accepted = new ArrayDeque<>(); // guarded by this

  ElevenJobs(ElevenLabsSettings settings, CreditLedger ledger) {
    this.settings = settings;
    this.ledger = ledger;
  }

  synchronized void received(ElevenExchange exchange, JsonNode body) {
    Context ctx = exchange.ctx();
    Map<String, String> query = new HashMap<>();
    ctx.queryParamMap().forEach((name, values) -> query.put(name, values.getFirst()));
    remember(received, new ReceivedRequest(exchange.requestId(),
        ctx.path().substring(SimulatedElevenLabs.API_PATH.length()), query, body));
  }

  /**
   * Charges a request.
   *
   * @param takes until it is answered
   * @throws Refusal if the account has too little left: 401 or 402, as it is set up
   */
  synchronized void accept(String requestId, String key, String prompt, ElevenOrder order, Duration takes)
      throws Refusal {
    if (!ledger.charge(settings.clock().instant(), key, requestId, order.credits())) {
      boolean older = settings.account().usedUp() == ElevenLabsSettings.UsedUp.QUOTA_EXCEEDED;
      throw new Refusal(older ? 401 : 402, older ? "quota_exceeded" : "insufficient_credits",
          List.of("This needs " + order.credits() + " credits, " + ledger.balance(key) + " are left"));
    }
    double seconds = order.sound().length().map(Duration::toMillis).orElse(0L) / 1e3;
    remember(accepted, new ServiceControl.Job(requestId, prompt, "generating", seconds, order.credits(),
        settings.clock().instant().plus(takes)));
  }

  private static <T> void remember(Deque<T> list, T added) {
    if (list.size() == MAX_REMEMBERED) {
      list.removeFirst();
    }
    list.addLast(added);
  }

  /** Oldest first. */
  synchronized List<ReceivedRequest> received() {
    return List.copyOf(received);
  }

  /** Oldest first. */
  synchronized List<ServiceControl.Job> accepted() {
    Instant now = settings.clock().instant();
    return accepted.stream().map(job -> job.due() == null || now.isBefore(job.due())
        ? job
        : new ServiceControl.Job(job.id(), job.prompt(), "completed", job.seconds(), job.units(), null)).toList();
  }
}
