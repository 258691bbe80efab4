package dev.foley.playground.services.elevenlabs;

import com.fasterxml.jackson.databind.JsonNode;
import dev.foley.playground.services.AudioCoding;
import dev.foley.playground.services.Chance;
import dev.foley.playground.services.Refusal;
import dev.foley.playground.services.Sound;
import io.javalin.http.Context;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** {@code POST /v1/sound-generation}. */
final class SoundEndpoint implements ElevenEndpoint {
  private static final String MODEL = "eleven_text_to_sound_v2";
  private static final BigDecimal SHORTEST = new BigDecimal("0.5");
  private static final BigDecimal LONGEST = new BigDecimal("30");
  private static final BigDecimal CREDITS_PER_SECOND = new BigDecimal("40");

  private final ElevenLabsSettings settings;
  private final Chance chance;

  SoundEndpoint(ElevenLabsSettings settings, Chance chance) {
    this.settings = settings;
    this.chance = chance;
  }

  @Override
  public String promptField() {
    return "text";
  }

  @Override
  public Set<String> fields() {
    return Set.of("text", "loop", "duration_seconds", "prompt_influence", "model_id");
  }

  @Override
  public ElevenOrder read(Context ctx, JsonNode body) throws InvalidFields, Refusal {
    Fields fields = Fields.of(body);
    String text = fields.requiredText("text", Integer.MAX_VALUE);
    boolean loop = fields.flag("loop", false);
    BigDecimal seconds = fields.number("duration_seconds", SHORTEST, LONGEST).orElseGet(this::chosen);
    fields.number("prompt_influence", BigDecimal.ZERO, BigDecimal.ONE); // a sketch has no such thing
    fields.choice("model_id", List.of(MODEL), MODEL);
    fields.check();
    if (text.isBlank()) {
      throw new Refusal(400, "empty_text", List.of("There is no text to make a sound of"));
    }
    AudioCoding coding = OutputFormat.coding(ctx.queryParam("output_format"), OutputFormat.USUAL, OutputFormat.SOUND, 2,
        settings.account().plan());
    Duration length = Duration.ofMillis(seconds.movePointRight(3).longValue());
    long credits = seconds.multiply(CREDITS_PER_SECOND).setScale(0, RoundingMode.CEILING).longValueExact();
    return new ElevenOrder(new Sound.Effect(text, length, loop, chance.nextLong()), false, coding, "audio/mpeg",
        credits,
        ElevenGroup.STANDARD, settings.times().sound(), false);
  }

  /** Without a length the model decides: here by lot, 2 to 6 seconds. */
  private BigDecimal chosen() {
    return BigDecimal.valueOf(20 + chance.nextLong(41), 1);
  }
}
