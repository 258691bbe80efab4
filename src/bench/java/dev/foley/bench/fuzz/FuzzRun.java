package dev.foley.bench.fuzz;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** One target in a process of its own, with a heap hardly larger than the bot's, so that what asks for too much shows. */
final class FuzzRun {
  /** What Jazzer looks into for new branches: what is ours, and the codecs, which nobody else fuzzes. */
  private static final String INSTRUMENTED = "dev.foley.**:javazoom.**";
  private static final String HEAP = "-Xmx256m";
  private static final int HANG_SECONDS = 25;
  private static final int LARGEST_INPUT = 64 << 10;
  /** Distinct ones; then it stops. */
  private static final int MOST_FINDINGS = 50;
  /** To start, to instrument, and to write down what was found. */
  private static final Duration BESIDE = Duration.ofMinutes(3);

  private final FuzzTargets target;
  private final Path directory;

  /** @param directory keeps what was found, what led to new branches (for the next run), and Jazzer's log */
  FuzzRun(FuzzTargets target, Path directory) {
    this.target = target;
    this.directory = directory;
  }

  /**
   * What came of it.
   *
   * @param findings distinct exceptions and errors that were not declared, hangs apart
   * @param hangs inputs that took longer than {@value #HANG_SECONDS} s
   * @param coverage branches that were taken, of what is instrumented
   * @param slowestSeconds the slowest input's time, whole seconds
   * @param heapEarlyBytes after a collection, when all is loaded
   */
  record Result(String target, long executions, long findings, long hangs, long coverage, long slowestSeconds,
      long heapEarlyBytes, long heapEndBytes) {
    /** Of the heap from early to the end. */
    double growthMegabytes() {
      return (heapEndBytes - heapEarlyBytes) / 1e6;
    }
  }

  Result run(Duration time) throws IOException, InterruptedException {
    Path findings = Files.createDirectories(directory.resolve("findings"));
    Path corpus = Files.createDirectories(directory.resolve("corpus"));
    tryAgain(findings, corpus);
    Path work = Files.createDirectories(directory.resolve("work"));
    Files.deleteIfExists(work.resolve("heap"));
    Path log = directory.resolve("log");
    ProcessBuilder command = new ProcessBuilder(ProcessHandle.current().info().command().orElse("java"), HEAP,
        "-XX:+UseSerialGC", "-Djava.awt.headless=true", "--enable-native-access=ALL-UNNAMED", "-cp",
        System.getProperty("java.class.path"), "com.code_intelligence.jazzer.Jazzer",
        "--target_class=" + FuzzEntry.class.getName(), "--target_args=" + target.word() + " " + work,
        "--instrumentation_includes=" + INSTRUMENTED, "--keep_going=" + MOST_FINDINGS,
        // a configuration names files, and may
        "--disabled_hooks=com.code_intelligence.jazzer.sanitizers.FilePathTraversal",
        "--reproducer_path=" + findings, "-artifact_prefix=" + findings + File.separator, "-print_final_stats=1",
        "-max_total_time=" + time.toSeconds(), "-timeout=" + HANG_SECONDS, "-max_len=" + LARGEST_INPUT,
        "-rss_limit_mb=0", corpus.toString(), seeds(work).toString())
        .redirectErrorStream(true).redirectOutput(log.toFile());
    command.environment().put("FOLEY_LOG_LEVEL", "error");
    Process process = command.start();
    try {
      if (!process.waitFor(time.plus(BESIDE).toSeconds(), TimeUnit.SECONDS)) {
        throw new IOException(target.word() + " did not end; see " + log);
      }
    } finally {
      process.destroyForcibly();
    }
    return result(Files.readString(log, StandardCharsets.ISO_8859_1), findings, work.resolve("heap"));
  }

  /** What an earlier run found is tried first: it is found again unless it was mended. */
  private static void tryAgain(Path findings, Path corpus) throws IOException {
    try (DirectoryStream<Path> earlier = Files.newDirectoryStream(findings)) {
      for (Path file : earlier) {
        if (file.getFileName().toString().endsWith(".java")) {
          Files.delete(file);
        } else {
          Files.move(file, corpus.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        }
      }
    }
  }

  private Path seeds(Path work) throws IOException {
    Path seeds = Files.createDirectories(directory.resolve("seeds"));
    List<byte[]> all = target.in(Files.createDirectories(work.resolve("files"))).seeds();
    for (int i = 0; i < all.size(); i++) {
      Files.write(seeds.resolve("seed-" + i), all.get(i));
    }
    return seeds;
  }

  private Result result(String log, Path findings, Path heap) throws IOException {
    if (!log.contains("stat::number_of_executed_units") || !Files.exists(heap)) {
      throw new IOException(target.word() + " did not run to its end; see " + directory.resolve("log"));
    }
    String notes = Files.readString(heap);
    return new Result(target.word(), last(log, "stat::number_of_executed_units:\\s+(\\d+)"), count(findings, "crash-"),
        count(findings, "timeout-"), last(log, " cov: (\\d+)"), last(log, "stat::slowest_unit_time_sec:\\s+(\\d+)"),
        last(notes, "early (\\d+)"), last(notes, "end (\\d+)"));
  }

  private static long count(Path findings, String prefix) throws IOException {
    try (Stream<Path> files = Files.list(findings)) {
      return files.filter(file -> file.getFileName().toString().startsWith(prefix)).count();
    }
  }

  /** 0 if it is not there. */
  private static long last(String text, String pattern) {
    long value = 0;
    for (Matcher matcher = Pattern.compile(pattern).matcher(text); matcher.find();) {
      value = Long.parseLong(matcher.group(1));
    }
    return value;
  }
}
