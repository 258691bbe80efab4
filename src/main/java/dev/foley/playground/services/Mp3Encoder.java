package dev.foley.playground.services;

import de.sciss.jump3r.lowlevel.LameEncoder;
import dev.foley.audio.PcmClip;
import dev.foley.audio.PcmFormat;
import java.io.ByteArrayOutputStream;
import javax.sound.sampled.AudioFormat;

/** Makes MP3 files with a constant bit rate. */
final class Mp3Encoder {
  private Mp3Encoder() {}

  /**
   * @param clip 16-bit integers, mono or stereo, at one of MPEG's sample rates
   * @param bitRate bits per second, one that MPEG has for that sample rate
   */
  static byte[] encode(PcmClip clip, int bitRate) {
    PcmFormat format = clip.format();
    LameEncoder encoder = new LameEncoder(
        new AudioFormat(format.sampleRate(), 16, format.channelCount(), true, false), bitRate / 1_000,
        format.channelCount() == 1 ? LameEncoder.CHANNEL_MODE_MONO : LameEncoder.CHANNEL_MODE_JOINT_STEREO,
        LameEncoder.QUALITY_LOW, false);
    try {
      byte[] samples = clip.samples();
      byte[] frames = new byte[encoder.getMP3BufferSize()];
      int pieceBytes = encoder.getPCMBufferSize();
      ByteArrayOutputStream file = new ByteArrayOutputStream();
      for (int at = 0; at < samples.length; at += pieceBytes) {
        int length = Math.min(pieceBytes, samples.length - at);
        file.write(frames, 0, encoder.encodeBuffer(samples, at, length, frames));
      }
      file.write(frames, 0, encoder.encodeFinish(frames));
      return file.toByteArray();
    } finally {
      encoder.close();
    }
  }
}
