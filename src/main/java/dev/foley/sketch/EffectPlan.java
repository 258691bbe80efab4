package dev.foley.sketch;

import java.util.ArrayList;
import java.util.List;

/** Where each sound of an effect lies: steps one after another, events of a step in turn, what goes on all through it. */
record EffectPlan(List<Slot> slots) {
  /** Share of a step that passes before its only event, where something else is heard meanwhile. */
  private static final double LEAD = 0.12;

  static double usualSeconds(List<EffectCue> cues) {
    return steps(cues).stream().mapToDouble(EffectPlan::stepSeconds).sum();
  }

  static EffectPlan of(List<EffectCue> cues, int frames) {
    double scale = frames / usualSeconds(cues);
    List<Slot> slots = new ArrayList<>();
    double from = 0;
    for (List<EffectCue> step : steps(cues)) {
      double length = stepSeconds(step) * scale;
      place(step, from, length, slots);
      from += length;
    }
    return new EffectPlan(List.copyOf(slots));
  }

  private static void place(List<EffectCue> step, double from, double length, List<Slot> slots) {
    List<EffectCue> events = step.stream().filter(EffectCue::isEvent).toList();
    double sum = events.stream().mapToDouble(EffectCue::usualSeconds).sum();
    double lead = events.size() < step.size() ? LEAD * length : 0;
    double at = from + lead;
    for (EffectCue cue : step) {
      if (cue.isEvent()) {
        double share = (length - lead) * cue.usualSeconds() / sum;
        slots.add(new Slot(cue, (int) at, Math.max(1, (int) share)));
        at += share;
      } else {
        slots.add(new Slot(cue, (int) from, Math.max(1, (int) Math.ceil(length))));
      }
    }
  }

  private static List<List<EffectCue>> steps(List<EffectCue> cues) {
    int last = cues.getLast().step();
    List<List<EffectCue>> steps = new ArrayList<>();
    for (int i = 0; i <= last; i++) {
      int step = i;
      steps.add(cues.stream().filter(cue -> cue.step() == step).toList());
    }
    return steps;
  }

  /** Long enough for whatever lasts longest, and for all events in turn. */
  private static double stepSeconds(List<EffectCue> step) {
    double events = step.stream().filter(EffectCue::isEvent).mapToDouble(EffectCue::usualSeconds).sum();
    return step.stream().filter(cue -> !cue.isEvent()).mapToDouble(EffectCue::usualSeconds).reduce(events, Math::max);
  }

  /**
   * @param from first frame
   * @param frames until the next one has its turn; a sound may ring on beyond them
   */
  record Slot(EffectCue cue, int from, int frames) {}
}
