package dev.foley.playground.services.elevenlabs;

import com.fasterxml.jackson.databind.JsonNode;
import dev.foley.playground.services.AudioCoding;
import dev.foley.playground.services.Chance;
import dev.foley.playground.services.Refusal;
import dev.foley.playground.services.Sound;
import io.javalin.http.Context;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code POST /v1/text-to-speech/{voice_id}}. */
final class SpeechEndpoint implements ElevenEndpoint {
  private static final long MAX_SEED = 4_294_967_295L;
  private static final int MAX_NEIGHBOURS = 3;
  private static final BigDecimal SLOWEST = new BigDecimal("0.7");
  private static final BigDecimal FASTEST = new BigDecimal("1.2");
  private static final BigDecimal HUGE = new BigDecimal("1e9");
  private static final List<String> STITCHING = List.of("previous_text", "next_text", "previous_request_ids",
      "next_request_ids");

  private final ElevenLabsSettings settings;
  private final Chance chance;

  SpeechEndpoint(ElevenLabsSettings settings, Chance chance) {
    this.settings = settings;
    this.chance = chance;
  }

  @Override
  public String promptField() {
    return "text";
  }

  @Override
  public Set<String> fields() {
    return Set.of("text", "model_id", "language_code", "voice_settings", "pronunciation_dictionary_locators", "seed",
        "previous_text", "next_text", "previous_request_ids", "next_request_ids", "use_pvc_as_ivc",
        "apply_text_normalization", "apply_language_text_normalization");
  }

  @Override
  public ElevenOrder read(Context ctx, JsonNode body) throws InvalidFields, Refusal {
    boolean logged = Query.flag(ctx, "enable_logging", true);
    Query.integer(ctx, "optimize_streaming_latency", 0, 0, 4); // how fast it answers is not what one hears
    Fields fields = Fields.of(body);
    String text = fields.requiredText("text", Integer.MAX_VALUE);
    String modelId = fields.textNotNull("model_id").orElse(ElevenModel.USUAL);
    Optional<Long> seed = fields.integer("seed", 0, MAX_SEED);
    BigDecimal speed = fields.object("voice_settings").flatMap(SpeechEndpoint::speed).orElse(BigDecimal.ONE);
    checkTheRest(fields);
    fields.check();
    ElevenPlan plan = settings.account().plan();
    ElevenModel model = model(modelId);
    checkText(text, model);
    checkStitching(fields, model);
    ElevenVoice voice = voice(ctx.pathParam("voice_id"), plan);
    AudioCoding coding = OutputFormat.coding(ctx.queryParam("output_format"), OutputFormat.USUAL, OutputFormat.SPEECH,
        1, plan);
    if (!logged) {
      throw refusal(403, "feature_not_available", "Zero retention is for enterprise customers");
    }
    Sound sound = new Sound.Speech(text, voice.speaker(), speed.max(SLOWEST).min(FASTEST).doubleValue(),
        seed.orElseGet(chance::nextLong));
    return new ElevenOrder(sound, seed.isPresent(), coding, "audio/mpeg",
        model.credits(text.codePointCount(0, text.length())), model.group(), settings.times().speech(), false);
  }

  /** The schema has no range for the speed. */
  private static Optional<BigDecimal> speed(Fields voice) {
    for (String share : List.of("stability", "similarity_boost", "style")) {
      voice.number(share, BigDecimal.ZERO, BigDecimal.ONE);
    }
    voice.flagOrNull("use_speaker_boost");
    return voice.number("speed", HUGE.negate(), HUGE);
  }

  private static void checkTheRest(Fields fields) {
    fields.text("language_code", Integer.MAX_VALUE);
    fields.text("previous_text", Integer.MAX_VALUE);
    fields.text("next_text", Integer.MAX_VALUE);
    fields.texts("previous_request_ids", MAX_NEIGHBOURS, Integer.MAX_VALUE);
    fields.texts("next_request_ids", MAX_NEIGHBOURS, Integer.MAX_VALUE);
    for (Fields dictionary : fields.objects("pronunciation_dictionary_locators", 3)) {
      dictionary.requiredText("pronunciation_dictionary_id", Integer.MAX_VALUE);
      dictionary.text("version_id", Integer.MAX_VALUE);
    }
    fields.flag("use_pvc_as_ivc", false);
    fields.choice("apply_text_normalization", List.of("auto", "on", "off"), "auto");
    fields.flag("apply_language_text_normalization", false);
  }

  private static ElevenModel model(String id) throws Refusal {
    ElevenModel model = ElevenModel.of(id)
        .orElseThrow(() -> refusal(404, "model_not_found", "There is no model " + id));
    if (!model.speaks()) {
      throw refusal(400, "unsupported_model", id + " does not turn text into speech");
    }
    return model;
  }

  private static void checkText(String text, ElevenModel model) throws Refusal {
    if (text.isBlank()) {
      throw refusal(400, "empty_text", "There is no text to speak");
    }
    int length = text.codePointCount(0, text.length());
    if (length > model.maxCharacters()) {
      throw refusal(400, "text_too_long", "The text has " + length + " characters, " + model.id() + " takes "
          + model.maxCharacters());
    }
  }

  /** The service's users report this refusal; its guide says only that the model cannot be stitched. */
  private static void checkStitching(Fields fields, ElevenModel model) throws Refusal {
    if (!model.stitches() && STITCHING.stream().anyMatch(fields::has)) {
      throw refusal(400, "unsupported_model", model.id() + " takes no text or request before or after");
    }
  }

  private static ElevenVoice voice(String id, ElevenPlan plan) throws Refusal {
    ElevenVoice voice = ElevenVoice.of(id)
        .orElseThrow(() -> refusal(404, "voice_not_found", "There is no voice with this id"));
    if (!plan.includes(voice.plan())) {
      throw refusal(403, "voice_access_denied", "This voice needs the " + voice.plan().tier() + " plan");
    }
    return voice;
  }

  private static Refusal refusal(int status, String name, String reason) {
    return new Refusal(status, name, List.of(reason));
  }
}
