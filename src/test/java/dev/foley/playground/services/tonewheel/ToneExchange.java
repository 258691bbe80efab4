package dev.foley.playground.services.tonewheel;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.foley.playground.services.Exchange;
import dev.foley.playground.services.Fault;
import dev.foley.playground.services.Reply;
import io.javalin.http.Context;

/** One request, and the words of its answers. */
record ToneExchange(Context ctx) implements Exchange {
  @Override
  public Reply stamped(Reply reply) {
    return reply;
  }

  @Override
  public Reply error(int status, String name, String message, Fault.ErrorShape shape) {
    return Reply.json(status, JsonNodeFactory.instance.objectNode().put("problem", message));
  }
}
