package dev.foley.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * How much memory a process has resident, in megabytes of 2^20 bytes, as the kernel counts it in {@code /proc}. Linux only.
 */
public final class ResidentMemory {
  private ResidentMemory() {}

  /** @throws IOException also if the process has ended */
  public static double now(long pid) throws IOException {
    return figure(pid, "VmRSS:");
  }

  /**
   * The most that it was so far.
   *
   * @throws IOException as above
   */
  public static double peak(long pid) throws IOException {
    return figure(pid, "VmHWM:");
  }

  private static double figure(long pid, String name) throws IOException {
    return Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")).stream()
        .filter(line -> line.startsWith(name)).mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
        .findFirst().orElseThrow(() -> new IOException("the kernel does not tell the memory of process " + pid))
        / 1024.0;
  }
}
