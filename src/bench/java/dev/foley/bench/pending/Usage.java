package dev.foley.bench.pending;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What this process costs, by the kernel's own figures (Linux only). */
final class Usage {
  private Usage() {}

  /** Seconds of processor time since the start, of all threads. */
  static double processorSeconds() {
    return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos() / 1e9;
  }

  /** The most that was resident so far. */
  static double peakMegabytes() throws IOException {
    return Files.readAllLines(Path.of("/proc/self/status")).stream().filter(line -> line.startsWith("VmHWM:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", ""))).findFirst()
        .orElseThrow(() -> new IOException("the kernel does not tell the memory of this process")) / 1024.0;
  }
}
