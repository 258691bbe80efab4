package dev.foley.playground.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Plain HTTP, so that rules are seen as they stand on the wire. */
final class RestClient implements AutoCloseable {
  private static final String BOUNDARY = "----boundary";

  /** An answer; {@code body} is missing if it is not JSON, {@code raw} has one character for each byte. */
  record Answer(int status, JsonNode body, HttpHeaders headers, String raw) {
    int code() {
      return body.path("code").asInt(-1);
    }

    String header(String name) {
      return headers.firstValue(name).orElse("");
    }

    /** The code of the first error at a place of the form, such as {@code /content}. */
    String formError(String pointer) {
      return body.path("errors").at(pointer).path("_errors").path(0).path("code").asText();
    }
  }

  /** A part {@code files[n]}; the content has one character for each byte. */
  record FilePart(int index, String name, String content) {}

  private final HttpClient client = HttpClient.newHttpClient();
  private final String base;
  private final String authorization;

  RestClient(URI base, String authorization) {
    this.base = base.toString().replaceAll("/$", "");
    this.authorization = authorization;
  }

  Answer get(String path) {
    return send("GET", path, HttpRequest.BodyPublishers.noBody(), "application/json");
  }

  Answer delete(String path) {
    return send("DELETE", path, HttpRequest.BodyPublishers.noBody(), "application/json");
  }

  Answer post(String path, String json) {
    return send("POST", path, json);
  }

  Answer put(String path, String json) {
    return send("PUT", path, json);
  }

  Answer patch(String path, String json) {
    return send("PATCH", path, json);
  }

  Answer send(String method, String path, String json) {
    return send(method, path, HttpRequest.BodyPublishers.ofString(json), "application/json");
  }

  Answer upload(String method, String path, ObjectNode payload, List<FilePart> files) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    part(out, "name=\"payload_json\"", "application/json", Json.bytes(payload));
    for (FilePart file : files) {
      part(out, "name=\"files[" + file.index() + "]\"; filename=\"" + file.name() + "\"", "application/octet-stream",
          file.content().getBytes(StandardCharsets.ISO_8859_1));
    }
    out.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
    return send(method, path, HttpRequest.BodyPublishers.ofByteArray(out.toByteArray()),
        "multipart/form-data; boundary=" + BOUNDARY);
  }

  /** An address as it is, with further headers by name and value. */
  Answer fetch(String url, String... headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url));
    return exchange(headers.length == 0 ? request : request.headers(headers));
  }

  @Override
  public void close() {
    client.close();
  }

  private static void part(ByteArrayOutputStream out, String disposition, String type, byte[] content) {
    out.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + disposition + "\r\nContent-Type: " + type
        + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
    out.writeBytes(content);
    out.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
  }

  private Answer send(String method, String path, HttpRequest.BodyPublisher body, String type) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path)).method(method, body)
        .header("Content-Type", type);
    return exchange(authorization.isEmpty() ? request : request.header("Authorization", authorization));
  }

  private Answer exchange(HttpRequest.Builder request) {
    try {
      HttpResponse<byte[]> response = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
      boolean json = response.headers().firstValue("Content-Type").orElse("").startsWith("application/json");
      JsonNode body = json ? Json.MAPPER.readTree(response.body()) : MissingNode.getInstance();
      return new Answer(response.statusCode(), body, response.headers(),
          new String(response.body(), StandardCharsets.ISO_8859_1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
