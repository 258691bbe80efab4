package dev.foley.provider;

import java.io.IOException;
import java.io.InputStream;

/** A sound on its way into the spool, of which its header has told what it will be. Thread-safe. */
public interface IncomingSound {
  /** What it will be if it comes as its header says. It was not measured, and its file is not there yet. */
  AudioArtifact announced();

  /**
   * Reads it from its beginning on, as it comes: reading waits for what is not here yet. It can be opened again, while it comes and as
   * long as it lies in the spool.
   *
   * @return a stream that ends where the sound was announced to end, and throws once it is known that it will not come whole
   */
  InputStream open() throws IOException;
}
