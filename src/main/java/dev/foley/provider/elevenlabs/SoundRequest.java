package dev.foley.provider.elevenlabs;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;

/**
 * One request that will be answered with sound.
 *
 * @param words in it that must not be logged
 * @param raw whether bare samples are to come
 */
record SoundRequest(HttpUrl url, ObjectNode body, String words, boolean raw) {
  private static final MediaType JSON = MediaType.get("application/json");

  Request.Builder http() {
    return new Request.Builder().url(url)
        .post(RequestBody.create(body.toString().getBytes(StandardCharsets.UTF_8), JSON));
  }

  /** Leaves the words out: this may end up in logs. */
  @Override
  public String toString() {
    return "SoundRequest[" + url.encodedPath() + ", " + words.length() + " characters]";
  }
}
