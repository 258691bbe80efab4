package dev.foley.provider.elevenlabs;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.foley.provider.AudioRequest;
import dev.foley.provider.Wire;
import dev.foley.provider.elevenlabs.ElevenLabsSettings.Dictionary;
import dev.foley.provider.elevenlabs.ElevenLabsSettings.Speech;
import okhttp3.HttpUrl;

/** {@code POST /v1/text-to-speech/{voice_id}}, of a text or of a part of one. */
final class SpeechCall {
  private final HttpUrl base;
  private final Speech settings;

  SpeechCall(HttpUrl base, Speech settings) {
    this.base = base;
    this.settings = settings;
  }

  /** @param context what stands before and after the part */
  SoundRequest request(Wire wire, AudioRequest request, String voice, OutputFormat format, String part,
      PartContext context) {
    HttpUrl.Builder url = base.newBuilder().addPathSegments("v1/text-to-speech").addPathSegment(voice)
        .addQueryParameter("output_format", format.name());
    settings.logging().ifPresent(on -> url.addQueryParameter("enable_logging", on.toString()));
    settings.streamingLatency().ifPresent(
        level -> url.addQueryParameter("optimize_streaming_latency", Integer.toString(level)));
    ObjectNode body = ModelField.in(wire.body(request, part), wire);
    addSettings(body);
    context.addTo(body);
    return new SoundRequest(url.build(), body, part, format.samples().isPresent());
  }

  private void addSettings(ObjectNode body) {
    settings.textNormalization().ifPresent(when -> body.put("apply_text_normalization", when));
    settings.languageNormalization().ifPresent(on -> body.put("apply_language_text_normalization", on));
    settings.speakerBoost().ifPresent(on -> body.withObjectProperty("voice_settings").put("use_speaker_boost", on));
    for (Dictionary dictionary : settings.dictionaries()) {
      ObjectNode locator = body.withArrayProperty("pronunciation_dictionary_locators").addObject()
          .put("pronunciation_dictionary_id", dictionary.id());
      dictionary.version().ifPresent(version -> locator.put("version_id", version));
    }
  }
}
