package dev.foley.audio;

import java.time.Duration;

/**
 * What one pass over a WAV file found.
 *
 * @param frames samples per channel that are really in the file, at least one
 * @param dataOffset where the first sample lies, bytes from the file's beginning
 */
public record WavReport(PcmFormat format, long frames, long dataOffset, AudioMeasurement measurement,
    Waveform waveform) {
  static WavReport of(WavLayout layout, SampleMeter meter) {
    return new WavReport(layout.format(), layout.frames(), layout.dataOffset(), meter.measurement(),
        Waveform.of(meter, layout.format().sampleRate()));
  }

  public Duration duration() {
    return format.durationOf(frames);
  }

  public AudioContent.Wav content() {
    return new AudioContent.Wav(format, frames);
  }
}
