package dev.foley.sketch;

import java.util.Arrays;

/** Where a sound is heard: air takes the treble of what is far away, walls answer. */
final class Place {
  private static final int BLOCK = 1024;
  private static final double NEAREST_HERTZ = 17_000;
  private static final double LEAST_ROOM = 0.1;
  private final double distance;
  private final double room;

  Place(EffectCue cue) {
    distance = cue.traits().distance();
    room = Math.max(0, Math.min(6, cue.sound().room() + cue.traits().shade(Trait.ROOM) + 1.4 * distance));
  }

  void apply(Canvas canvas) {
    filter(canvas.left());
    filter(canvas.right());
    if (room > LEAST_ROOM) {
      reverberate(canvas);
    }
  }

  /** Takes away what lies below hearing, and what the air keeps. */
  private void filter(float[] samples) {
    Filter bottom = new Filter(22, 0.7);
    Filter air = new Filter(NEAREST_HERTZ * StrictMath.pow(0.09, distance), 0.6);
    for (int i = 0; i < samples.length; i++) {
      double sample = bottom.highPass(samples[i]);
      samples[i] = (float) (distance > 0 ? air.lowPass(sample) : sample);
    }
  }

  private void reverberate(Canvas canvas) {
    Reverb reverb = new Reverb(0.25 + 0.85 * room, 0.25 + 0.1 * distance);
    float dry = (float) (1 - 0.4 * distance);
    float send = (float) Math.min(0.9, 0.1 + 0.2 * room);
    float[][] sent = new float[2][BLOCK];
    float[][] answer = new float[2][BLOCK];
    for (int start = 0; start < canvas.frames(); start += BLOCK) {
      int count = Math.min(BLOCK, canvas.frames() - start);
      for (int i = 0; i < count; i++) {
        sent[0][i] = send * canvas.left()[start + i];
        sent[1][i] = send * canvas.right()[start + i];
      }
      Arrays.fill(answer[0], 0);
      Arrays.fill(answer[1], 0);
      reverb.process(sent[0], sent[1], answer[0], answer[1], count);
      for (int i = 0; i < count; i++) {
        canvas.left()[start + i] = dry * canvas.left()[start + i] + answer[0][i];
        canvas.right()[start + i] = dry * canvas.right()[start + i] + answer[1][i];
      }
    }
  }
}
