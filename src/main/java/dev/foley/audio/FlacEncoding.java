package dev.foley.audio;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import net.sourceforge.javaflacencoder.EncodingConfiguration;
import net.sourceforge.javaflacencoder.FLACEncoder;
import net.sourceforge.javaflacencoder.FLACFileOutputStream;
import net.sourceforge.javaflacencoder.StreamConfiguration;

/** Writes the samples of a WAV as FLAC. */
final class FlacEncoding {
  private static final int BLOCK_FRAMES = 4_096;
  /** More packs hardly better and takes longer. */
  private static final int MAX_LPC_ORDER = 8;

  private FlacEncoding() {}

  /** Whether FLAC, as far as our encoder knows it, can hold such samples. */
  static boolean holds(PcmFormat format) {
    return format.encoding() == PcmFormat.Encoding.INTEGER
        && format.bitDepth() <= 24
        && configuration(format).isValid();
  }

  private static StreamConfiguration configuration(PcmFormat format) {
    return new StreamConfiguration(format.channelCount(), StreamConfiguration.MIN_BLOCK_SIZE, BLOCK_FRAMES,
        format.sampleRate(), format.bitDepth());
  }

  /** @param flac is overwritten */
  static void encode(WavSource wav, Path flac) throws IOException {
    FLACEncoder encoder = new FLACEncoder();
    encoder.setStreamConfiguration(configuration(wav.format()));
    EncodingConfiguration effort = new EncodingConfiguration();
    effort.setMaxLPCOrder(MAX_LPC_ORDER);
    encoder.setEncodingConfiguration(effort);
    try (FileOutputStream file = new FileOutputStream(flac.toFile());
        FLACFileOutputStream out = new FLACFileOutputStream(file)) {
      encoder.setOutputStream(out);
      encoder.openFLACStream();
      int[] samples = new int[BLOCK_FRAMES * wav.channelCount()];
      int frameBytes = wav.format().frameBytes();
      long encoded = 0;
      for (ByteBuffer bytes = wav.next(BLOCK_FRAMES); bytes.hasRemaining(); bytes = wav.next(BLOCK_FRAMES)) {
        int frames = bytes.limit() / frameBytes;
        integers(bytes, wav.format().bitDepth() / 8, samples, frames * wav.channelCount());
        encoder.addSamples(samples, frames);
        encoded += encoder.encodeSamples(encoder.fullBlockSamplesAvailableToEncode(), false);
      }
      // counted here: the encoder cannot say how many it has left when that is none
      encoded += encoder.encodeSamples((int) (wav.frames() - encoded), true);
      if (encoded != wav.frames()) {
        throw new IOException("only " + encoded + " of " + wav.frames() + " frames were encoded");
      }
    }
  }

  private static void integers(ByteBuffer little, int sampleBytes, int[] samples, int count) {
    for (int i = 0; i < count; i++) {
      samples[i] = switch (sampleBytes) {
        case 1 -> (little.get(i) & 0xFF) - 128;
        case 2 -> little.getShort(2 * i);
        default -> little.get(3 * i + 2) << 16 | (little.getShort(3 * i) & 0xFFFF);
      };
    }
  }
}
