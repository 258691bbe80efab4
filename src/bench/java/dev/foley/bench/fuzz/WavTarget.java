package dev.foley.bench.fuzz;

import dev.foley.audio.AudioMeasurement;
import dev.foley.audio.PcmClip;
import dev.foley.audio.PcmFormat;
import dev.foley.audio.WavFormatException;
import dev.foley.audio.WavInspector;
import dev.foley.audio.WavReport;
import dev.foley.audio.WavWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** May throw {@link WavFormatException}. A report must be about what is in the file. */
final class WavTarget implements FuzzTarget {
  private final Path file;

  WavTarget(Path directory) {
    file = directory.resolve("input.wav");
  }

  @Override
  public void read(byte[] input) throws IOException {
    Files.write(file, input);
    try {
      WavReport report = WavInspector.inspect(file);
      long end = report.dataOffset() + report.frames() * report.format().frameBytes();
      AudioMeasurement measured = report.measurement();
      if (end > input.length || Double.isNaN(measured.peakDbfs()) || Double.isNaN(measured.rmsDbfs())) {
        throw new IllegalStateException("what is reported cannot be: " + report);
      }
    } catch (WavFormatException declared) {
      // that is what it is for
    }
  }

  @Override
  public List<byte[]> seeds() throws IOException {
    List<byte[]> seeds = new ArrayList<>();
    for (PcmFormat format : List.of(PcmFormat.CD, new PcmFormat(8_000, 1, 8, PcmFormat.Encoding.INTEGER),
        new PcmFormat(48_000, 2, 24, PcmFormat.Encoding.INTEGER),
        new PcmFormat(24_000, 1, 32, PcmFormat.Encoding.FLOAT),
        new PcmFormat(96_000, 6, 64, PcmFormat.Encoding.FLOAT))) {
      seeds.add(wav(format, 32));
    }
    byte[] plain = seeds.getFirst();
    ByteArrayOutputStream chunks = new ByteArrayOutputStream();
    chunks.write(plain, 0, 12);
    chunks.writeBytes("LIST\u0004\0\0\0INFO".getBytes(StandardCharsets.ISO_8859_1));
    chunks.writeBytes("JUNK\u0003\0\0\0abc\0".getBytes(StandardCharsets.ISO_8859_1));
    chunks.write(plain, 12, plain.length - 12);
    seeds.add(chunks.toByteArray());
    return seeds;
  }

  static byte[] wav(PcmFormat format, int frames) throws IOException {
    byte[] samples = new byte[frames * format.frameBytes()];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (byte) (i * 37);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    WavWriter.write(new PcmClip(format, samples), out);
    return out.toByteArray();
  }
}
