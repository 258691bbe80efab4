package dev.foley.sketch;

import java.util.Arrays;
import java.util.Optional;

/** One strip of the mixing desk: stem, insert, low cut, fader, balance, sends. */
final class Channel {
  private final Stem stem;
  private final Optional<Effect> insert;
  private final Filter leftCut;
  private final Filter rightCut;
  private final Strip strip;
  private final float[] left = new float[Studio.BLOCK];
  private final float[] right = new float[Studio.BLOCK];

  Channel(Stem stem, Optional<Effect> insert, Strip strip) {
    this.stem = stem;
    this.insert = insert;
    this.strip = strip;
    leftCut = new Filter(strip.lowCut(), 0.7);
    rightCut = new Filter(strip.lowCut(), 0.7);
  }

  /** Adds this channel's next block to the buses. */
  void mix(Buses buses, float[] duck, int start, int count) {
    Arrays.fill(left, 0, count, 0);
    Arrays.fill(right, 0, count, 0);
    stem.render(left, right, start, count);
    insert.ifPresent(effect -> effect.process(left, right, count));
    float leftGain = (float) (strip.gain() * Math.sqrt(1 - strip.pan()));
    float rightGain = (float) (strip.gain() * Math.sqrt(1 + strip.pan()));
    for (int i = 0; i < count; i++) {
      float held = strip.ducked() ? duck[i] : 1;
      float l = (float) leftCut.highPass(left[i]) * leftGain * held;
      float r = (float) rightCut.highPass(right[i]) * rightGain * held;
      buses.left()[i] += l;
      buses.right()[i] += r;
      buses.reverbLeft()[i] += l * strip.reverb();
      buses.reverbRight()[i] += r * strip.reverb();
      buses.echoLeft()[i] += l * strip.echo();
      buses.echoRight()[i] += r * strip.echo();
    }
  }

  /**
   * @param gain of the fader, a factor
   * @param pan -1 left to 1 right
   * @param lowCut Hz
   * @param reverb share sent to the reverb
   * @param echo share sent to the echo
   * @param ducked whether the kick pushes it away
   */
  record Strip(double gain, double pan, double lowCut, float reverb, float echo, boolean ducked) {}

  /** Where channels add up, one block at a time. */
  @SuppressWarnings("ArrayRecordComponent") // buffers, made to be written to
  record Buses(float[] left, float[] right, float[] reverbLeft, float[] reverbRight, float[] echoLeft,
      float[] echoRight) {
    static Buses create() {
      return new Buses(new float[Studio.BLOCK], new float[Studio.BLOCK], new float[Studio.BLOCK],
          new float[Studio.BLOCK], new float[Studio.BLOCK], new float[Studio.BLOCK]);
    }

    void clear() {
      for (float[] bus : new float[][]{left, right, reverbLeft, reverbRight, echoLeft, echoRight}) {
        Arrays.fill(bus, 0);
      }
    }
  }
}
