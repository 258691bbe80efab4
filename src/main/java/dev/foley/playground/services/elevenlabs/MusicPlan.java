package dev.foley.playground.services.elevenlabs;

import java.util.ArrayList;
import java.util.List;

/**
 * A composition plan, of either form.
 *
 * @param inSections the form of the first model; else in chunks
 * @param words all styles that are wanted
 */
record MusicPlan(boolean inSections, long millis, String words) {
  private static final int MAX_PARTS = 30;
  private static final int MAX_STYLES = 50;
  private static final int ANY_LENGTH = Integer.MAX_VALUE;

  static MusicPlan read(Fields plan) {
    return plan.has("chunks") ? ofChunks(plan) : ofSections(plan);
  }

  private static MusicPlan ofSections(Fields plan) {
    List<String> words = new ArrayList<>(plan.requiredTexts("positive_global_styles", MAX_STYLES, ANY_LENGTH));
    plan.requiredTexts("negative_global_styles", MAX_STYLES, ANY_LENGTH);
    long millis = 0;
    for (Fields section : plan.requiredObjects("sections", MAX_PARTS)) {
      section.requiredText("section_name", 100);
      words.addAll(section.requiredTexts("positive_local_styles", MAX_STYLES, ANY_LENGTH));
      section.requiredTexts("negative_local_styles", MAX_STYLES, ANY_LENGTH);
      section.requiredTexts("lines", MAX_PARTS, 200);
      millis += section.requiredInteger("duration_ms", 3_000, 120_000);
    }
    return new MusicPlan(true, millis, String.join(", ", words));
  }

  private static MusicPlan ofChunks(Fields plan) {
    List<String> words = new ArrayList<>();
    long millis = 0;
    for (Fields chunk : plan.requiredObjects("chunks", MAX_PARTS)) {
      chunk.requiredText("text", 6_132);
      words.addAll(chunk.requiredTexts("positive_styles", MAX_STYLES, ANY_LENGTH));
      chunk.texts("negative_styles", MAX_STYLES, ANY_LENGTH);
      chunk.choice("context_adherence", List.of("low", "medium", "high"), "high");
      millis += chunk.requiredInteger("duration_ms", 3_000, 120_000);
    }
    return new MusicPlan(false, millis, String.join(", ", words));
  }
}
