package dev.foley.audio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class AudioPropertiesTest {
  @Provide
  Arbitrary<PcmFormat> formats() {
    return Combinators.combine(Arbitraries.integers().between(1, 768_000), Arbitraries.integers().between(1, 64),
        Arbitraries.of(8, 16, 24, 32, -32, -64))
        .as((rate, channels, bits) -> new PcmFormat(rate, channels, Math.abs(bits),
            bits < 0 ? PcmFormat.Encoding.FLOAT : PcmFormat.Encoding.INTEGER));
  }

  @Property
  void whatIsWrittenIsFoundAgain(@ForAll("formats") PcmFormat format, @ForAll @IntRange(min = 1, max = 40) int frames,
      @ForAll byte fill) throws IOException, WavFormatException {
    byte[] samples = new byte[frames * format.frameBytes()];
    Arrays.fill(samples, fill);
    ByteArrayOutputStream wav = new ByteArrayOutputStream();
    WavWriter.write(new PcmClip(format, samples), wav);

    WavReport report = inFile(wav.toByteArray(), WavInspector::inspect);

    assertThat(report.format()).isEqualTo(format);
    assertThat(report.frames()).isEqualTo(frames);
    assertThat(report.measurement().peakDbfs()).isNotNaN();
  }

  @Property
  void integersAreAtMostFullScale(@ForAll("formats") PcmFormat format, @ForAll @Size(64 * 8) byte[] bytes) {
    double[] samples = new double[bytes.length * 8 / format.bitDepth()];

    SampleDecoder.of(format).decode(ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN), samples, samples.length);

    if (format.encoding() == PcmFormat.Encoding.INTEGER) {
      assertThat(Arrays.stream(samples)).allMatch(sample -> sample >= -1 && sample < 1);
    }
  }

  /** Whatever follows the first bytes of a container, something is known of it or nothing; nothing is thrown. */
  @Property
  void compressedBytesAreNeverAnError(@ForAll byte[] bytes, @ForAll("beginnings") byte[] beginning) throws Exception {
    ByteBuffer file = ByteBuffer.allocate(beginning.length + bytes.length).put(beginning).put(bytes);
    for (AudioContainer container : AudioContainer.values()) {
      if (container != AudioContainer.WAV) {
        CompressedReport report = inFile(file.array(), path -> CompressedInspector.inspect(path, container));
        assertThat(report.content().container()).isEqualTo(container);
      }
    }
  }

  @Provide
  Arbitrary<byte[]> beginnings() {
    return Arbitraries
        .of("", "ID3\u0004\0\0\u007f\u007f\u007f\u007f", "ID3", "fLaC\0\0\0\"", "OggS\0\u0002", "\u00ff\u00fb\u0090\0",
            "\u00ff\u00f3\u0084\u00c4")
        .map(text -> text.getBytes(StandardCharsets.ISO_8859_1));
  }

  private interface Reader<T> {
    T read(Path file) throws IOException, WavFormatException;
  }

  private static <T> T inFile(byte[] bytes, Reader<T> reader) throws IOException, WavFormatException {
    Path file = Files.createTempFile("property", ".bin");
    try {
      return reader.read(Files.write(file, bytes));
    } finally {
      Files.delete(file);
    }
  }
}
