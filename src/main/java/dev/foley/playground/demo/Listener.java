package dev.foley.playground.demo;

import dev.foley.audio.AudioContainer;
import dev.foley.audio.FileKind;
import dev.foley.audio.PcmClip;
import dev.foley.audio.PcmFormat;
import dev.foley.audio.WavFormatException;
import dev.foley.audio.WavInspector;
import dev.foley.audio.WavReport;
import dev.foley.audio.WavWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import javazoom.jl.decoder.Bitstream;
import javazoom.jl.decoder.BitstreamException;
import javazoom.jl.decoder.Decoder;
import javazoom.jl.decoder.DecoderException;
import javazoom.jl.decoder.Header;
import javazoom.jl.decoder.SampleBuffer;

/** Plays a file as a member's client would, and says how it sounds. WAV and MP3: what the services answer in. */
public final class Listener {
  private Listener() {}

  /** Whether it is of a kind that can be played here. */
  static boolean plays(Path file) {
    String name = file.getFileName().toString();
    return name.endsWith(".wav") || name.endsWith(".mp3");
  }

  /** @throws DemoException if it cannot be played, or nothing can be heard */
  public static WavReport listen(Path file) throws DemoException, IOException {
    WavReport report = report(file);
    if (report.measurement().silent() || report.measurement().clipped()) {
      throw new DemoException(file + " is silent or clipped: " + report.measurement());
    }
    return report;
  }

  private static WavReport report(Path file) throws DemoException, IOException {
    FileKind kind = FileKind.of(file);
    try {
      if (kind instanceof FileKind.Audio(AudioContainer container) && container == AudioContainer.MP3) {
        Path wav = Files.createTempFile("foley-demo", ".wav");
        try (OutputStream out = Files.newOutputStream(wav)) {
          WavWriter.write(decode(file), out);
          return WavInspector.inspect(wav);
        } finally {
          Files.delete(wav);
        }
      }
      return WavInspector.inspect(file);
    } catch (WavFormatException | BitstreamException | DecoderException e) {
      throw new DemoException(file + " cannot be played: " + e.getMessage());
    }
  }

  private static PcmClip decode(Path mp3) throws IOException, BitstreamException, DecoderException {
    ByteArrayOutputStream samples = new ByteArrayOutputStream();
    int sampleRate = 0;
    int channelCount = 0;
    try (InputStream in = Files.newInputStream(mp3)) {
      Bitstream frames = new Bitstream(in);
      Decoder decoder = new Decoder();
      for (Header frame = frames.readFrame(); frame != null; frame = frames.readFrame()) {
        SampleBuffer decoded = (SampleBuffer) decoder.decodeFrame(frame, frames);
        sampleRate = decoded.getSampleFrequency();
        channelCount = decoded.getChannelCount();
        ByteBuffer bytes = ByteBuffer.allocate(2 * decoded.getBufferLength()).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asShortBuffer().put(decoded.getBuffer(), 0, decoded.getBufferLength());
        samples.write(bytes.array());
        frames.closeFrame();
      }
      frames.close();
    }
    if (sampleRate == 0) {
      throw new IOException(mp3 + " has no frame of sound");
    }
    return new PcmClip(new PcmFormat(sampleRate, channelCount, 16, PcmFormat.Encoding.INTEGER), samples.toByteArray());
  }
}
