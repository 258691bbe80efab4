package dev.foley.audio;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import javazoom.jl.decoder.Decoder;
import javazoom.jl.decoder.DecoderException;
import javazoom.jl.decoder.Header;
import javazoom.jl.decoder.Obuffer;

/**
 * The samples of an MP3. Its headers are walked first, which is cheap, for how many frames there are. All are of the first one's
 * kind, since JLayer steps over what is not. A frame that cannot be decoded is silence of its length.
 */
final class Mp3Source implements PcmSource {
  private final Mp3Frames mpegFrames;
  private final Mp3Frames.Kind kind;
  private final long frames;
  private final Decoder decoder = new Decoder();
  private final FrameSamples decoded;
  private int taken;
  private long wholeFrames;
  private long brokenFrames;

  private Mp3Source(Path file, Mp3Frames.Kind kind, long frames) throws IOException {
    this.mpegFrames = new Mp3Frames(file);
    this.kind = kind;
    this.frames = frames;
    this.decoded = new FrameSamples(kind.channelCount());
    decoder.setOutputBuffer(decoded);
  }

  /** @return empty if there is not one frame in it */
  static Optional<Mp3Source> open(Path file) throws IOException {
    Mp3Frames.Kind kind = null;
    long length = 0;
    try (Mp3Frames headers = new Mp3Frames(file)) {
      for (Header frame = headers.next(); frame != null; frame = headers.next()) {
        if (kind == null) {
          kind = Mp3Frames.Kind.of(frame);
        }
        length += Mp3Frames.length(frame);
      }
    }
    return kind == null ? Optional.empty() : Optional.of(new Mp3Source(file, kind, length));
  }

  @Override
  public int sampleRate() {
    return kind.sampleRate();
  }

  @Override
  public int channelCount() {
    return kind.channelCount();
  }

  @Override
  public long frames() {
    return frames;
  }

  /** Whether at least half of what was read so far could be decoded. */
  boolean sound() {
    return wholeFrames >= brokenFrames;
  }

  @Override
  public int read(double[] samples) {
    if (taken == decoded.length && !decodeNext()) {
      return -1;
    }
    int count = Math.min(decoded.length - taken, samples.length / channelCount());
    System.arraycopy(decoded.samples, taken * channelCount(), samples, 0, count * channelCount());
    taken += count;
    return count;
  }

  private boolean decodeNext() {
    Header frame = mpegFrames.next();
    if (frame == null) {
      return false;
    }
    decoded.begin(Mp3Frames.length(frame));
    taken = 0;
    try {
      decoder.decodeFrame(frame, mpegFrames.bits());
      wholeFrames++;
    } catch (DecoderException | RuntimeException broken) { // JLayer runs off its tables where the bits are wrong
      brokenFrames++;
      decoded.begin(decoded.length);
    }
    return true;
  }

  @Override
  public void close() throws IOException {
    mpegFrames.close();
  }

  /** Takes what the decoder makes before it is cut to 16 bits: MP3 overshoots, and by how much is worth knowing. */
  private static final class FrameSamples extends Obuffer {
    /** What JLayer makes of full scale. */
    private static final double FULL_SCALE = 32_700;

    private final int channelCount;
    private final double[] samples;
    private final int[] ends;
    private int length;

    FrameSamples(int channelCount) {
      this.channelCount = channelCount;
      this.samples = new double[OBUFFERSIZE];
      this.ends = new int[channelCount];
    }

    /** Silence, which the frame's samples replace. */
    void begin(int frames) {
      length = frames;
      Arrays.fill(samples, 0);
      clear_buffer();
    }

    @Override
    public void appendSamples(int channel, float[] next) {
      int at = ends[channel] * channelCount + channel;
      for (int i = 0; i < 32 && at < samples.length; i++, at += channelCount) {
        samples[at] = next[i] / FULL_SCALE;
      }
      ends[channel] += 32;
    }

    @Override
    public void append(int channel, short next) {
      throw new UnsupportedOperationException("samples come in blocks of 32");
    }

    @Override
    public void clear_buffer() {
      Arrays.fill(ends, 0);
    }

    @Override
    public void write_buffer(int unused) {}

    @Override
    public void set_stop_flag() {}

    @Override
    public void close() {}
  }
}
