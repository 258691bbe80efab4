package dev.foley.playground.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A method of a route, called with one path and query. Schemas are named by their JSON pointers in the document. */
record Operation(Route route, String method, String path, Map<String, String> query) {
  static final String JSON_SCHEMA = "/content/application~1json/schema";

  /** A parameter of path or query as it was given. */
  record Argument(String name, String text, String schema) {
    /** The text by itself and as the number or truth value that it may stand for. */
    List<JsonNode> readings() {
      List<JsonNode> readings = new ArrayList<>(List.of(TextNode.valueOf(text)));
      if (text.matches("-?[0-9]{1,18}")) {
        readings.add(LongNode.valueOf(Long.parseLong(text)));
      } else if (text.equals("true") || text.equals("false")) {
        readings.add(BooleanNode.valueOf(text.equals("true")));
      }
      return readings;
    }
  }

  static Optional<Operation> find(List<Route> routes, String method, String target) {
    URI uri = URI.create(target);
    String verb = method.toLowerCase(Locale.ROOT);
    return Route.find(routes, uri.getPath())
        .filter(route -> route.item().has(verb))
        .map(route -> new Operation(route, verb, uri.getPath(), query(uri.getRawQuery())));
  }

  Optional<String> requestSchema() {
    return body().has("requestBody") ? Optional.of(pointer() + "/requestBody" + JSON_SCHEMA) : Optional.empty();
  }

  boolean takesForms() {
    return body().path("requestBody").path("content").has("multipart/form-data");
  }

  /** Where the answer with this status is described: by the status itself, else by its class, such as {@code 4XX}. */
  Optional<String> response(JsonNode document, int status) {
    return Stream.of(String.valueOf(status), status / 100 + "XX")
        .filter(code -> body().path("responses").has(code))
        .map(code -> pointer() + "/responses/" + code)
        .map(place -> document.at(place).path("$ref").asText("#" + place).substring(1))
        .findFirst();
  }

  List<Argument> arguments() {
    List<Argument> arguments = new ArrayList<>();
    addArguments(arguments, route.item().path("parameters"), routePointer() + "/parameters/");
    addArguments(arguments, body().path("parameters"), pointer() + "/parameters/");
    return arguments;
  }

  List<String> unknownQuery() {
    List<String> known = body().path("parameters").findValuesAsText("name");
    return query.keySet().stream().filter(name -> !known.contains(name)).toList();
  }

  private void addArguments(List<Argument> arguments, JsonNode parameters, String pointer) {
    for (int i = 0; i < parameters.size(); i++) {
      String name = parameters.get(i).path("name").asText();
      boolean inPath = parameters.get(i).path("in").asText().equals("path");
      if (inPath || query.containsKey(name)) {
        String text = inPath ? route.argument(name, path) : query.getOrDefault(name, "");
        arguments.add(new Argument(name, text, pointer + i + "/schema"));
      }
    }
  }

  private JsonNode body() {
    return route.item().path(method);
  }

  private String routePointer() {
    return "/paths/" + route.template().replace("~", "~0").replace("/", "~1");
  }

  private String pointer() {
    return routePointer() + "/" + method;
  }

  private static Map<String, String> query(@Nullable String raw) {
    Map<String, String> query = new LinkedHashMap<>();
    for (String pair : raw == null || raw.isEmpty() ? new String[0] : raw.split("&")) {
      String[] halves = pair.split("=", 2);
      query.put(decode(halves[0]), halves.length == 2 ? decode(halves[1]) : "");
    }
    return query;
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
