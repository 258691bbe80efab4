package dev.foley.sketch;

import dev.foley.audio.PcmClip;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What an ear would say about a clip, in numbers. */
final class Listening {
  private static final int RATE = 44_100;
  /** Frames from one value of the onset curve to the next: 5.8 ms. */
  private static final int HOP = 256;

  private final double[] left;
  private final double[] right;

  Listening(PcmClip clip) {
    ShortBuffer samples = ByteBuffer.wrap(clip.samples()).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer();
    left = new double[samples.remaining() / 2];
    right = new double[left.length];
    for (int i = 0; i < left.length; i++) {
      left[i] = samples.get(2 * i) / 32_768.0;
      right[i] = samples.get(2 * i + 1) / 32_768.0;
    }
  }

  double rmsDecibels() {
    return rmsDecibels(0, (double) left.length / RATE);
  }

  double rmsDecibels(double fromSeconds, double toSeconds) {
    int from = (int) (fromSeconds * RATE);
    int to = Math.min(left.length, (int) Math.ceil(toSeconds * RATE));
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += (left[i] * left[i] + right[i] * right[i]) / 2;
    }
    return 10 * Math.log10(sum / (to - from) + 1e-12);
  }

  /** Highest magnitude of the curve through the samples, four points for each, by a windowed sinc. */
  double truePeakDecibels() {
    double peak = 0;
    for (double[] ear : new double[][]{left, right}) {
      for (int i = 8; i < ear.length - 8; i++) {
        peak = Math.max(peak, Math.abs(ear[i]));
        if (Math.abs(ear[i]) > 0.6) {
          for (int quarter = 1; quarter < 4; quarter++) {
            peak = Math.max(peak, Math.abs(between(ear, i, quarter / 4.0)));
          }
        }
      }
    }
    return 20 * Math.log10(peak + 1e-12);
  }

  private static double between(double[] ear, int i, double fraction) {
    double sum = 0;
    for (int k = -7; k <= 8; k++) {
      double x = Math.PI * (fraction - k);
      sum += ear[i + k] * Math.sin(x) / x * (0.5 + 0.5 * Math.cos(x / 8.5));
    }
    return sum;
  }

  double dcOffset() {
    return Math.max(Math.abs(Arrays.stream(left).average().orElse(0)),
        Math.abs(Arrays.stream(right).average().orElse(0)));
  }

  double lastSample() {
    return Math.max(Math.abs(left[left.length - 1]), Math.abs(right[right.length - 1]));
  }

  /**
   * The tempo next to the expected one at which the rise of loudness repeats best.
   *
   * @param expected beats per minute; tempos up to 12 % away from it are tried
   */
  double tempoNear(double expected) {
    double[] onsets = onsets();
    double best = 0;
    double bestBpm = 0;
    for (double bpm = expected * 0.88; bpm < expected * 1.12; bpm += 0.1) {
      double beat = 60.0 * RATE / HOP / bpm;
      // Beats and bars together: one beat alone is also found by whatever is syncopated.
      double strength = correlation(onsets, beat) + correlation(onsets, 2 * beat) + 2 * correlation(onsets, 4 * beat)
          + correlation(onsets, 8 * beat);
      if (strength > best) {
        best = strength;
        bestBpm = bpm;
      }
    }
    return bestBpm;
  }

  private double[] onsets() {
    double[] energy = new double[left.length / HOP];
    for (int i = 0; i < energy.length; i++) {
      double sum = 0;
      for (int k = i * HOP; k < (i + 1) * HOP; k++) {
        sum += left[k] * left[k] + right[k] * right[k];
      }
      energy[i] = Math.sqrt(sum);
    }
    double[] rises = new double[energy.length];
    for (int i = 1; i < energy.length; i++) {
      rises[i] = Math.max(0, energy[i] - energy[i - 1]);
    }
    double mean = Arrays.stream(rises).average().orElse(0);
    return Arrays.stream(rises).map(rise -> rise - mean).toArray();
  }

  private static double correlation(double[] curve, double lag) {
    int whole = (int) lag;
    double fraction = lag - whole;
    double sum = 0;
    for (int i = 0; i + whole + 1 < curve.length; i++) {
      sum += curve[i] * (curve[i + whole] * (1 - fraction) + curve[i + whole + 1] * fraction);
    }
    return sum / (curve.length - whole);
  }

  /** Energy of the twelve pitch classes, C to B, in the octaves from C3 to B5, together 1. */
  double[] chroma() {
    double[] chroma = new double[12];
    double[] mono = new double[left.length / 4];
    for (int i = 0; i < mono.length; i++) {
      for (int k = 0; k < 4; k++) {
        mono[i] += (left[4 * i + k] + right[4 * i + k]) / 8;
      }
    }
    int window = 4096;
    for (int pitch = 48; pitch < 84; pitch++) {
      double hertz = 440 * Math.pow(2, (pitch - 69) / 12.0);
      for (int start = 0; start + window <= mono.length; start += window) {
        chroma[pitch % 12] += goertzel(mono, start, window, hertz / (RATE / 4.0));
      }
    }
    double sum = Arrays.stream(chroma).sum();
    return Arrays.stream(chroma).map(energy -> energy / sum).toArray();
  }

  private static double goertzel(double[] samples, int start, int length, double cyclesPerSample) {
    double coefficient = 2 * Math.cos(2 * Math.PI * cyclesPerSample);
    double one = 0;
    double two = 0;
    for (int i = 0; i < length; i++) {
      double hann = 0.5 - 0.5 * Math.cos(2 * Math.PI * i / length);
      double next = samples[start + i] * hann + coefficient * one - two;
      two = one;
      one = next;
    }
    return one * one + two * two - coefficient * one * two;
  }

  double seconds() {
    return (double) left.length / RATE;
  }

  Spectrum spectrum() {
    return spectrum(0, seconds(), 4096);
  }

  /**
   * @param window frames, a power of two
   */
  Spectrum spectrum(double fromSeconds, double toSeconds, int window) {
    int from = (int) (fromSeconds * RATE);
    double[] mono = new double[Math.min(left.length, (int) (toSeconds * RATE)) - from];
    for (int i = 0; i < mono.length; i++) {
      mono[i] = (left[from + i] + right[from + i]) / 2;
    }
    return new Spectrum(mono, window);
  }

  /** Level where it sounds: stretches of 50 ms within 20 dB of the loudest one. */
  double activeDecibels() {
    double[] levels = levels(0.05);
    double most = Arrays.stream(levels).max().orElse(0);
    return 10 * Math.log10(Arrays.stream(levels).filter(level -> level > most - 20)
        .map(level -> Math.pow(10, level / 10)).average().orElse(0));
  }

  /** Level of each stretch, dB. */
  double[] levels(double stretchSeconds) {
    int count = (int) Math.ceil(seconds() / stretchSeconds - 1e-9);
    double[] levels = new double[count];
    for (int i = 0; i < count; i++) {
      levels[i] = rmsDecibels(i * stretchSeconds, Math.min(seconds(), (i + 1) * stretchSeconds));
    }
    return levels;
  }

  /**
   * Seconds at which the sound gets suddenly louder.
   *
   * @param apartSeconds what follows sooner belongs to the same onset
   */
  List<Double> onsets(double apartSeconds) {
    double[] levels = levels(0.01);
    double most = Arrays.stream(levels).max().orElse(0);
    List<Double> onsets = new ArrayList<>();
    for (int i = 0; i < levels.length; i++) {
      double before = Math.min(i < 1 ? -100 : levels[i - 1], i < 2 ? -100 : levels[i - 2]);
      double now = i * 0.01;
      if (levels[i] > most - 22 && levels[i] > before + 9
          && (onsets.isEmpty() || now - onsets.getLast() > apartSeconds)) {
        onsets.add(now);
      }
    }
    return onsets;
  }

  double peakDecibels() {
    double peak = 0;
    for (int i = 0; i < left.length; i++) {
      peak = Math.max(peak, Math.max(Math.abs(left[i]), Math.abs(right[i])));
    }
    return 20 * Math.log10(peak + 1e-12);
  }

  /** The step from the last sample to the first one, of the ear where it is larger. */
  double seam() {
    int last = left.length - 1;
    return Math.max(Math.abs(left[0] - left[last]), Math.abs(right[0] - right[last]));
  }

  /** The step from sample to sample that only one in a hundred exceeds, within a tenth of a second of the seam. */
  double usualStep() {
    int reach = Math.min(left.length / 2, RATE / 10);
    double[] steps = new double[4 * reach - 4];
    int count = 0;
    for (double[] ear : new double[][]{left, right}) {
      for (int i = 1; i < reach; i++) {
        steps[count++] = Math.abs(ear[i] - ear[i - 1]);
        steps[count++] = Math.abs(ear[ear.length - i] - ear[ear.length - i - 1]);
      }
    }
    Arrays.sort(steps);
    return steps[steps.length * 99 / 100];
  }
}
