package dev.foley.sketch;

import dev.foley.sketch.Score.Hit;
import dev.foley.sketch.Section.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;

/** Writes the drums: the groove, fills before a new section, a last stroke on the final chord. */
final class DrumLine {
  private static final List<String> FILLS = List.of(
      "snare ..........xoxxXx", "high_tom ........x.x.....|low_tom ............xxx.|snare ......x.........",
      "snare ............xxXX", "high_tom ..........xx....|low_tom ............X.X.", "snare ........x..x..XX");

  private final Plan plan;
  private final Groove groove;
  private final double energy;
  private final RandomGenerator random;

  /**
   * @param energy -1 to 1, 0 as the groove is written
   */
  DrumLine(Plan plan, Groove groove, double energy, RandomGenerator random) {
    this.plan = plan;
    this.groove = groove;
    this.energy = energy;
    this.random = random;
  }

  List<Hit> write() {
    List<Hit> hits = new ArrayList<>();
    if (groove.rows().isEmpty()) {
      return hits;
    }
    for (Section section : plan.sections()) {
      for (int bar = section.first(); bar < section.end(); bar++) {
        boolean fill = bar == section.end() - 1 && section.bars() > 1 && section.kind() != Kind.BREAK
            && plan.timeline().beatsPerBar() == 4;
        bar(hits, section, bar, fill);
      }
      if (section.kind() == Kind.MAIN && section.first() > 0) {
        hits.add(new Hit(plan.barBeat(section.first()), groove.kit() == Kit.BRUSHES ? Drum.RIDE : Drum.CRASH, 0.7));
      }
    }
    double end = plan.timeline().end();
    hits.add(new Hit(end, groove.kit() == Kit.ORCHESTRAL ? Drum.TAIKO : Drum.KICK, 0.9));
    hits.add(new Hit(end, Drum.CRASH, groove.kit() == Kit.BRUSHES ? 0.4 : 0.7));
    if (groove.kit() == Kit.ORCHESTRAL) {
      hits.add(new Hit(end, Drum.TIMPANI, 0.9));
    }
    return hits;
  }

  private void bar(List<Hit> hits, Section section, int bar, boolean fill) {
    int level = section.kind().drums() + (energy > 0.5 ? 1 : energy < -0.3 ? -1 : 0);
    int beatsPerBar = plan.timeline().beatsPerBar();
    for (Groove.Row row : groove.rows()) {
      if (row.intensity() > Math.max(level, 1)) {
        continue;
      }
      for (Steps.Step step : row.steps().bar(bar - section.first(), beatsPerBar)) {
        // A fill takes the place of what keeps time in the last quarter of the bar.
        boolean yields = fill && step.beat() >= 3 && row.drum() != Drum.KICK && row.drum() != Drum.HAT;
        if (!yields && (step.symbol() != '?' || random.nextBoolean())) {
          add(hits, plan.barBeat(bar) + step.beat(), row.drum(), velocity(step.symbol()) * section.kind().loudness());
        }
      }
    }
    if (fill && level >= 2 && groove.kit() != Kit.ORCHESTRAL) {
      for (String line : FILLS.get(random.nextInt(FILLS.size())).split("\\|", -1)) {
        String[] words = line.split(" ", -1);
        Drum drum = Drum.valueOf(words[0].toUpperCase(Locale.ROOT));
        for (Steps.Step step : new Steps(words[1]).bar(0, beatsPerBar)) {
          add(hits, plan.barBeat(bar) + step.beat(), fillDrum(drum), velocity(step.symbol()) * 0.75);
        }
      }
    }
  }

  private Drum fillDrum(Drum drum) {
    return groove.kit() == Kit.BRUSHES && drum == Drum.SNARE ? Drum.BRUSH : drum;
  }

  private void add(List<Hit> hits, double beat, Drum drum, double velocity) {
    if (plan.before(beat)) {
      hits.add(new Hit(beat, drum, velocity));
    }
  }

  private static double velocity(char symbol) {
    return switch (symbol) {
      case 'X' -> 1;
      case 'x' -> 0.8;
      default -> 0.45;
    };
  }
}
