package dev.foley.playground.services.stability;

import dev.foley.playground.services.Body;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collections;
import java.util.List;

/**
 * Audio as base64 in a JSON object. It is coded while it is read, since six minutes would take 90 MB.
 *
 * @param audio the bytes themselves
 */
record AudioJson(Body audio, String finishReason, long seed) implements Body {
  private static final String HEAD = "{\"audio\":\"";

  private String tail() {
    return "\",\"finish_reason\":\"" + finishReason + "\",\"seed\":" + seed + "}";
  }

  @Override
  public long length() throws IOException {
    return HEAD.length() + (audio.length() + 2) / 3 * 4 + tail().length();
  }

  @Override
  public InputStream open() throws IOException {
    return new SequenceInputStream(Collections.enumeration(
        List.of(ascii(HEAD), new Coded(audio.open()), ascii(tail()))));
  }

  private static InputStream ascii(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII));
  }

  /** What is read from another stream, in base64. */
  private static final class Coded extends InputStream {
    private static final int PIECE_BYTES = 3 * 8_192; // whole groups, so that only the last piece is padded

    private final InputStream in;
    private byte[] piece = new byte[0];
    private int next;

    private Coded(InputStream in) {
      this.in = in;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public int read(byte[] to, int offset, int length) throws IOException {
      if (next == piece.length) {
        piece = Base64.getEncoder().encode(in.readNBytes(PIECE_BYTES));
        next = 0;
        if (piece.length == 0) {
          return -1;
        }
      }
      int count = Math.min(length, piece.length - next);
      System.arraycopy(piece, next, to, offset, count);
      next += count;
      return count;
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }
}
