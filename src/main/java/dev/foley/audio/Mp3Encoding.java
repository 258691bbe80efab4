package dev.foley.audio;

import de.sciss.jump3r.lowlevel.LameEncoder;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import javax.sound.sampled.AudioFormat;

/**
 * A way to write a sound as MP3, of constant bit rate, so that its size is known before.
 *
 * @param sampleRate Hz, one that MPEG-1 or MPEG-2 has
 * @param bitRate bits per second, one that both have
 */
record Mp3Encoding(int sampleRate, int channelCount, int bitRate) {
  private static final NavigableSet<Integer> SAMPLE_RATES = new TreeSet<>(
      List.of(16_000, 22_050, 24_000, 32_000, 44_100, 48_000));
  private static final int MPEG_1_SAMPLE_RATE = 32_000;
  private static final int[] LADDER = {192_000, 128_000, 96_000, 64_000, 48_000};
  /** From here down one good channel sounds better than two poor ones. */
  private static final int MONO_BIT_RATE = 64_000;
  /** What the encoder holds back, and fills the last frame up with. */
  private static final int EXTRA_FRAMES = 4;

  /** The best that does not get larger than so much, and not better than can be heard. */
  static Optional<Mp3Encoding> fitting(PcmSource source, long maxBytes) {
    for (int bitRate : LADDER) {
      Mp3Encoding encoding = new Mp3Encoding(sampleRate(source.sampleRate()),
          source.channelCount() == 2 && bitRate > MONO_BIT_RATE ? 2 : 1, bitRate);
      if (bitRate <= encoding.enough() && encoding.sizeBytes(source) <= maxBytes) {
        return Optional.of(encoding);
      }
    }
    return Optional.empty();
  }

  /** The same where MPEG has it, else the next above; above all of them, one that belongs to the same family. */
  private static int sampleRate(int rate) {
    if (SAMPLE_RATES.contains(rate)) {
      return rate;
    }
    Integer higher = SAMPLE_RATES.higher(rate);
    return higher != null ? higher : rate % 44_100 == 0 ? 44_100 : SAMPLE_RATES.last();
  }

  private int enough() {
    int perChannel = sampleRate >= MPEG_1_SAMPLE_RATE ? 96_000 : MONO_BIT_RATE;
    return perChannel * channelCount;
  }

  private long sizeBytes(PcmSource source) {
    int frameLength = sampleRate >= MPEG_1_SAMPLE_RATE ? 1_152 : 576;
    double frames = (double) source.frames() * sampleRate / source.sampleRate() / frameLength + EXTRA_FRAMES;
    return (long) Math.ceil(frames * frameLength / 8 * bitRate / sampleRate);
  }

  /** Reads the source to its end; the stream is left open. */
  void encode(PcmSource source, OutputStream out) throws IOException {
    PcmSource samples = ResampledSource.of(MixedSource.of(source, channelCount), sampleRate);
    LameEncoder encoder = new LameEncoder(new AudioFormat(sampleRate, 16, channelCount, true, false), bitRate / 1_000,
        channelCount == 1 ? LameEncoder.CHANNEL_MODE_MONO : LameEncoder.CHANNEL_MODE_JOINT_STEREO,
        LameEncoder.QUALITY_LOW, false);
    try {
      byte[] mpeg = new byte[encoder.getMP3BufferSize()];
      double[] block = new double[encoder.getPCMBufferSize() / 2 / channelCount * channelCount];
      ByteBuffer pcm = ByteBuffer.allocate(2 * block.length).order(ByteOrder.LITTLE_ENDIAN);
      for (int frames = samples.read(block); frames > 0; frames = samples.read(block)) {
        pcm.clear();
        for (int i = 0; i < frames * channelCount; i++) {
          pcm.putShort(Pcm16.of(block[i]));
        }
        out.write(mpeg, 0, encoder.encodeBuffer(pcm.array(), 0, pcm.position(), mpeg));
      }
      out.write(mpeg, 0, encoder.encodeFinish(mpeg));
    } finally {
      encoder.close();
    }
  }
}
