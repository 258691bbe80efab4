package dev.foley.bench.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import okhttp3.Headers;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;

/**
 * Answers every request in place of the network. Of the input, the first byte is which question is asked, the second the status,
 * the third the content type; then comes a line that stands in every header that an adapter looks at; the rest is the body.
 */
final class CannedAnswer implements Interceptor {
  private static final int[] STATUSES = {200, 202, 200, 201, 204, 301, 400, 401, 402, 403, 404, 408, 409, 422, 429, 500,
      502,
      503, 504, 599};
  private static final List<String> TYPES = List.of("application/json", "audio/wav", "audio/mpeg", "text/html",
      "application/json; type=audio/wav", "");
  private static final List<String> HEADERS = List.of("Retry-After", "X-Fal-Billable-Units", "X-Fal-Error-Type",
      "x-inference-id", "character-cost", "request-id", "current-concurrent-requests", "maximum-concurrent-requests",
      "finish-reason", "seed", "Location", "x-request-id");
  private static final int HEAD = 3;

  private byte[] input = new byte[HEAD];

  /** A seed. */
  static byte[] seed(int question, int status, int type, String header, byte[] body) {
    byte[] line = (header + "\n").getBytes(StandardCharsets.UTF_8);
    byte[] seed = Arrays.copyOf(new byte[]{(byte) question, (byte) statusIndex(status), (byte) type},
        HEAD + line.length + body.length);
    System.arraycopy(line, 0, seed, HEAD, line.length);
    System.arraycopy(body, 0, seed, HEAD + line.length, body.length);
    return seed;
  }

  private static int statusIndex(int status) {
    for (int i = 0; i < STATUSES.length; i++) {
      if (STATUSES[i] == status) {
        return i;
      }
    }
    throw new IllegalArgumentException("status " + status + " is not among those");
  }

  OkHttpClient client() {
    return new OkHttpClient.Builder().addInterceptor(this).build();
  }

  /** @return which question to ask, of so many */
  int next(byte[] bytes, int questions) {
    input = bytes.length < HEAD ? Arrays.copyOf(bytes, HEAD) : bytes;
    return (input[0] & 0xFF) % questions;
  }

  @Override
  public Response intercept(Chain chain) {
    Request request = chain.request();
    int end = HEAD;
    while (end < input.length && input[end] != '\n') {
      end++;
    }
    String type = TYPES.get((input[2] & 0xFF) % TYPES.size());
    Headers.Builder headers = new Headers.Builder();
    if (!type.isEmpty()) {
      headers.add("Content-Type", type);
    }
    String value = new String(input, HEAD, end - HEAD, StandardCharsets.UTF_8).replaceAll("[\\x00-\\x1f\\x7f]", " ");
    HEADERS.forEach(name -> headers.addUnsafeNonAscii(name, value));
    byte[] body = end < input.length ? Arrays.copyOfRange(input, end + 1, input.length) : new byte[0];
    return new Response.Builder().request(request).protocol(Protocol.HTTP_1_1)
        .code(STATUSES[(input[1] & 0xFF) % STATUSES.length]).message("").headers(headers.build())
        .body(ResponseBody.create(body, null)).build();
  }
}
