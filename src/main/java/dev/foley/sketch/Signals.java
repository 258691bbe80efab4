package dev.foley.sketch;

/** Electric signals: alarms, sirens, beeps, clicks, and the sounds of old games. */
final class Signals {
  private Signals() {}

  /** Four short beeps and a rest, over and over, as of an alarm clock. */
  static void alarm(Take take) {
    double period = take.fit(1 / take.pace());
    double hertz = 2050 * take.pitch();
    Oscillator tone = new Oscillator(0);
    Oscillator upper = new Oscillator(0);
    double level = 0;
    for (int i = 0; i < take.extent(); i++) {
      double turn = i / (period * Dsp.SAMPLE_RATE);
      double phase = turn - Math.floor(turn);
      double beat = 6.6667 * phase - Math.floor(6.6667 * phase);
      boolean on = phase < 0.6 && beat < 0.6;
      level += ((on ? 1 : 0) - level) * 0.01;
      double sample = level * 0.4 * (tone.pulse(hertz, 0.5) + 0.4 * upper.sine(2 * hertz));
      take.add(i, sample, sample);
    }
  }

  /** Wails up and down; with a quick pace it yelps. */
  static void siren(Take take) {
    double period = take.fit(3.6 / take.pace());
    Filter horn = new Filter(1300, 1.2);
    Oscillator tone = new Oscillator(0);
    for (int i = 0; i < take.extent(); i++) {
      double swing = 0.5 - 0.5 * Dsp.sine(i / (period * Dsp.SAMPLE_RATE) + 0.25);
      double hertz = 560 * Dsp.exp2(1.35 * swing) * take.pitch();
      double sample = Dsp.saturate(1.5 * horn.bandPass(tone.saw(hertz)));
      take.add(i, sample, sample);
    }
  }

  static void beep(Take take) {
    double length = Math.min(0.8 * take.seconds(), 0.16 * take.traits().length());
    chip(take, 0, length, 1000 * take.pitch(), 1000 * take.pitch(), 0, 0.6);
  }

  /** A wrong answer. */
  static void buzzer(Take take) {
    double hertz = 140 * take.pitch();
    chip(take, 0, 0.75 * take.seconds(), hertz, hertz, 0.5, 0.5);
    chip(take, 0, 0.75 * take.seconds(), hertz * 1.03, hertz * 1.03, 0.5, 0.5);
  }

  static void click(Take take) {
    Grains grains = take.grains();
    double pitch = take.pitch();
    take.add(0, grains.burst(0.0003, 0.01, 1500, 9000), 1, 0);
    take.add(0, Grains.modes(2100 * pitch, 0.6, 0.03, 3300 * pitch, 0.4, 0.02), 0.8, 0);
    take.add(0.07, grains.burst(0.0003, 0.008, 1200, 7000), 0.45, 0);
    take.add(0.07, Grains.modes(1600 * pitch, 0.5, 0.025), 0.4, 0);
  }

  /** Two soft notes upwards. */
  static void notification(Take take) {
    double hertz = 880 * take.pitch();
    take.add(0, Grains.modes(hertz, 1, 0.7, 2 * hertz, 0.25, 0.4, 3.01 * hertz, 0.1, 0.25), 0.8, -0.1);
    take.add(0.13, Grains.modes(1.335 * hertz, 1, 1.1, 2.67 * hertz, 0.25, 0.6, 4.02 * hertz, 0.1, 0.3), 0.9, 0.1);
  }

  static void gameCoin(Take take) {
    chip(take, 0, 0.07, 988 * take.pitch(), 988 * take.pitch(), 0.5, 0.5);
    chip(take, 0.07, 0.4, 1319 * take.pitch(), 1319 * take.pitch(), 0.5, 0.5);
  }

  static void jump(Take take) {
    chip(take, 0, Math.min(take.seconds(), 0.32), 190 * take.pitch(), 760 * take.pitch(), 0.25, 0.5);
  }

  static void powerUp(Take take) {
    int[] steps = {0, 4, 7, 12, 16, 19, 24};
    double each = Math.min(0.09, 0.8 * take.seconds() / steps.length);
    for (int i = 0; i < steps.length; i++) {
      double hertz = 330 * take.pitch() * StrictMath.pow(2, steps[i] / 12.0);
      chip(take, i * each, i == steps.length - 1 ? 4 * each : 1.2 * each, hertz, hertz * 1.02, 0.25, 0.5);
    }
  }

  static void gameOver(Take take) {
    int[] steps = {12, 11, 10, 7, 3, 0};
    double each = 0.75 * take.seconds() / (steps.length + 1);
    for (int i = 0; i < steps.length; i++) {
      double hertz = 233 * take.pitch() * StrictMath.pow(2, steps[i] / 12.0);
      boolean last = i == steps.length - 1;
      chip(take, i * each, last ? 3 * each : each, hertz, last ? hertz * 0.75 : hertz * 0.98, 0.5, 0.5);
    }
  }

  /**
   * A note of a sound chip.
   *
   * @param duty share of the period spent high, or 0 for a sine
   */
  private static void chip(Take take, double at, double seconds, double fromHertz, double toHertz, double duty,
      double gain) {
    int frames = Grains.frames(seconds);
    int start = (int) (at * Dsp.SAMPLE_RATE);
    Oscillator tone = new Oscillator(0);
    for (int i = 0; i < frames; i++) {
      double x = (double) i / frames;
      double hertz = fromHertz + (toHertz - fromHertz) * x;
      double edge = Math.min(1, Math.min(i, frames - i) / 90.0);
      double fall = 1 - 0.6 * x;
      double sample = gain * edge * fall * (duty == 0 ? tone.sine(hertz) : 0.6 * tone.pulse(hertz, duty));
      take.add(start + i, sample, sample);
    }
  }
}
