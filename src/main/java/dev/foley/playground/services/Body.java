package dev.foley.playground.services;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

/** The body of an answer. Both methods may wait until there is one. */
public interface Body {
  /** No byte. */
  Body EMPTY = of(new byte[0]);

  /** How many bytes it has. */
  long length() throws IOException;

  /** From the first byte. */
  InputStream open() throws IOException;

  /** All bytes, of a body that is known to be small. */
  default byte[] bytes() throws IOException {
    try (InputStream in = open()) {
      return in.readAllBytes();
    }
  }

  static Body of(byte[] bytes) {
    return new Body() {
      @Override
      public long length() {
        return bytes.length;
      }

      @Override
      public InputStream open() {
        return new ByteArrayInputStream(bytes);
      }
    };
  }
}
