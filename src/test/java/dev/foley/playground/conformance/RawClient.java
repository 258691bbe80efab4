package dev.foley.playground.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import okhttp3.MediaType;
import okhttp3.MultipartBody;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** Sends single requests as a bot, for what a well-behaved library would not send. Paths are below {@code /api/v10/}. */
final class RawClient {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final MediaType JSON_TYPE = MediaType.get("application/json");

  private final OkHttpClient http = new OkHttpClient();
  private final URI discord;
  private final String token;

  RawClient(URI discord, String token) {
    this.discord = discord;
    this.token = token;
  }

  /** An answer; its body is an empty object if there was none. */
  record Answer(int status, JsonNode body) {
    /** Status and Discord's code, such as {@code 404/10008}; nothing after the stroke if it went well. */
    String code() {
      return status + "/" + body.path("code").asText();
    }
  }

  RawClient withToken(String other) {
    return new RawClient(discord, other);
  }

  Answer get(String path) throws IOException {
    return send(request(path));
  }

  Answer delete(String path) throws IOException {
    return send(request(path).delete());
  }

  Answer post(String path, String json) throws IOException {
    return send(request(path).post(body(json)));
  }

  Answer put(String path, String json) throws IOException {
    return send(request(path).put(body(json)));
  }

  Answer patch(String path, String json) throws IOException {
    return send(request(path).patch(body(json)));
  }

  /** Posts a message with one file of zeros. */
  Answer upload(String path, int sizeBytes) throws IOException {
    return send(request(path).post(new MultipartBody.Builder().setType(MultipartBody.FORM)
        .addFormDataPart("payload_json", null, body("{\"content\": \"a file\"}"))
        .addFormDataPart("files[0]", "a.wav", RequestBody.create(new byte[sizeBytes])).build()));
  }

  private Request.Builder request(String path) {
    return new Request.Builder().url(discord + "/api/v10/" + path).header("Authorization", "Bot " + token);
  }

  private Answer send(Request.Builder request) throws IOException {
    try (Response response = http.newCall(request.build()).execute()) {
      String text = response.body().string();
      return new Answer(response.code(), JSON.readTree(text.isEmpty() ? "{}" : text));
    }
  }

  private static RequestBody body(String json) {
    return RequestBody.create(json.getBytes(UTF_8), JSON_TYPE);
  }
}
