package dev.foley.audio;

import io.github.jaredmdobson.concentus.OpusApplication;
import io.github.jaredmdobson.concentus.OpusEncoder;
import io.github.jaredmdobson.concentus.OpusException;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import org.gagravarr.ogg.OggFile;
import org.gagravarr.ogg.OggPacket;
import org.gagravarr.ogg.OggPacketWriter;
import org.gagravarr.opus.OpusInfo;
import org.gagravarr.opus.OpusTags;

/**
 * Writes a sound as Ogg Opus, mono. The encoder delays the sound by some samples, which players skip at the beginning; the end of
 * the last packet, which lies behind the sound, is cut off by the position that the last page says.
 *
 * @see "RFC 7845, Ogg Encapsulation for the Opus Audio Codec: 4 (positions, trimming), 5 (headers)"
 */
final class OpusEncoding {
  static final int SAMPLE_RATE = 48_000;
  /** 20 ms, what everybody uses. */
  private static final int PACKET_FRAMES = SAMPLE_RATE / 50;
  private static final int PACKETS_PER_PAGE = 50;
  private static final int BIT_RATE = 64_000;
  /** Of 10; more is not heard at this bit rate, and takes twice as long. */
  private static final int COMPLEXITY = 5;
  private static final int MAX_PACKET_BYTES = 1_275;
  /** One stream in a file of its own: any number does. */
  private static final int STREAM = 1;

  private final OpusEncoder encoder;
  private final OggPacketWriter packets;
  private final int delay;
  private final short[] pcm = new short[PACKET_FRAMES];
  private final byte[] packet = new byte[MAX_PACKET_BYTES];
  private int filled;
  private long packetsMade;
  private long framesTaken;

  private OpusEncoding(OutputStream out) throws OpusException, IOException {
    encoder = new OpusEncoder(SAMPLE_RATE, 1, OpusApplication.OPUS_APPLICATION_AUDIO);
    encoder.setBitrate(BIT_RATE);
    encoder.setComplexity(COMPLEXITY);
    delay = encoder.getLookahead();
    packets = new OggFile(out).getPacketWriter(STREAM);
    OpusInfo head = new OpusInfo();
    head.setNumChannels(1);
    head.setPreSkip(delay);
    head.setSampleRate(SAMPLE_RATE);
    packets.bufferPacket(head.write(), true); // each header ends its page
    packets.bufferPacket(new OpusTags().write(), true);
  }

  /**
   * Reads the source to its end; the stream is left open.
   *
   * @param source mono, at {@value #SAMPLE_RATE} Hz
   * @param meter is given what was read
   * @return frames
   */
  static long encode(PcmSource source, SampleMeter meter, OutputStream out) throws IOException {
    try {
      OpusEncoding encoding = new OpusEncoding(out);
      double[] block = new double[PACKET_FRAMES];
      for (int frames = source.read(block); frames > 0; frames = source.read(block)) {
        meter.add(block, frames);
        encoding.add(block, frames);
      }
      encoding.finish();
      return encoding.framesTaken;
    } catch (OpusException e) {
      throw new IOException("Opus does not take these samples", e);
    }
  }

  private void add(double[] block, int frames) throws OpusException, IOException {
    for (int i = 0; i < frames; i++) {
      pcm[filled++] = Pcm16.of(block[i]);
      if (filled == PACKET_FRAMES) {
        encode((packetsMade + 1) * PACKET_FRAMES);
      }
    }
    framesTaken += frames;
  }

  /** Silence pushes out what the encoder still holds back. */
  private void finish() throws OpusException, IOException {
    long end = framesTaken + delay;
    while (packetsMade * PACKET_FRAMES < end) {
      Arrays.fill(pcm, filled, PACKET_FRAMES, (short) 0);
      encode(Math.min((packetsMade + 1) * PACKET_FRAMES, end));
    }
    packets.close();
  }

  private void encode(long position) throws OpusException, IOException {
    if (packetsMade > 0 && packetsMade % PACKETS_PER_PAGE == 0) {
      packets.flush(); // before the next, so that the last page always has a packet to end with
    }
    int bytes = encoder.encode(pcm, 0, PACKET_FRAMES, packet, 0, packet.length);
    packets.bufferPacket(new OggPacket(Arrays.copyOf(packet, bytes)), position);
    filled = 0;
    packetsMade++;
  }
}
