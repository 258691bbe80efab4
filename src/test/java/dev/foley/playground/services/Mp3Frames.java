package dev.foley.playground.services;

/** Walks the frames of an MP3 without any tag, each from its header to the next, to the last byte. */
public record Mp3Frames(int sampleRate, int channelCount, int bitRate, double seconds) {
  private static final int[] KBITS_1 = {0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320};
  private static final int[] KBITS_2 = {0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160};
  private static final int[] RATES_1 = {44_100, 48_000, 32_000};

  /** @throws IllegalArgumentException if these are not frames of MPEG 1 or 2, layer III, one after the other */
  public static Mp3Frames read(byte[] file) {
    int at = 0;
    int frames = 0;
    int rate = 0;
    int channels = 0;
    int kbits = 0;
    int samples = 0;
    while (at + 4 <= file.length) {
      int header = (file[at] & 0xFF) << 24 | (file[at + 1] & 0xFF) << 16 | (file[at + 2] & 0xFF) << 8
          | (file[at + 3] & 0xFF);
      boolean one = (header >>> 19 & 3) == 3;
      if (header >>> 21 != 0x7FF || (header >>> 17 & 3) != 1 || (!one && (header >>> 19 & 3) != 2)) {
        throw new IllegalArgumentException("no frame at byte " + at + " of " + file.length);
      }
      kbits = (one ? KBITS_1 : KBITS_2)[header >>> 12 & 15];
      rate = RATES_1[header >>> 10 & 3] / (one ? 1 : 2);
      channels = (header >>> 6 & 3) == 3 ? 1 : 2;
      samples = one ? 1_152 : 576;
      at += samples / 8 * kbits * 1_000 / rate + (header >>> 9 & 1);
      frames++;
    }
    if (at != file.length) {
      throw new IllegalArgumentException("the last frame ends at " + at + ", the file at " + file.length);
    }
    return new Mp3Frames(rate, channels, kbits * 1_000, (double) frames * samples / Math.max(1, rate));
  }
}
