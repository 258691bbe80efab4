package dev.foley.playground.services.aimlapi;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.foley.playground.services.AnswerShape;
import dev.foley.playground.services.Body;
import dev.foley.playground.services.CreditLedger;
import dev.foley.playground.services.Fault;
import dev.foley.playground.services.FaultyAnswers;
import dev.foley.playground.services.Refusal;
import dev.foley.playground.services.Reply;
import dev.foley.playground.services.ServiceFaults;
import dev.foley.playground.services.Wire;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/** Balance and catalogue: {@code /v2/billing} and {@code /v1/models}. Thread-safe. */
final class AimlAccount {
  private final AimlKeys keys;
  private final AimlJobs jobs;
  private final CreditLedger ledger;
  private final long creditsPerStep;
  private final ServiceFaults faults;
  private final FaultyAnswers answers;

  AimlAccount(AimlKeys keys, AimlJobs jobs, CreditLedger ledger, long creditsPerStep, ServiceFaults faults,
      Wire wire) {
    this.keys = keys;
    this.jobs = jobs;
    this.ledger = ledger;
    this.creditsPerStep = creditsPerStep;
    this.faults = faults;
    answers = new FaultyAnswers(wire, new AnswerShape(List.of(), List.of("current_balance", "data")));
  }

  void balance(Context ctx) throws IOException {
    AimlExchange exchange = keys.open(ctx);
    answers.answer(exchange, faults.take(Fault.Moment.ACCOUNT, "", null), () -> balance(exchange));
  }

  private Reply balance(AimlExchange exchange) {
    try {
      String key = keys.check(exchange);
      jobs.settle();
      return exchange.stamped(Reply.json(200, JsonNodeFactory.instance.objectNode()
          .put("current_balance", AimlMoney.usd(ledger.balance(key)))
          .put("currency", "USD")));
    } catch (Refusal e) {
      return exchange.error(e);
    }
  }

  /** The catalogue needs no key. An id that it does not have gives an empty list. */
  void models(Context ctx) throws IOException {
    AimlExchange exchange = keys.open(ctx);
    ObjectNode list = JsonNodeFactory.instance.objectNode().put("object", "list");
    var data = list.putArray("data");
    String id = ctx.queryParam("id");
    String include = ctx.queryParam("include");
    boolean withPricing = include != null && Arrays.asList(include.split(",", -1)).contains("pricing");
    AimlModels.all().stream().filter(model -> id == null || model.id().equals(id))
        .forEach(model -> data.add(described(model, withPricing)));
    String etag = "\"" + Integer.toHexString(list.toString().hashCode()) + "\"";
    Reply reply = etag.equals(ctx.header("If-None-Match"))
        ? new Reply(304, "application/json; charset=utf-8", Body.EMPTY)
        : Reply.json(200, list);
    Reply stamped = exchange.stamped(reply).with("etag", etag);
    answers.answer(exchange, faults.take(Fault.Moment.ACCOUNT, "", null), () -> stamped);
  }

  private ObjectNode described(AimlModel model, boolean withPricing) {
    ObjectNode node = JsonNodeFactory.instance.objectNode().put("id", model.id());
    node.putArray("aliases");
    node.put("type", "audio");
    node.putObject("info").put("name", model.name() + " (simulated)").put("developer", model.developer())
        .put("description", "Answered by an offline synthesiser, not by the model");
    node.putArray("tags");
    if (withPricing) {
      ObjectNode pricing = node.putObject("pricing").put("kind", "fixed").put("currency", "USD");
      pricing.putArray("units").addObject().put("name", model.price().unit())
          .put("price", AimlMoney.usd(model.price().perUnit(creditsPerStep)));
    }
    return node;
  }

  /** Everything else under the API's root. */
  void unknown(Context ctx) throws IOException {
    AimlExchange exchange = keys.open(ctx);
    Wire.send(ctx, exchange.error(404, "", "Cannot " + ctx.method() + " " + ctx.path(), Fault.ErrorShape.PROBLEM));
  }
}
