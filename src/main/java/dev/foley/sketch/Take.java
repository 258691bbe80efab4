package dev.foley.sketch;

import java.util.SplittableRandom;
import java.util.function.DoubleConsumer;

/**
 * One playing of a sound: where, how long, how.
 *
 * @param canvas what it is added to; may be longer, for what rings on
 * @param at first frame
 * @param frames that the sound has
 * @param extent frames to fill, for sounds that go on: {@code frames}, and in a loop some more to blend with the beginning
 * @param index how many came before it
 * @param circular whether the end will meet the beginning
 */
record Take(Canvas canvas, int at, int frames, int extent, int index, boolean circular, Traits traits,
    SplittableRandom random) {

  double seconds() {
    return (double) frames / Dsp.SAMPLE_RATE;
  }

  Noise noise() {
    return new Noise(random.nextLong());
  }

  Grains grains() {
    return new Grains(random.nextLong());
  }

  double pitch() {
    return traits.pitch();
  }

  double pace() {
    return traits.pace();
  }

  /** Adds a short sound some seconds after the beginning. */
  void add(double atSeconds, float[] sound, double gain, double pan) {
    canvas.add(at + (int) (atSeconds * Dsp.SAMPLE_RATE), sound, gain, pan);
  }

  /** Adds one frame, counted from the beginning. */
  void add(int frame, double left, double right) {
    canvas.add(at + frame, left, right);
  }

  /** Calls for each of the chance events that fill the extent, with its second; Poisson's process. */
  void scatter(double perSecond, DoubleConsumer event) {
    double end = (double) extent / Dsp.SAMPLE_RATE;
    for (double now = pause(perSecond); now < end; now += pause(perSecond)) {
      event.accept(now);
    }
  }

  /** A waiting time of Poisson's process, seconds. */
  double pause(double perSecond) {
    return -StrictMath.log(1 - random.nextDouble()) / perSecond;
  }

  double between(double least, double most) {
    return random.nextDouble(least, most);
  }

  /** The period next to the wanted one that fits a whole number of times into a loop; the wanted one where none is asked for. */
  double fit(double periodSeconds) {
    return circular ? seconds() / Math.max(1, Math.round(seconds() / periodSeconds)) : periodSeconds;
  }
}
