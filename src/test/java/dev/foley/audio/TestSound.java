package dev.foley.audio;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;

/** Sounds to read back: files with known samples, and what comes out of a source. */
final class TestSound {
  private TestSound() {}

  /** One sample by its time in seconds; full scale is 1. */
  @FunctionalInterface
  interface Wave {
    double at(double seconds, int channel);
  }

  static Wave sine(double hertz, double amplitude) {
    return (seconds, _) -> amplitude * Math.sin(2 * Math.PI * hertz * seconds);
  }

  /** Something like music: a few partials that swell and fade, with some noise, different on each side. */
  static Wave chord() {
    Random random = new Random(7);
    return (seconds, channel) -> 0.3 * Math.sin(2 * Math.PI * 220 * seconds) * (1 + Math.sin(3 * seconds)) / 2
        + 0.2 * Math.sin(2 * Math.PI * (330 + channel) * seconds) + 0.1 * Math.sin(2 * Math.PI * 1_760 * seconds)
        + 0.02 * random.nextGaussian();
  }

  static Path wav(Path file, PcmFormat format, long frames, Wave wave) throws IOException {
    ByteBuffer samples = ByteBuffer.allocate(Math.toIntExact(frames) * format.frameBytes())
        .order(ByteOrder.LITTLE_ENDIAN);
    for (int frame = 0; frame < frames; frame++) {
      for (int channel = 0; channel < format.channelCount(); channel++) {
        put(samples, format, wave.at((double) frame / format.sampleRate(), channel));
      }
    }
    try (OutputStream out = Files.newOutputStream(file)) {
      WavWriter.write(new PcmClip(format, samples.array()), out);
    }
    return file;
  }

  private static void put(ByteBuffer out, PcmFormat format, double sample) {
    if (format.encoding() == PcmFormat.Encoding.FLOAT) {
      if (format.bitDepth() == 32) {
        out.putFloat((float) sample);
      } else {
        out.putDouble(sample);
      }
      return;
    }
    double limit = Math.scalb(1.0, format.bitDepth() - 1);
    long integer = (long) Math.clamp(Math.rint(sample * limit), -limit, limit - 1) + (format.bitDepth() == 8 ? 128 : 0);
    for (int shift = 0; shift < format.bitDepth(); shift += 8) {
      out.put((byte) (integer >> shift));
    }
  }

  /** All of it, interleaved, read in blocks of so many samples. */
  static double[] read(PcmSource source, int blockSamples) throws IOException {
    double[] all = new double[0];
    double[] block = new double[blockSamples];
    for (int frames = source.read(block); frames > 0; frames = source.read(block)) {
      int count = frames * source.channelCount();
      all = Arrays.copyOf(all, all.length + count);
      System.arraycopy(block, 0, all, all.length - count, count);
    }
    return all;
  }

  static double rms(double[] samples, int from, int to) {
    return Math.sqrt(Arrays.stream(samples, from, to).map(sample -> sample * sample).average().orElse(0));
  }

  /** How alike two sounds are, whatever their loudness: 1 for the same, 0 for unrelated ones. */
  static double correlation(double[] one, double[] other, int count) {
    double product = 0;
    for (int i = 0; i < count; i++) {
      product += one[i] * other[i];
    }
    return product / (count * rms(one, 0, count) * rms(other, 0, count));
  }
}
