package dev.foley.playground.services;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.foley.playground.server.Part;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.net.URI;
import java.util.function.Supplier;

/** The pace of all services over HTTP: {@code GET} and {@code PUT} of {@code {"timeFactor": 8}}. */
public final class PaceControl implements Part {
  private static final String PATH = "/control/pace";
  /** Beyond it, everything but the sound takes no time at all. */
  private static final double FASTEST = 1000;
  private static final ObjectMapper JSON = JsonMapper.builder().build();

  private final Pace pace;

  public PaceControl(Pace pace) {
    this.pace = pace;
  }

  @Override
  public void register(JavalinConfig config, Supplier<URI> baseUrl) {
    config.routes.get(PATH, this::tell);
    config.routes.put(PATH, this::set);
  }

  private void set(Context ctx) throws IOException {
    double wanted = wanted(ctx);
    if (!(wanted > 0 && wanted <= FASTEST)) {
      Wire.send(ctx, Reply.json(400, JsonNodeFactory.instance.objectNode()
          .put("message", "“timeFactor” is a number above 0, at most " + Math.round(FASTEST) + ".")));
      return;
    }
    pace.set(wanted);
    tell(ctx);
  }

  private static double wanted(Context ctx) throws IOException {
    try {
      JsonNode factor = JSON.readTree(ctx.bodyAsBytes()).path("timeFactor");
      return factor.isNumber() ? factor.asDouble() : 0;
    } catch (JsonProcessingException e) {
      return 0;
    }
  }

  private void tell(Context ctx) throws IOException {
    Wire.send(ctx, Reply.json(200, JsonNodeFactory.instance.objectNode().put("timeFactor", pace.factor())));
  }
}
