package dev.foley.provider.elevenlabs;

import dev.foley.provider.AudioRequest;
import dev.foley.provider.Wire;
import okhttp3.HttpUrl;

/** {@code POST /v1/sound-generation}. */
final class EffectCall {
  private final HttpUrl url;

  EffectCall(HttpUrl base, OutputFormat format) {
    url = base.newBuilder().addPathSegments("v1/sound-generation").addQueryParameter("output_format", format.name())
        .build();
  }

  SoundRequest request(Wire wire, AudioRequest request) {
    return new SoundRequest(url, ModelField.in(wire.body(request), wire), request.prompt(), false);
  }
}
