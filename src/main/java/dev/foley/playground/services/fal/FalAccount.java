package dev.foley.playground.services.fal;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.foley.playground.services.CreditLedger;
import dev.foley.playground.services.Refusal;
import dev.foley.playground.services.Reply;
import dev.foley.playground.services.Wire;
import io.javalin.http.Context;
import java.io.IOException;

/** The account: {@code /v1/account/billing}. Thread-safe. */
final class FalAccount {
  private final FalKeys keys;
  private final FalJobs jobs;
  private final CreditLedger ledger;

  FalAccount(FalKeys keys, FalJobs jobs, CreditLedger ledger) {
    this.keys = keys;
    this.jobs = jobs;
    this.ledger = ledger;
  }

  void billing(Context ctx) throws IOException {
    FalExchange exchange = keys.open(ctx);
    Wire.send(ctx, billing(exchange));
  }

  private Reply billing(FalExchange exchange) {
    try {
      String key = keys.checkAdmin(exchange);
      jobs.settle();
      ObjectNode account = JsonNodeFactory.instance.objectNode().put("username", "playground");
      if ("credits".equals(exchange.ctx().queryParam("expand"))) {
        account.putObject("credits")
            .put("current_balance", (double) ledger.balance(key) / ledger.unitsPerCredit())
            .put("currency", "USD");
      }
      return exchange.stamped(Reply.json(200, account));
    } catch (Refusal e) {
      return exchange.error(e);
    }
  }

  /** Everything else. */
  void unknown(Context ctx) throws IOException {
    FalExchange exchange = keys.open(ctx);
    Wire.send(ctx, exchange.error(new Refusal(404, "Nothing is at " + ctx.method() + " " + ctx.path())));
  }
}
