package dev.foley.playground.services.elevenlabs;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A model of {@code /v1/models}.
 *
 * @param speaks false for those that change recorded speech
 * @param maxCharacters of one request
 * @param halfPrice whether a character costs half a credit
 * @param stitches whether it takes the texts or the requests before and after
 */
record ElevenModel(String id, String name, boolean speaks, int maxCharacters, boolean halfPrice, boolean stitches,
    List<String> languages) {
  static final String USUAL = "eleven_multilingual_v2";
  private static final List<String> MANY = List.of("en", "de", "fr", "es", "it", "pt", "pl", "ja", "zh", "hi");

  static final List<ElevenModel> ALL = List.of(
      new ElevenModel("eleven_v3", "Eleven v3", true, 3_000, false, false, MANY),
      new ElevenModel(USUAL, "Eleven Multilingual v2", true, 10_000, false, true, MANY),
      new ElevenModel("eleven_flash_v2_5", "Eleven Flash v2.5", true, 40_000, true, true, MANY),
      new ElevenModel("eleven_turbo_v2_5", "Eleven Turbo v2.5", true, 40_000, true, true, MANY),
      new ElevenModel("eleven_flash_v2", "Eleven Flash v2", true, 30_000, true, true, List.of("en")),
      new ElevenModel("eleven_turbo_v2", "Eleven Turbo v2", true, 30_000, true, true, List.of("en")),
      new ElevenModel("eleven_multilingual_v1", "Eleven Multilingual v1", true, 10_000, false, true, MANY),
      new ElevenModel("eleven_multilingual_sts_v2", "Eleven Multilingual v2 (speech to speech)", false, 10_000, false,
          false, MANY));

  static Optional<ElevenModel> of(String id) {
    return ALL.stream().filter(model -> model.id.equals(id)).findFirst();
  }

  ElevenGroup group() {
    return halfPrice ? ElevenGroup.FAST : ElevenGroup.STANDARD;
  }

  /** What so many characters cost. */
  long credits(long characters) {
    return halfPrice ? (characters + 1) / 2 : characters;
  }

  ObjectNode json() {
    ObjectNode model = JsonNodeFactory.instance.objectNode().put("model_id", id).put("name", name)
        .put("can_be_finetuned", false).put("can_do_text_to_speech", speaks).put("can_do_voice_conversion", !speaks)
        .put("can_use_style", stitches).put("can_use_speaker_boost", stitches).put("token_cost_factor", 1.0)
        .put("max_characters_request_free_user", maxCharacters)
        .put("max_characters_request_subscribed_user", maxCharacters)
        .put("maximum_text_length_per_request", maxCharacters);
    ArrayNode spoken = model.putArray("languages");
    languages.forEach(code -> spoken.addObject().put("language_id", code)
        .put("name", Locale.of(code).getDisplayLanguage(Locale.ENGLISH)));
    model.putObject("model_rates").put("character_cost_multiplier", halfPrice ? 0.5 : 1.0)
        .put("cost_discount_multiplier", 1.0);
    return model.put("concurrency_group", halfPrice ? "turbo" : "standard");
  }
}
