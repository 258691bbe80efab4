package dev.foley.audio;

/** A sound's shape, as {@link WaveformPicture} draws it. Immutable, some kilobytes. */
public final class Waveform {
  private final Envelope envelope;
  private final long lengthMillis;

  private Waveform(Envelope envelope, long lengthMillis) {
    this.envelope = envelope;
    this.lengthMillis = lengthMillis;
  }

  /** Of what a meter has been given. */
  static Waveform of(SampleMeter meter, int sampleRate) {
    return new Waveform(meter.contour().envelope(WaveformPicture.BARS), meter.frames() * 1_000 / sampleRate);
  }

  Envelope envelope() {
    return envelope;
  }

  long lengthMillis() {
    return lengthMillis;
  }
}
