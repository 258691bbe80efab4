package dev.foley.audio;

import java.nio.ByteBuffer;

/** Measures samples as they pass. One thread at a time. */
final class SampleMeter {
  /** 120 dB over full scale: a float that is not a number, or near the end of its range, counts as this. */
  private static final double LOUDEST = 1e6;

  @FunctionalInterface
  private interface Decoder {
    /** The sample at a byte offset, full scale being 1. */
    double at(ByteBuffer little, int offset);
  }

  private final int sampleBytes;
  private final Decoder decoder;
  private final double fullScale;
  private final long[] runs;
  private double peak;
  private double squares;
  private long samples;
  private long clippedRuns;

  SampleMeter(PcmFormat format) {
    sampleBytes = format.bitDepth() / 8;
    runs = new long[format.channelCount()];
    decoder = decoder(format);
    // Integers reach one step less above zero than below; that step counts as full scale too.
    fullScale = format.encoding() == PcmFormat.Encoding.FLOAT ? 1 : 1 - Math.scalb(1.0, 1 - format.bitDepth());
  }

  private static Decoder decoder(PcmFormat format) {
    if (format.encoding() == PcmFormat.Encoding.FLOAT) {
      return format.bitDepth() == 32 ? (little, offset) -> little.getFloat(offset) : ByteBuffer::getDouble;
    }
    return switch (format.bitDepth()) {
      case 8 -> (little, offset) -> ((little.get(offset) & 0xFF) - 128) / 128.0;
      case 16 -> (little, offset) -> little.getShort(offset) / 32_768.0;
      case 24 -> (little, offset) -> (little.get(offset + 2) << 16 | (little.getShort(offset) & 0xFFFF)) / 8_388_608.0;
      default -> (little, offset) -> little.getInt(offset) / 2_147_483_648.0;
    };
  }

  /**
   * @param little little-endian, holding whole frames from byte 0
   * @param length bytes to measure
   */
  void add(ByteBuffer little, int length) {
    int channel = 0;
    for (int offset = 0; offset < length; offset += sampleBytes) {
      add(decoder.at(little, offset), channel);
      channel = channel + 1 == runs.length ? 0 : channel + 1;
    }
    samples += length / sampleBytes;
  }

  private void add(double sample, int channel) {
    double level = Math.abs(sample);
    if (!(level <= LOUDEST)) {
      level = LOUDEST;
    }
    peak = Math.max(peak, level);
    squares += level * level;
    if (level < fullScale) {
      runs[channel] = 0;
    } else if (++runs[channel] == AudioMeasurement.CLIPPED_RUN_SAMPLES) {
      clippedRuns++;
    }
  }

  AudioMeasurement result() {
    return new AudioMeasurement(dbfs(peak), dbfs(Math.sqrt(squares / Math.max(1, samples))), clippedRuns);
  }

  private static double dbfs(double level) {
    return 20 * Math.log10(level);
  }
}
