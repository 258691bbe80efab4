package dev.foley.playground.conformance;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.MultipartReader;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/** What of a request's or an answer's body can be checked; the bytes of files are not kept. */
sealed interface Body {
  /** No bytes at all, as with 204. */
  record Empty() implements Body {}

  record Json(String text) implements Body {}

  /** Multipart: the JSON part, if there is one, and the names of all other parts. */
  record Form(Optional<String> payloadJson, SortedSet<String> otherParts) implements Body {}

  /** Something that Discord's API neither takes nor answers, such as HTML. */
  record Foreign(String contentType) implements Body {}

  /** Reads a body by its {@code Content-Type}. */
  static Body of(@Nullable String contentType, byte[] bytes) {
    if (bytes.length == 0) {
      return new Empty();
    }
    String type = contentType == null ? "no content type" : contentType.toLowerCase(Locale.ROOT);
    if (type.startsWith("application/json")) {
      return new Json(new String(bytes, StandardCharsets.UTF_8));
    }
    if (contentType != null && type.startsWith("multipart/form-data")) {
      return form(contentType, bytes);
    }
    return new Foreign(type);
  }

  private static Body form(String contentType, byte[] bytes) {
    Matcher boundary = Pattern.compile("boundary=\"?([^\";]+)").matcher(contentType);
    if (!boundary.find()) {
      return new Foreign("multipart without a boundary");
    }
    Optional<String> payload = Optional.empty();
    SortedSet<String> others = new TreeSet<>();
    try (MultipartReader parts = new MultipartReader(new Buffer().write(bytes), boundary.group(1))) {
      for (MultipartReader.Part part = parts.nextPart(); part != null; part = parts.nextPart()) {
        String name = partName(part);
        if (name.equals("payload_json")) {
          payload = Optional.of(part.body().readUtf8());
        } else {
          others.add(name);
        }
      }
    } catch (IOException broken) {
      return new Foreign("multipart that cannot be read: " + broken.getMessage());
    }
    return new Form(payload, others);
  }

  private static String partName(MultipartReader.Part part) {
    String disposition = part.headers().get("Content-Disposition");
    Matcher name = Pattern.compile("[; ]name=\"([^\"]*)\"").matcher(disposition == null ? "" : disposition);
    return name.find() ? name.group(1) : "(unnamed)";
  }
}
