package dev.foley.sketch;

/** Both ears of a sound in the making, in frames. What falls outside is lost. One thread at a time. */
final class Canvas {
  private final float[] left;
  private final float[] right;

  Canvas(int frames) {
    left = new float[frames];
    right = new float[frames];
  }

  int frames() {
    return left.length;
  }

  float[] left() {
    return left;
  }

  float[] right() {
    return right;
  }

  void add(int frame, double toLeft, double toRight) {
    if (frame >= 0 && frame < left.length) {
      left[frame] += (float) toLeft;
      right[frame] += (float) toRight;
    }
  }

  /**
   * Adds a short sound.
   *
   * @param pan -1 left to 1 right
   */
  void add(int frame, float[] sound, double gain, double pan) {
    double toLeft = gain * Math.sqrt(1 - pan);
    double toRight = gain * Math.sqrt(1 + pan);
    for (int i = 0; i < sound.length; i++) {
      add(frame + i, toLeft * sound[i], toRight * sound[i]);
    }
  }

  /**
   * Adds another canvas.
   *
   * @param circular whether what reaches beyond the end comes in again at the beginning
   */
  void lay(Canvas other, int frame, double gain, boolean circular) {
    for (int i = 0; i < other.left.length; i++) {
      int at = circular ? (frame + i) % left.length : frame + i;
      if (at >= left.length) {
        return;
      }
      left[at] += (float) (gain * other.left[i]);
      right[at] += (float) (gain * other.right[i]);
    }
  }

  /** Lets the first frames rise from silence, at equal power or in a straight line. */
  void fadeIn(int frames, boolean straight) {
    for (int i = 0; i < Math.min(frames, left.length); i++) {
      scale(i, curve((double) i / frames, straight));
    }
  }

  /** Lets the last frames fall to silence; laid over {@link #fadeIn} of the same kind, the two together are even. */
  void fadeOut(int frames, boolean straight) {
    int start = left.length - frames;
    for (int i = Math.max(0, -start); i < frames; i++) {
      scale(start + i, curve(1 - (double) i / frames, straight));
    }
  }

  private static double curve(double share, boolean straight) {
    return straight ? share : Dsp.sine(share / 4);
  }

  private void scale(int frame, double gain) {
    left[frame] *= (float) gain;
    right[frame] *= (float) gain;
  }

  /**
   * How loud it is where it sounds: the RMS of all stretches of 50 ms within 20 dB of the loudest one, so that neither rests
   * nor a long decay count.
   */
  double activeLevel() {
    int block = Dsp.SAMPLE_RATE / 20;
    double[] power = new double[Math.ceilDiv(left.length, block)];
    double most = 0;
    for (int b = 0; b < power.length; b++) {
      int end = Math.min(left.length, (b + 1) * block);
      for (int i = b * block; i < end; i++) {
        power[b] += 0.5 * (left[i] * left[i] + right[i] * right[i]);
      }
      power[b] /= end - b * block;
      most = Math.max(most, power[b]);
    }
    double sum = 0;
    int count = 0;
    for (double each : power) {
      if (each >= 0.01 * most) {
        sum += each;
        count++;
      }
    }
    return count == 0 ? 0 : Math.sqrt(sum / count);
  }
}
