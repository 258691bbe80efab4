package dev.foley.playground.page;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Keeps the beginning of a body that passes by. For the request's own thread. */
final class Beginning {
  private static final int MAX_BYTES = 16 << 10;

  private final ByteArrayOutputStream kept = new ByteArrayOutputStream();

  void add(int oneByte) {
    if (kept.size() < MAX_BYTES) {
      kept.write(oneByte);
    }
  }

  void add(byte[] bytes, int offset, int length) {
    kept.write(bytes, offset, Math.clamp(MAX_BYTES - kept.size(), 0, length));
  }

  /** What can be read of it, once it has passed by; files are not text, whatever is said beside them. */
  Supplier<String> asText(@Nullable String contentType) {
    return () -> text(contentType);
  }

  private String text(@Nullable String contentType) {
    String type = contentType == null ? "" : contentType.toLowerCase(Locale.ROOT);
    if (!type.contains("json") && !type.startsWith("text/")) {
      return "";
    }
    String text = Secrets.masked(kept.toString(StandardCharsets.UTF_8));
    return kept.size() < MAX_BYTES ? text : text + "…";
  }
}
