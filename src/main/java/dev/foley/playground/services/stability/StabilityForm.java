package dev.foley.playground.services.stability;

import dev.foley.playground.services.AudioCoding;
import dev.foley.playground.services.Refusal;
import io.javalin.http.Context;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The form of a generation, as far as it could be read.
 *
 * <p>Fields that no document names are ignored and observed. The vendor's samples send an empty file part named
 * {@code none}, which makes their library send a multipart form.
 *
 * @param malformed what was wrong with the form itself; empty if it could be read
 */
record StabilityForm(Map<String, String> fields, List<String> ignored, String malformed) {
  /** A form that was too large to be read. */
  static final StabilityForm NOT_READ = new StabilityForm(Map.of(), List.of(), "body: was not read");
  private static final Set<String> NAMES = Set.of("prompt", "model", "duration", "seed", "steps", "cfg_scale",
      "output_format");
  private static final String FROM_THE_SAMPLES = "none";
  private static final int MAX_PROMPT = 10_000;
  private static final int USUAL_SECONDS = 190;
  private static final BigDecimal MAX_SEED = BigDecimal.valueOf(4_294_967_294L);
  private static final AudioCoding MP3 = AudioCoding.mp3(44_100, 2, 192_000);

  StabilityForm {
    fields = Map.copyOf(fields);
    ignored = List.copyOf(ignored);
  }

  static StabilityForm read(Context ctx) {
    if (!ctx.isMultipartFormData()) {
      return unreadable("content-type: must be multipart/form-data");
    }
    Map<String, String> fields = new HashMap<>();
    List<String> ignored = new ArrayList<>();
    try {
      ctx.formParamMap().forEach((name, values) -> {
        if (NAMES.contains(name)) {
          fields.put(name, values.getFirst());
        } else if (!name.equals(FROM_THE_SAMPLES)) {
          ignored.add(name);
        }
      });
      ctx.uploadedFileMap().keySet().stream().filter(name -> !name.equals(FROM_THE_SAMPLES)).forEach(ignored::add);
    } catch (Exception e) { // a ServletException too, which Kotlin does not declare
      return unreadable("body: is not a well-formed multipart form");
    }
    return new StabilityForm(fields, ignored, "");
  }

  private static StabilityForm unreadable(String reason) {
    return new StabilityForm(Map.of(), List.of(), reason);
  }

  String prompt() {
    return fields.getOrDefault("prompt", "");
  }

  /**
   * @param models that the path takes, the usual one first
   * @throws Refusal 400 with everything that is wrong, 422 for a language that is not English
   */
  StabilityRequest validate(List<StabilityModel> models) throws Refusal {
    if (!malformed.isEmpty()) {
      throw new Refusal(400, malformed);
    }
    List<String> problems = new ArrayList<>();
    String named = fields.getOrDefault("model", models.getFirst().id());
    StabilityModel model = models.stream().filter(known -> known.id().equals(named)).findAny().orElseGet(() -> {
      problems.add("model: must be one of "
          + models.stream().map(StabilityModel::id).collect(Collectors.joining(", ")));
      return models.getFirst();
    });
    if (!fields.containsKey("prompt")) {
      problems.add("prompt: is required");
    } else if (prompt().codePointCount(0, prompt().length()) > MAX_PROMPT) {
      problems.add("prompt: must be at most " + MAX_PROMPT + " characters");
    }
    BigDecimal seconds = number("duration", 1, model.maxSeconds(), USUAL_SECONDS, problems);
    BigDecimal steps = whole("steps", BigDecimal.valueOf(model.minSteps()), BigDecimal.valueOf(model.maxSteps()),
        BigDecimal.valueOf(model.usualSteps()), problems);
    BigDecimal seed = whole("seed", BigDecimal.ZERO, MAX_SEED, BigDecimal.ZERO, problems);
    number("cfg_scale", 1, 25, 1, problems); // a sketch has no such thing
    String format = fields.getOrDefault("output_format", "mp3");
    if (!format.equals("mp3") && !format.equals("wav")) {
      problems.add("output_format: must be one of mp3, wav");
    }
    if (!problems.isEmpty()) {
      throw new Refusal(400, "bad_request", problems);
    }
    if (!Scripts.couldBeEnglish(prompt())) {
      throw new Refusal(422, "invalid_language", List.of("prompt: must be in English"));
    }
    return new StabilityRequest(model, prompt(), Duration.ofMillis(seconds.movePointRight(3).longValue()),
        seed.longValueExact(), steps.intValueExact(), format.equals("mp3") ? MP3 : AudioCoding.CD_WAV);
  }

  private BigDecimal number(String name, int min, int max, int usual, List<String> problems) {
    return number(name, BigDecimal.valueOf(min), BigDecimal.valueOf(max), BigDecimal.valueOf(usual), problems);
  }

  private BigDecimal number(String name, BigDecimal min, BigDecimal max, BigDecimal usual, List<String> problems) {
    String sent = fields.get(name);
    if (sent == null) {
      return usual;
    }
    try {
      BigDecimal value = new BigDecimal(sent);
      if (value.compareTo(min) >= 0 && value.compareTo(max) <= 0) {
        return value;
      }
      problems.add(name + ": must be between " + min + " and " + max);
    } catch (NumberFormatException e) {
      problems.add(name + ": must be a number");
    }
    return usual;
  }

  private BigDecimal whole(String name, BigDecimal min, BigDecimal max, BigDecimal usual, List<String> problems) {
    BigDecimal value = number(name, min, max, usual, problems);
    if (value.stripTrailingZeros().scale() > 0) {
      problems.add(name + ": must be an integer");
      return usual;
    }
    return value;
  }
}
