package dev.foley.audio;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Draws the picture of a sound that stands in its message. Thread-safe.
 *
 * <p>Rounded bars, for each its peak and within it, in the second colour, its RMS, mirrored at a centre line; a time axis below. It
 * is drawn twice as large as an embed shows it, so that it is crisp on every display, and on nothing: both colours stand out
 * against Discord's dark and light background alike.
 */
public final class WaveformPicture {
  static final int PEAK_RGB = 0x878BA8;
  static final int RMS_RGB = 0x6C78F5;
  static final int WIDTH = 1_040;
  static final int HEIGHT = 232;

  private static final int BAR_WIDTH = 6;
  private static final int BAR_STEP = 10;
  static final int BARS = WIDTH / BAR_STEP;
  private static final int WAVE_HEIGHT = 188;
  private static final int CENTRE = WAVE_HEIGHT / 2;
  private static final int TICK_TOP = 196;
  private static final int TICK_HEIGHT = 8;
  private static final int LABEL_TOP = 212;
  private static final int DOT = 2;
  private static final int MAX_TICKS = 8;
  /** Loudness is heard by ratios: with bars in proportion, quiet passages would be a flat line. */
  private static final double CURVE = 0.7;

  private WaveformPicture() {}

  /**
   * The sound's shape over its length, with a time axis, as a PNG.
   *
   * @return empty for what cannot be decoded here
   * @throws IOException if the file cannot be read
   */
  public static Optional<byte[]> of(Path file, AudioContainer container) throws IOException {
    Optional<PcmSource> opened = PcmSource.open(file, container);
    if (opened.isEmpty()) {
      return Optional.empty();
    }
    try (PcmSource source = opened.get()) {
      SampleMeter meter = SampleMeter.ofLossy(source.channelCount()).addAll(source);
      return Optional.of(of(Waveform.of(meter, source.sampleRate())));
    }
  }

  /** As above, of a sound whose shape is known. */
  public static byte[] of(Waveform waveform) {
    Envelope envelope = waveform.envelope();
    InkCanvas canvas = new InkCanvas(WIDTH, HEIGHT, PEAK_RGB, RMS_RGB);
    int left = (BAR_STEP - BAR_WIDTH) / 2;
    canvas.rectangle(left, CENTRE - 1, WIDTH - 2 * left, 2);
    for (int bar = 0; bar < BARS; bar++) {
      int x = bar * BAR_STEP + left;
      canvas.bar(x, CENTRE, BAR_WIDTH, height(envelope.peak(bar)), InkCanvas.Ink.FIRST);
      if (envelope.peak(bar) > 0) {
        canvas.bar(x, CENTRE, BAR_WIDTH, height(envelope.rms(bar)), InkCanvas.Ink.SECOND);
      }
    }
    axis(canvas, waveform.lengthMillis());
    return canvas.png();
  }

  private static int height(double level) {
    int half = (int) Math.round(Math.pow(level, CURVE) * WAVE_HEIGHT / 2);
    return Math.max(BAR_WIDTH, 2 * half);
  }

  private static void axis(InkCanvas canvas, long lengthMillis) {
    List<TimeAxis.Tick> ticks = TimeAxis.ticks(lengthMillis, MAX_TICKS);
    for (TimeAxis.Tick tick : ticks) {
      int x = lengthMillis == 0 ? 0 : (int) (tick.atMillis() * (WIDTH - DOT) / lengthMillis);
      canvas.rectangle(x, TICK_TOP, DOT, TICK_HEIGHT);
      int width = DOT * DigitGlyphs.width(tick.label());
      int left = Math.clamp(x + DOT / 2 - width / 2, 0, WIDTH - width);
      DigitGlyphs.draw(tick.label(),
          (dotX, dotY) -> canvas.rectangle(left + DOT * dotX, LABEL_TOP + DOT * dotY, DOT, DOT));
    }
  }
}
