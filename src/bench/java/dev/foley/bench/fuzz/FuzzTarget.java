package dev.foley.bench.fuzz;

import java.io.IOException;
import java.util.List;

/** Something that reads what strangers send. One thread. */
interface FuzzTarget {
  /**
   * Reads it, and swallows what the reader declares.
   *
   * @throws RuntimeException if the reader threw what it does not declare, or made something that breaks its promise
   * @throws IOException if the machine failed, and not the reader
   */
  void read(byte[] input) throws IOException;

  /** Input that is well formed, from which the others are made. */
  List<byte[]> seeds() throws IOException;
}
