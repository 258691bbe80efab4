package dev.foley.audio;

import java.io.IOException;

/** A source in one or two channels: fewer are made by averaging, more by repeating. */
final class MixedSource implements PcmSource {
  private final PcmSource source;
  private final int channelCount;
  private double[] block = new double[0];

  private MixedSource(PcmSource source, int channelCount) {
    this.source = source;
    this.channelCount = channelCount;
  }

  /**
   * @param source closed with the result
   * @param channelCount 1 or 2; 2 only of a source with at most as many
   */
  static PcmSource of(PcmSource source, int channelCount) {
    return source.channelCount() == channelCount ? source : new MixedSource(source, channelCount);
  }

  @Override
  public int sampleRate() {
    return source.sampleRate();
  }

  @Override
  public int channelCount() {
    return channelCount;
  }

  @Override
  public long frames() {
    return source.frames();
  }

  @Override
  public int read(double[] samples) throws IOException {
    int from = source.channelCount();
    int room = samples.length / channelCount;
    if (block.length != room * from) {
      block = new double[room * from]; // readers ask for as much each time
    }
    int frames = source.read(block);
    for (int frame = 0; frame < frames; frame++) {
      double sum = 0;
      for (int channel = 0; channel < from; channel++) {
        sum += block[frame * from + channel];
      }
      for (int channel = 0; channel < channelCount; channel++) {
        samples[frame * channelCount + channel] = sum / from;
      }
    }
    return frames;
  }

  @Override
  public void close() throws IOException {
    source.close();
  }
}
