package dev.foley.provider;

import java.io.IOException;

/**
 * The spool directory failed us: the disk is full, or not writable. Apart from the network's failures, which look
 * alike.
 */
public final class SpoolException extends IOException {
  private static final long serialVersionUID = 1L;

  SpoolException(String message, IOException cause) {
    super(message, cause);
  }
}
