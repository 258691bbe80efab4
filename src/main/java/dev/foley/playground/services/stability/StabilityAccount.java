package dev.foley.playground.services.stability;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.foley.playground.services.AnswerShape;
import dev.foley.playground.services.CreditLedger;
import dev.foley.playground.services.Fault;
import dev.foley.playground.services.FaultyAnswers;
import dev.foley.playground.services.Refusal;
import dev.foley.playground.services.Reply;
import dev.foley.playground.services.ServiceFaults;
import dev.foley.playground.services.Wire;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;

/** The balance, and everything that is not there. Thread-safe. */
final class StabilityAccount {
  private final StabilityKeys keys;
  private final StabilityJobs jobs;
  private final CreditLedger ledger;
  private final ServiceFaults faults;
  private final FaultyAnswers answers;

  StabilityAccount(StabilityKeys keys, StabilityJobs jobs, CreditLedger ledger, ServiceFaults faults, Wire wire) {
    this.keys = keys;
    this.jobs = jobs;
    this.ledger = ledger;
    this.faults = faults;
    this.answers = new FaultyAnswers(wire, new AnswerShape(List.of(), List.of("credits")));
  }

  void balance(Context ctx) throws IOException {
    StabilityExchange exchange = keys.open(ctx);
    answers.answer(exchange, faults.take(Fault.Moment.ACCOUNT, "", null), () -> balance(exchange));
  }

  private Reply balance(StabilityExchange exchange) {
    try {
      String key = keys.check(exchange);
      jobs.settle(exchange.at());
      double credits = (double) ledger.balance(key) / ledger.unitsPerCredit();
      return exchange.stamped(Reply.json(200, JsonNodeFactory.instance.objectNode().put("credits", credits)));
    } catch (Refusal e) {
      return exchange.stamped(exchange.v1(e.status(), e.name(), e.reason()));
    }
  }

  /** Everything else under the API's root. */
  void unknown(Context ctx) throws IOException {
    StabilityExchange exchange = keys.open(ctx);
    Wire.send(ctx, exchange.error(404, "not_found", ctx.method() + " " + ctx.path() + ": is not there",
        Fault.ErrorShape.PROBLEM));
  }
}
