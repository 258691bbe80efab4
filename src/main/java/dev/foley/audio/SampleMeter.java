package dev.foley.audio;

import java.nio.ByteBuffer;

/** Measures samples as they pass. One thread at a time. */
final class SampleMeter {
  /** 120 dB over full scale: a float that is not a number, or near the end of its range, counts as this. */
  private static final double LOUDEST = 1e6;

  /** Decodes a block: one call for many samples, since there are millions of them. Full scale is 1. */
  @FunctionalInterface
  private interface Decoder {
    void decode(ByteBuffer little, double[] samples, int count);
  }

  private final int sampleBytes;
  private final Decoder decoder;
  private final double fullScale;
  private final int[] runs;
  private double[] block = new double[0];
  private double peak;
  private double squares;
  private long samples;
  private long clippedRuns;

  SampleMeter(PcmFormat format) {
    sampleBytes = format.bitDepth() / 8;
    runs = new int[format.channelCount()];
    decoder = decoder(format);
    // Integers reach one step less above zero than below; that step counts as full scale too.
    fullScale = format.encoding() == PcmFormat.Encoding.FLOAT ? 1 : 1 - Math.scalb(1.0, 1 - format.bitDepth());
  }

  private static Decoder decoder(PcmFormat format) {
    if (format.encoding() == PcmFormat.Encoding.FLOAT) {
      return format.bitDepth() == 32 ? SampleMeter::float32 : SampleMeter::float64;
    }
    return switch (format.bitDepth()) {
      case 8 -> SampleMeter::integer8;
      case 16 -> SampleMeter::integer16;
      case 24 -> SampleMeter::integer24;
      default -> SampleMeter::integer32;
    };
  }

  private static void integer8(ByteBuffer little, double[] samples, int count) {
    for (int i = 0; i < count; i++) {
      samples[i] = ((little.get(i) & 0xFF) - 128) / 128.0;
    }
  }

  private static void integer16(ByteBuffer little, double[] samples, int count) {
    for (int i = 0; i < count; i++) {
      samples[i] = little.getShort(2 * i) / 32_768.0;
    }
  }

  private static void integer24(ByteBuffer little, double[] samples, int count) {
    for (int i = 0; i < count; i++) {
      samples[i] = (little.get(3 * i + 2) << 16 | (little.getShort(3 * i) & 0xFFFF)) / 8_388_608.0;
    }
  }

  private static void integer32(ByteBuffer little, double[] samples, int count) {
    for (int i = 0; i < count; i++) {
      samples[i] = little.getInt(4 * i) / 2_147_483_648.0;
    }
  }

  private static void float32(ByteBuffer little, double[] samples, int count) {
    for (int i = 0; i < count; i++) {
      samples[i] = little.getFloat(4 * i);
    }
  }

  private static void float64(ByteBuffer little, double[] samples, int count) {
    for (int i = 0; i < count; i++) {
      samples[i] = little.getDouble(8 * i);
    }
  }

  /**
   * @param little little-endian, holding whole frames from byte 0 to its limit
   */
  void add(ByteBuffer little) {
    int count = little.limit() / sampleBytes;
    if (block.length < count) {
      block = new double[count];
    }
    decoder.decode(little, block, count);
    for (int channel = 0; channel < runs.length; channel++) {
      addChannel(channel, count);
    }
    samples += count;
  }

  private void addChannel(int channel, int count) {
    double loudest = peak;
    double sum = 0;
    int run = runs[channel];
    for (int i = channel; i < count; i += runs.length) {
      double level = Math.abs(block[i]);
      if (level < fullScale) {
        run = 0;
      } else {
        level = level <= LOUDEST ? level : LOUDEST;
        // counted once, and not on and on: the run of a whole long file would overflow
        if (run < AudioMeasurement.CLIPPED_RUN_SAMPLES && ++run == AudioMeasurement.CLIPPED_RUN_SAMPLES) {
          clippedRuns++;
        }
      }
      loudest = Math.max(loudest, level);
      sum += level * level;
    }
    peak = loudest;
    squares += sum;
    runs[channel] = run;
  }

  AudioMeasurement result() {
    return new AudioMeasurement(dbfs(peak), dbfs(Math.sqrt(squares / Math.max(1, samples))), clippedRuns);
  }

  private static double dbfs(double level) {
    return 20 * Math.log10(level);
  }
}
