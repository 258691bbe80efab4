package dev.foley.provider;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.foley.provider.ProviderException.Kind;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import okhttp3.Headers;
import okhttp3.Response;
import okio.Buffer;
import okio.BufferedSource;

/**
 * An HTTP answer, read.
 *
 * @param body as much as came, and no more than the limit; a body cut short makes no complete JSON
 */
@SuppressWarnings("ArrayRecordComponent") // handed from one method to the next, never compared
public record Answer(int status, Headers headers, byte[] body) {
  /** An answer has a few hundred bytes, a list some hundred thousand; a larger body is not one. */
  private static final long MAX_BODY_BYTES = 4 << 20;
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Reads what came of the body. That it was cut off does not undo the status line, which may be all that matters. */
  public static Answer of(Response response) {
    return new Answer(response.code(), response.headers(), read(response.body().source()));
  }

  private static byte[] read(BufferedSource source) {
    Buffer body = new Buffer();
    try {
      while (body.size() < MAX_BODY_BYTES && source.read(body, MAX_BODY_BYTES - body.size()) >= 0) {
        // until the end, or the limit
      }
    } catch (IOException cutOff) {
      return body.readByteArray();
    }
    return body.readByteArray();
  }

  public boolean successful() {
    return status >= 200 && status < 300;
  }

  /** The body as JSON; a missing node if it is none, so that whoever looks into it finds nothing there. */
  public JsonNode json() {
    try {
      return JSON.readTree(body);
    } catch (IOException notJson) {
      return MissingNode.getInstance();
    }
  }

  /** What an answer that is no success means where the question can be asked again for nothing: by its status alone. */
  public Kind failureOfQuestion() {
    return switch (status) {
      case 401 -> Kind.UNAUTHORIZED;
      case 429 -> Kind.THROTTLED;
      case 402, 403, 408 -> Kind.UNAVAILABLE;
      default -> status >= 500 ? Kind.UNAVAILABLE : Kind.INVALID_RESPONSE;
    };
  }

  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name)).filter(value -> !value.isBlank());
  }

  public Optional<Duration> retryAfter(InstantSource clock) {
    return RetryAfter.parse(headers.get("Retry-After"), clock);
  }

  /** Leaves headers and body out: this may end up in logs. */
  @Override
  public String toString() {
    return "HTTP " + status + ", " + body.length + " bytes";
  }
}
