package dev.foley.provider.stability;

import com.fasterxml.jackson.core.Base64Variant;
import com.fasterxml.jackson.core.Base64Variants;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.foley.provider.FailureReason;
import dev.foley.provider.FetchOutcome;
import dev.foley.provider.SpoolException;
import dev.foley.provider.SpoolFile;
import java.io.IOException;
import java.util.Optional;
import okhttp3.Response;

/**
 * Takes the body of an answer that is the sound: the file itself, or base64 in the field {@code audio} of a JSON object. Either is
 * streamed. Which it is, the content type says, without its parameter: {@code application/json; type=audio/wav}.
 */
final class SoundAnswer {
  private static final JsonFactory JSON = new JsonFactory();
  private static final Base64Variant BASE64 = Base64Variants.MIME_NO_LINEFEEDS.withPaddingAllowed();

  private SoundAnswer() {}

  static FetchOutcome receive(Response response, SpoolFile file) throws SpoolException {
    Optional<FetchOutcome> fault = isJson(response)
        ? base64(response, file)
        : file.append(response.body().source());
    return fault.isPresent() ? fault.get() : file.finish(Optional.empty());
  }

  /** By hand: OkHttp takes no slash in an unquoted parameter, and then finds no media type at all. */
  private static boolean isJson(Response response) {
    String type = response.header("Content-Type");
    return type != null && type.split(";", 2)[0].strip().equalsIgnoreCase("application/json");
  }

  private static Optional<FetchOutcome> base64(Response response, SpoolFile file) throws SpoolException {
    try (JsonParser parser = JSON.createParser(response.body().byteStream())) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return Optional.of(noSound());
      }
      boolean found = false;
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        JsonToken value = parser.nextToken();
        if (name.equals("audio") && value == JsonToken.VALUE_STRING) {
          parser.readBinaryValue(BASE64, file.output());
          found = true;
        } else {
          parser.skipChildren();
        }
      }
      return found ? file.fault() : Optional.of(noSound());
    } catch (SpoolException e) {
      throw e;
    } catch (IllegalArgumentException notBase64) { // Jackson's way to say so
      return Optional.of(new FetchOutcome.Broken(FailureReason.RESULT_NOT_AUDIO, "JSON whose audio is not base64"));
    } catch (IOException e) {
      return Optional.of(file.fault()
          .orElseGet(() -> new FetchOutcome.Broken(FailureReason.RESULT_TRUNCATED, "the JSON around it is broken")));
    }
  }

  private static FetchOutcome noSound() {
    return new FetchOutcome.Broken(FailureReason.RESULT_NOT_AUDIO, "JSON without audio");
  }
}
