package dev.foley.provider.stability;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mockwebserver3.RecordedRequest;

/** A form of text fields as a JSON object, in which what looks like a number is one: so its schema can judge it. */
final class MultipartText {
  private static final Pattern NAME = Pattern.compile("Content-Disposition: form-data; name=\"([^\"]+)\"");
  private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");

  private MultipartText() {}

  static ObjectNode parse(RecordedRequest request) {
    String type = Objects.requireNonNull(request.getHeaders().get("Content-Type"));
    if (!type.startsWith("multipart/form-data; boundary=")) {
      throw new AssertionError("not a form: " + type);
    }
    String boundary = "--" + type.substring(type.indexOf('=') + 1);
    ObjectNode fields = new ObjectMapper().createObjectNode();
    for (String part : StabilityFixture.body(request).split(Pattern.quote(boundary), -1)) {
      Matcher name = NAME.matcher(part);
      if (name.find()) {
        String value = part.substring(part.indexOf("\r\n\r\n") + 4, part.length() - 2);
        if (NUMBER.matcher(value).matches() && !name.group(1).equals("prompt")) {
          fields.put(name.group(1), new BigDecimal(value));
        } else {
          fields.put(name.group(1), value);
        }
      }
    }
    return fields;
  }
}
