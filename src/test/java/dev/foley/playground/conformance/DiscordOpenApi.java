package dev.foley.playground.conformance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.keyword.NonValidationKeyword;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Says what is wrong with a request to Discord's HTTP API v10, or with an answer of it, by Discord's own OpenAPI.
 *
 * <p>Stricter than the document in one point: properties that it does not list are wrong ({@link ClosedObjects}).
 * Answers of 5xx are not checked: they are the proxy's in front of Discord, and the document does not describe them.
 * Thread-safe; compiled schemas are kept.
 */
final class DiscordOpenApi {
  static final String SPEC = "discord/openapi.extract.json";
  private static final String DOCUMENT = "https://discord.example/openapi.json";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final JsonNode document;
  private final List<Route> routes;
  private final SchemaRegistry registry;
  private final Map<String, Schema> schemas = new ConcurrentHashMap<>();

  private DiscordOpenApi(JsonNode document) {
    this.document = document;
    this.routes = Route.of(document.path("paths"));
    // Else each keyword of OpenAPI that is none of JSON Schema is logged as a warning.
    Dialect dialect = Dialect.builder(Dialects.getOpenApi31())
        .unknownKeywordFactory((keyword, context) -> new NonValidationKeyword(keyword)).build();
    this.registry = SchemaRegistry.withDefaultDialect(dialect, builder -> builder
        .schemas(Map.of(DOCUMENT, document.toString()))
        .schemaRegistryConfig(SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));
  }

  /** Reads the extract; the calling test is skipped where it is not to be had. */
  static DiscordOpenApi load() {
    try {
      JsonNode document = JSON.readTree(Files.readString(SharedSpecs.require(SPEC)));
      ExtractCorrections.apply(document);
      ClosedObjects.close(document);
      return new DiscordOpenApi(document);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** What is wrong with either side, each sentence headed by {@code request} or {@code answer}; empty if all is well. */
  List<String> problems(Exchange exchange) {
    return Stream.concat(
        requestProblems(exchange.method(), exchange.target(), exchange.request()).stream().map("request "::concat),
        responseProblems(exchange.method(), exchange.target(), exchange.status(), exchange.response()).stream()
            .map("answer "::concat))
        .toList();
  }

  /** Method, path template and status, such as {@code GET /gateway → 200}. */
  String title(Exchange exchange) {
    String path = Operation.find(routes, exchange.method(), exchange.target())
        .map(operation -> operation.route().template()).orElse(exchange.target());
    return exchange.method() + " " + path + " → " + exchange.status();
  }

  /** @param target path below the API's base, with query, encoded */
  List<String> requestProblems(String method, String target, Body body) {
    Optional<Operation> found = Operation.find(routes, method, target);
    if (found.isEmpty()) {
      return List.of("has no operation in the extract");
    }
    Operation operation = found.get();
    List<String> problems = new ArrayList<>();
    operation.arguments().forEach(argument -> problems.addAll(argumentProblems(argument)));
    operation.unknownQuery().stream().filter(name -> !ClientForm.isHarmless(method, name))
        .forEach(name -> problems.add("query '" + name + "' is not in the extract"));
    problems.addAll(switch (body) {
      case Body.Empty() -> operation.requestSchema().isPresent() ? List.of("must have a body") : List.of();
      case Body.Json(String text) -> jsonRequestProblems(operation, text);
      case Body.Form form -> formProblems(operation, form);
      case Body.Foreign(String type) -> List.of("has a body of " + type);
    });
    return problems;
  }

  /** @param target as for {@link #requestProblems} */
  List<String> responseProblems(String method, String target, int status, Body body) {
    if (status >= 500) {
      return List.of();
    }
    Optional<Operation> operation = Operation.find(routes, method, target);
    if (operation.isEmpty()) {
      return List.of();
    }
    Optional<String> response = operation.get().response(document, status);
    if (response.isEmpty()) {
      return List.of("status " + status + " is not in the extract");
    }
    JsonNode content = document.at(response.get()).path("content");
    return switch (body) {
      case Body.Empty() -> content.isMissingNode() ? List.of() : List.of("must have a body");
      case Body.Json(String text) when content.isMissingNode() -> List.of("must have no body, but has " + text);
      case Body.Json(String text) -> jsonProblems(response.get() + Operation.JSON_SCHEMA, text, false);
      case Body.Form form -> List.of("has a multipart body: " + form);
      case Body.Foreign(String type) -> List.of("has a body of " + type);
    };
  }

  /**
   * What keeps a value from being an instance of a component, such as {@code MessageResponse}.
   *
   * @throws IllegalArgumentException if the extract has no such component
   */
  List<String> componentProblems(String component, JsonNode value) {
    return ClosestBranch.describe(component(component).validate(value));
  }

  /** As {@link #componentProblems}, but any property may be missing. */
  List<String> partialProblems(String component, JsonNode value) {
    return ClosestBranch.describe(component(component).validate(value).stream()
        .filter(error -> !("required".equals(error.getKeyword()) && error.getInstanceLocation().getNameCount() == 0))
        .toList());
  }

  private Schema component(String name) {
    String pointer = "/components/schemas/" + name;
    if (document.at(pointer).isMissingNode()) {
      throw new IllegalArgumentException("no component " + name);
    }
    return schema(pointer);
  }

  private List<String> jsonRequestProblems(Operation operation, String text) {
    return operation.requestSchema()
        .map(schema -> jsonProblems(schema, text, true))
        // Clients write an empty object where no body is asked for; Discord does not mind.
        .orElseGet(() -> text.equals("{}") ? List.of() : List.of("must have no body, but has " + text));
  }

  private List<String> formProblems(Operation operation, Body.Form form) {
    List<String> problems = new ArrayList<>();
    if (!operation.takesForms()) {
      problems.add("is multipart, which the operation does not take");
    }
    form.otherParts().stream().filter(part -> !part.matches("files\\[[0-9]]"))
        .forEach(part -> problems.add("has a part '" + part + "' beside payload_json and files[0] to files[9]"));
    form.payloadJson().ifPresentOrElse(
        json -> problems.addAll(jsonRequestProblems(operation, json)), () -> problems.add("has no part payload_json"));
    return problems;
  }

  private List<String> argumentProblems(Operation.Argument argument) {
    boolean fits = argument.readings().stream().anyMatch(value -> schema(argument.schema()).validate(value).isEmpty());
    return fits ? List.of() : List.of("has a wrong " + argument.name() + ": " + argument.text());
  }

  private List<String> jsonProblems(String pointer, String text, boolean fromClient) {
    JsonNode value;
    try {
      value = JSON.readTree(text);
    } catch (JsonProcessingException notJson) {
      return List.of("is not JSON: " + notJson.getOriginalMessage());
    }
    if (fromClient) {
      ClientForm.level(value);
    }
    return ClosestBranch.describe(schema(pointer).validate(value));
  }

  private Schema schema(String pointer) {
    return schemas.computeIfAbsent(pointer,
        place -> registry.getSchema(SchemaLocation.of(DOCUMENT + "#" + place)));
  }
}
