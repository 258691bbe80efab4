package dev.foley.sketch;

import dev.foley.sketch.Score.Hit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** The drummer. */
final class DrumStem implements Stem {
  private final Map<Drum, float[]> sounds = new EnumMap<>(Drum.class);
  private final List<Stroke> strokes = new ArrayList<>();
  private final List<Stroke> sounding = new ArrayList<>();
  private int next;

  DrumStem(Kit kit, List<Hit> hits, Performance performance, RandomGenerator random) {
    DrumSynth synth = new DrumSynth(kit);
    for (Drum drum : Drum.values()) {
      if (hits.stream().anyMatch(hit -> hit.drum() == drum)) {
        sounds.put(drum, synth.make(drum));
      }
    }
    for (Hit hit : hits) {
      double velocity = hit.velocity() * (1 + 0.06 * random.nextGaussian());
      strokes.add(new Stroke(performance.frame(hit.beat(), random), hit.drum(), velocity * velocity));
    }
    strokes.sort(Comparator.comparingInt(Stroke::start));
  }

  @Override
  public void render(float[] left, float[] right, int start, int count) {
    while (next < strokes.size() && strokes.get(next).start() < start + count) {
      sounding.add(strokes.get(next++));
    }
    for (Iterator<Stroke> playing = sounding.iterator(); playing.hasNext();) {
      Stroke stroke = playing.next();
      float[] sound = sounds.getOrDefault(stroke.drum(), new float[0]);
      double pan = stroke.drum().pan();
      float leftGain = (float) (stroke.gain() * Math.sqrt(1 - pan));
      float rightGain = (float) (stroke.gain() * Math.sqrt(1 + pan));
      int from = Math.max(0, stroke.start() - start);
      int to = Math.min(count, stroke.start() + sound.length - start);
      for (int i = from; i < to; i++) {
        float sample = sound[start + i - stroke.start()];
        left[i] += sample * leftGain;
        right[i] += sample * rightGain;
      }
      if (stroke.start() + sound.length <= start + count) {
        playing.remove();
      }
    }
  }

  private record Stroke(int start, Drum drum, double gain) {}
}
