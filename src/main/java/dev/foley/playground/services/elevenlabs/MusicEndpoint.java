package dev.foley.playground.services.elevenlabs;

import com.fasterxml.jackson.databind.JsonNode;
import dev.foley.playground.services.AudioCoding;
import dev.foley.playground.services.Chance;
import dev.foley.playground.services.Refusal;
import dev.foley.playground.services.Sound;
import io.javalin.http.Context;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code POST /v1/music}. */
final class MusicEndpoint implements ElevenEndpoint {
  private static final List<String> MODELS = List.of("music_v1", "music_v2", "music_v2_5");
  private static final long SHORTEST_MILLIS = 3_000;
  private static final long LONGEST_MILLIS = 600_000;
  private static final long MAX_SEED = 2_147_483_647L;
  private static final long CREDITS_PER_MINUTE = 900;

  private final ElevenLabsSettings settings;
  private final Chance chance;

  MusicEndpoint(ElevenLabsSettings settings, Chance chance) {
    this.settings = settings;
    this.chance = chance;
  }

  @Override
  public String promptField() {
    return "prompt";
  }

  @Override
  public Set<String> fields() {
    return Set.of("prompt", "composition_plan", "music_length_ms", "model_id", "seed", "force_instrumental",
        "generation_mode", "lyrics_text", "finetune_id", "finetune_strength", "use_phonetic_names",
        "respect_sections_durations", "store_for_inpainting", "sign_with_c2pa");
  }

  @Override
  public ElevenOrder read(Context ctx, JsonNode body) throws InvalidFields, Refusal {
    Fields fields = Fields.of(body);
    Optional<String> prompt = fields.text("prompt", 4_100);
    Optional<MusicPlan> plan = fields.object("composition_plan").map(MusicPlan::read);
    Optional<Long> asked = fields.integer("music_length_ms", SHORTEST_MILLIS, LONGEST_MILLIS);
    String model = fields.choice("model_id", MODELS, MODELS.getFirst());
    Optional<Long> seed = fields.integer("seed", 0, MAX_SEED);
    boolean instrumental = fields.flag("force_instrumental", false);
    Optional<String> mode = fields.choiceOrNull("generation_mode",
        List.of("track", "loop", "ambience", "video_to_music"));
    checkTheRest(fields);
    fields.check();
    refuseIf(prompt.isPresent() == plan.isPresent(), "Either prompt or composition_plan is needed, and not both");
    refuseIf(plan.isPresent() && (asked.isPresent() || instrumental || mode.isPresent()),
        "music_length_ms, force_instrumental and generation_mode belong to a prompt");
    refuseIf(prompt.isPresent() && seed.isPresent(), "seed cannot be used with a prompt");
    refuseIf(plan.isPresent() && plan.get().inSections() != model.equals("music_v1"),
        "Sections belong to music_v1, chunks to the newer models");
    refuseIf(prompt.isPresent() && prompt.get().isBlank(), "The prompt is empty");
    long millis = plan.map(MusicPlan::millis).or(() -> asked).orElseGet(() -> 20_000 + chance.nextLong(40_001));
    refuseIf(millis < SHORTEST_MILLIS || millis > LONGEST_MILLIS, "The music would be " + millis + " ms long");
    return order(ctx, model, new Sound.Music(prompt.or(() -> plan.map(MusicPlan::words)).orElse(""),
        Duration.ofMillis(millis), seed.orElseGet(chance::nextLong)), seed.isPresent());
  }

  private static void checkTheRest(Fields fields) {
    fields.text("lyrics_text", 4_000);
    fields.text("finetune_id", 100);
    fields.numberNotNull("finetune_strength", new BigDecimal("1e-9"), BigDecimal.TWO);
    fields.flag("use_phonetic_names", false);
    fields.flag("respect_sections_durations", true);
    fields.flag("store_for_inpainting", false);
    fields.flag("sign_with_c2pa", false);
  }

  private ElevenOrder order(Context ctx, String model, Sound.Music music, boolean seeded) throws Refusal {
    ElevenPlan plan = settings.account().plan();
    if (plan.maximum(ElevenGroup.MUSIC) == 0) {
      throw new Refusal(403, "subscription_required", List.of("Music needs the Starter plan or a larger one"));
    }
    String asked = ctx.queryParam("output_format");
    String automatic = model.equals("music_v1") ? OutputFormat.USUAL : "mp3_48000_192";
    AudioCoding coding = OutputFormat.coding(OutputFormat.AUTO.equals(asked) ? automatic : asked, automatic,
        OutputFormat.MUSIC, 2, plan);
    long credits = (music.exactly().toMillis() * CREDITS_PER_MINUTE + 59_999) / 60_000;
    return new ElevenOrder(music, seeded, coding, coding.contentType(), credits, ElevenGroup.MUSIC,
        settings.times().music(), true);
  }

  private static void refuseIf(boolean wrong, String reason) throws Refusal {
    if (wrong) {
      throw new Refusal(400, "invalid_parameters", List.of(reason));
    }
  }
}
