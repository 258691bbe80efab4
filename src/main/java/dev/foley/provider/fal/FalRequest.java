package dev.foley.provider.fal;

import dev.foley.provider.ProviderJobId;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Where the service is asked about one request: paths below the queue's root, so that they survive a restart, and a host that
 * moves to another proxy, as part of the job's id.
 *
 * <p>The service says to follow the addresses that it returns. They are followed only below the configured root: the key goes
 * along. Otherwise, which is also what they look like in practice, they are made of the first two segments of the model's id;
 * the vendor's own clients drop the rest. A job's id is that one path in the usual case, and three of them where the service returned others.
 *
 * @see "fal documentation: Inference API, model IDs and paths (2026)"
 */
record FalRequest(String result, String status, String cancel) {
  private static final int MAX_LENGTH = 512;
  private static final String SEPARATOR = " "; // none in an encoded path
  /** What a path may have without changing its meaning. */
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9_.~:-]{0,199}");

  private FalRequest(String usual) {
    this(usual, usual + "/status", usual + "/cancel");
  }

  /** Whether this can be the id of a request. */
  static boolean isId(String requestId) {
    return PLAIN.matcher(requestId).matches();
  }

  /**
   * The request of a submit's answer.
   *
   * @param model the service's id of the model
   * @param requestId {@linkplain #isId is one}
   */
  static FalRequest of(String model, String requestId, FalAnswer answer, FalHost queue) {
    String app = Arrays.stream(model.split("/", -1)).limit(2).collect(Collectors.joining("/"));
    FalRequest usual = new FalRequest(app + "/requests/" + requestId);
    FalRequest returned = new FalRequest(
        below(answer.responseUrl(), queue).orElse(usual.result),
        below(answer.statusUrl(), queue).orElse(usual.status),
        below(answer.cancelUrl(), queue).orElse(usual.cancel));
    return returned.text().length() <= MAX_LENGTH ? returned : usual;
  }

  private static Optional<String> below(Optional<String> address, FalHost queue) {
    return address.flatMap(queue::below);
  }

  static FalRequest of(ProviderJobId jobId) {
    String[] paths = jobId.value().split(SEPARATOR, -1);
    return paths.length == 3 ? new FalRequest(paths[0], paths[1], paths[2]) : new FalRequest(jobId.value());
  }

  ProviderJobId jobId() {
    return new ProviderJobId(text());
  }

  private String text() {
    return equals(new FalRequest(result)) ? result : String.join(SEPARATOR, result, status, cancel);
  }
}
