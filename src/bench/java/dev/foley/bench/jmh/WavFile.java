package dev.foley.bench.jmh;

import dev.foley.audio.PcmFormat;
import dev.foley.audio.WavWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/** Some seconds of a chord with noise in it, in compact-disc format. */
final class WavFile {
  private WavFile() {}

  static Path write(int seconds) throws IOException {
    Path file = Files.createTempFile("foley-bench", ".wav");
    file.toFile().deleteOnExit();
    try (OutputStream out = Files.newOutputStream(file)) {
      out.write(bytes(seconds));
    }
    return file;
  }

  static byte[] bytes(int seconds) {
    int frames = seconds * PcmFormat.CD.sampleRate();
    int dataBytes = frames * PcmFormat.CD.frameBytes();
    ByteBuffer wav = ByteBuffer.allocate(WavWriter.HEADER_BYTES + dataBytes).order(ByteOrder.LITTLE_ENDIAN)
        .put(WavWriter.header(PcmFormat.CD, dataBytes));
    Random random = new Random(7);
    for (int frame = 0; frame < frames; frame++) {
      double level = 9_000 * Math.sin(frame * 0.031) + 6_000 * Math.sin(frame * 0.047) + 2_000 * random.nextDouble();
      wav.putShort((short) level).putShort((short) -level);
    }
    return wav.array();
  }
}
