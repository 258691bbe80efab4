package dev.foley.sketch.speech;

import dev.foley.audio.PcmClip;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What an ear would say about spoken words, in numbers. */
final class Listening {
  private static final int RATE = 44_100;
  private static final int FRAME = RATE / 50;
  private static final double AUDIBLE = 0.005;

  private final double[] samples;

  Listening(PcmClip clip) {
    ShortBuffer shorts = ByteBuffer.wrap(clip.samples()).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer();
    samples = new double[shorts.remaining()];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = shorts.get(i) / 32_768.0;
    }
  }

  double peakDecibels() {
    return decibels(Arrays.stream(samples).map(Math::abs).max().orElse(0));
  }

  /** RMS of the frames of 20 ms in which something is heard. */
  double speechDecibels() {
    double[] heard = Arrays.stream(frames()).filter(rms -> rms > AUDIBLE).toArray();
    return decibels(Math.sqrt(Arrays.stream(heard).map(rms -> rms * rms).average().orElse(0)));
  }

  double heardSeconds() {
    return Arrays.stream(frames()).filter(rms -> rms > AUDIBLE).count() * (double) FRAME / RATE;
  }

  /** Silences of at least so long between two sounds, in milliseconds. */
  List<Long> pauses(long leastMillis) {
    List<Long> pauses = new ArrayList<>();
    long silent = -1;
    for (double rms : frames()) {
      if (rms > AUDIBLE) {
        if (silent * 20 >= leastMillis) {
          pauses.add(silent * 20);
        }
        silent = 0;
      } else if (silent >= 0) {
        silent++;
      }
    }
    return pauses;
  }

  private double[] frames() {
    double[] frames = new double[samples.length / FRAME];
    for (int i = 0; i < frames.length; i++) {
      double sum = 0;
      for (int k = i * FRAME; k < (i + 1) * FRAME; k++) {
        sum += samples[k] * samples[k];
      }
      frames[i] = Math.sqrt(sum / FRAME);
    }
    return frames;
  }

  /** Median pitch of what is voiced, between 60 and 400 Hz, by autocorrelation of windows of 40 ms. */
  double pitchHertz() {
    double[] pitches = pitches();
    return pitches[pitches.length / 2];
  }

  /** From the pitch under which a tenth lies to the pitch above which a tenth lies, in semitones. */
  double pitchRangeSemitones() {
    double[] pitches = pitches();
    return 12 * Math.log(pitches[pitches.length * 9 / 10] / pitches[pitches.length / 10]) / Math.log(2);
  }

  /** Sorted. */
  private double[] pitches() {
    int window = RATE * 40 / 1000;
    List<Double> pitches = new ArrayList<>();
    for (int start = 0; start + 2 * window < samples.length; start += window) {
      double pitch = pitchAt(start, window);
      if (pitch > 0) {
        pitches.add(pitch);
      }
    }
    return pitches.stream().mapToDouble(Double::doubleValue).sorted().toArray();
  }

  /** 0 where nothing is voiced. */
  private double pitchAt(int start, int window) {
    double energy = correlation(start, 0, window);
    if (energy < window * AUDIBLE) {
      return 0;
    }
    int shortest = RATE / 400;
    double[] likeness = new double[RATE / 60 - shortest];
    double best = 0;
    for (int i = 0; i < likeness.length; i++) {
      likeness[i] = correlation(start, shortest + i, window)
          / Math.sqrt(energy * correlation(start + shortest + i, 0, window) + 1e-9);
      best = Math.max(best, likeness[i]);
    }
    // The first lag that is nearly the best: later ones are its multiples.
    for (int i = 1; i + 1 < likeness.length && best > 0.6; i++) {
      if (likeness[i] > 0.85 * best && likeness[i] >= likeness[i - 1] && likeness[i] >= likeness[i + 1]) {
        return (double) RATE / (shortest + i);
      }
    }
    return 0;
  }

  private double correlation(int start, int lag, int window) {
    double sum = 0;
    for (int i = start; i < start + window; i += 2) {
      sum += samples[i] * samples[i + lag];
    }
    return sum;
  }

  /** Energy above 9 kHz against all of it, in dB: what an imperfect change of the sample rate would leave there. */
  double aboveTheVoiceDecibels() {
    int window = 1024;
    double above = 0;
    double all = 0;
    for (int start = 0; start + window < samples.length; start += 16 * window) {
      for (int bin = 1; bin < window / 2; bin += 3) {
        double energy = goertzel(start, window, (double) bin / window);
        all += energy;
        above += bin * RATE / window > 11_000 ? energy : 0;
      }
    }
    return 10 * Math.log10(above / all);
  }

  private double goertzel(int start, int length, double cyclesPerSample) {
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

  private static double decibels(double gain) {
    return 20 * Math.log10(gain + 1e-9);
  }
}
