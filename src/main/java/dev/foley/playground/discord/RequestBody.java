package dev.foley.playground.discord;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.javalin.http.Context;
import io.javalin.http.UploadedFile;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a request carried: JSON alone, or {@code payload_json} with files. */
record RequestBody(JsonNode json, List<Upload> uploads) {
  private static final Pattern FILE_FIELD = Pattern.compile("files?(?:\\[(\\d{1,3})])?");
  private static final int MAX_FILES = 10;

  static RequestBody read(Context context, Attachments attachments) throws IOException {
    if (!context.isMultipart()) {
      return new RequestBody(parse(context.body()), List.of());
    }
    JsonNode json = parse(payload(context));
    List<Upload> uploads = new ArrayList<>();
    try {
      for (Map.Entry<String, List<UploadedFile>> field : context.uploadedFileMap().entrySet()) {
        Matcher matcher = FILE_FIELD.matcher(field.getKey());
        if (!matcher.matches()) {
          continue;
        }
        int index = matcher.group(1) == null ? 0 : Integer.parseInt(matcher.group(1));
        for (UploadedFile file : field.getValue()) {
          uploads.add(spool(attachments, index, file));
        }
      }
      if (uploads.size() > MAX_FILES) {
        FormErrors errors = new FormErrors();
        errors.add(List.of("files"), "BASE_TYPE_MAX_LENGTH", "Must be " + MAX_FILES + " or fewer in length.");
        throw errors.toApiError();
      }
      uploads.sort(Comparator.comparingInt(Upload::index)); // the order of the parts is not kept
      return new RequestBody(json, List.copyOf(uploads));
    } catch (ApiError | IOException e) {
      attachments.discard(uploads);
      throw e;
    }
  }

  /** The first look at the parts reads them all. A client that dies in the middle of them, as killed ones do, is no event. */
  private static @Nullable String payload(Context context) {
    try {
      return context.formParam("payload_json");
    } catch (Exception e) { // Javalin throws checked ones without declaring them
      if (e instanceof ServletException) {
        throw ApiError.invalidJson();
      }
      throw e;
    }
  }

  private static Upload spool(Attachments attachments, int index, UploadedFile file) throws IOException {
    String type = file.contentType() == null ? "application/octet-stream" : file.contentType();
    try (InputStream content = file.content()) {
      return attachments.spool(index, file.filename(), ContentTypes.of(file.filename(), type), content);
    }
  }

  private static JsonNode parse(@Nullable String text) {
    if (text == null || text.isBlank()) {
      return MissingNode.getInstance();
    }
    try {
      return Json.MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      throw ApiError.invalidJson();
    }
  }
}
