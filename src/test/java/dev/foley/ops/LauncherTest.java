package dev.foley.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script {@code foley}, with a Java and a Maven that only say how they were called. */
class LauncherTest {
  private static final Path SHELL = Path.of("/bin/sh");
  private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");

  @TempDir
  private Path directory;
  private Path home;
  private Path jar;
  private Path java25;

  private record Run(int exitCode, List<String> output, String errors) {}

  @BeforeEach
  void checkOut() throws IOException {
    assumeTrue(Files.isExecutable(SHELL), "needs a POSIX shell");
    home = Files.createDirectories(directory.toRealPath().resolve("check out"));
    jar = home.resolve("target/foley.jar");
    Files.copy(Path.of("foley"), home.resolve("foley"));
    script(home.resolve("mvnw"),
        "echo \"maven $*, JAVA_HOME=${JAVA_HOME:-}\"; mkdir -p target; echo jar > target/foley.jar");
    write(home.resolve("pom.xml"), "");
    write(home.resolve("src/main/java/Main.java"), "");
    java25 = java("java25", "25.0.1");
  }

  @Test
  void aFreshCheckOutIsBuiltAndRun() throws Exception {
    Run run = foley(Map.of(), "run");

    assertThat(run.exitCode()).isZero();
    assertThat(jar).exists();
    assertThat(run.errors()).startsWith("foley: building")
        .contains("maven -q -B -Dmaven.test.skip=true -Dfoley.without.bench package");
    assertThat(run.output()).startsWith("java25").endsWith("-jar", jar.toString(), "run");
  }

  @Test
  void aBenchmarkIsBuiltWithWhatItNeedsOrExplainsWhereItCanBeRun() throws Exception {
    built();
    Run absent = foley(Map.of(), "bench", "footprint");
    assertThat(absent.exitCode()).isEqualTo(1);
    assertThat(absent.errors()).contains("the benchmarks are not in this image; run them in a clone");

    Files.createDirectories(home.resolve("src/bench/java"));
    Run run = foley(Map.of(), "bench", "footprint");
    assertThat(run.errors()).contains("maven -q -B -Dmaven.test.skip=true package");
    assertThat(run.output()).anySatisfy(word -> assertThat(word).endsWith("bench-lib/*"))
        .endsWith("dev.foley.bench.Bench", "footprint");
  }

  @Test
  void onLinuxTheBotsJvmHeedsPrioritiesOfThreads() throws Exception {
    assumeTrue(Files.isDirectory(Path.of("/proc/self/task")), "needs Linux");
    built();

    assertThat(foley(Map.of(), "run").output()).contains("-XX:ThreadPriorityPolicy=1");
    assertThat(foley(Map.of(), "demo").output()).isNotEmpty().doesNotContain("-XX:ThreadPriorityPolicy=1");
  }

  @Test
  void whatIsUpToDateIsNotBuiltAgain() throws Exception {
    built();

    assertThat(foley(Map.of(), "run").errors()).isEmpty();
  }

  @Test
  void aNewerSourceIsBuiltOnce() throws Exception {
    built();
    Files.setLastModifiedTime(jar, FileTime.from(LONG_AGO.minusSeconds(60)));

    assertThat(foley(Map.of(), "run").errors()).contains("building");
    assertThat(foley(Map.of(), "run").errors()).isEmpty();
  }

  @Test
  void aFailedBuildRunsNothing() throws Exception {
    script(home.resolve("mvnw"), "echo 'cannot find symbol'; exit 1");

    Run run = foley(Map.of(), "run");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.output()).isEmpty();
    assertThat(run.errors()).contains("cannot find symbol", "foley: the build failed");
  }

  @Test
  void argumentsReachTheProgramAsTheyAre() throws Exception {
    built();

    assertThat(foley(Map.of(), "demo", "--command", "/music prompt:lo-fi  'piano' * $HOME", "").output())
        .endsWith("demo", "--command", "/music prompt:lo-fi  'piano' * $HOME", "");
  }

  @Test
  void itsOwnDirectoryIsFoundThroughLinksFromAnywhere() throws Exception {
    built();
    Path bin = Files.createDirectories(directory.resolve("bin"));
    Files.createSymbolicLink(bin.resolve("absolute"), home.resolve("foley"));
    Files.createSymbolicLink(bin.resolve("foley"), Path.of("absolute"));

    Run run = run(bin.resolve("foley"), directory,
        Map.of("JAVA_HOME", java25.toString(), "FOLEY_AOT", "use"), "run");

    assertThat(run.output()).contains("-Dfoley.home=" + home).endsWith("-jar", jar.toString(), "run");
  }

  @Test
  void onlyWhatMakesSoundGetsTheRoomForIt() throws Exception {
    built();

    assertThat(foley(Map.of(), "run").output()).contains("-Xmx96m");
    for (String command : List.of("demo", "playground", "simulator")) {
      assertThat(foley(Map.of(), command).output()).contains("-Xmx512m");
    }
  }

  @Test
  void onlyThePlaygroundSeesItsLibraries() throws Exception {
    built();

    for (String command : List.of("run", "check")) {
      assertThat(foley(Map.of(), command).output()).noneMatch(word -> word.contains("playground-lib"))
          .endsWith("-jar", jar.toString(), command);
    }
    for (String command : List.of("demo", "playground", "simulator")) {
      assertThat(foley(Map.of(), command).output()).anyMatch(word -> word.endsWith("playground-lib/*"));
    }
  }

  @Test
  void theFirstRunPreparesAQuickStartAndLaterOnesHaveIt() throws Exception {
    built();
    preparing("echo classes >\"$FOLEY_AOT_OUTPUT\"");

    Run first = foleyByItself("run");
    Run second = foleyByItself("run");

    assertThat(first.errors()).isEqualTo("foley: preparing a quick start; this takes some seconds, once\n");
    assertThat(second.errors()).isEmpty();
    for (Run run : List.of(first, second)) {
      assertThat(run.output()).contains("-XX:AOTCache=" + home.resolve("target/foley.aot"))
          .endsWith("-jar", jar.toString(), "run");
    }
    try (var files = Files.list(home.resolve("target"))) {
      assertThat(files.map(file -> file.getFileName().toString())).containsExactlyInAnyOrder("foley.jar", "foley.aot");
    }
  }

  @Test
  void aNewJarIsPreparedAnew() throws Exception {
    built();
    preparing("echo classes >\"$FOLEY_AOT_OUTPUT\"");
    foleyByItself("run");
    Files.setLastModifiedTime(home.resolve("target/foley.aot"), FileTime.from(LONG_AGO));

    assertThat(foleyByItself("run").errors()).contains("preparing");
    assertThat(foleyByItself("run").errors()).isEmpty();
  }

  @Test
  void whatCannotBePreparedHindersNoStartAndIsTriedOnce() throws Exception {
    built();
    preparing("echo 'no room'; exit 1");

    Run first = foleyByItself("run");
    Run second = foleyByItself("run");

    assertThat(first.errors()).contains("that failed, as " + home.resolve("target/foley.aot.log") + " tells");
    assertThat(home.resolve("target/foley.aot.log")).content().contains("no room");
    assertThat(second.errors()).isEmpty();
    for (Run run : List.of(first, second)) {
      assertThat(run.exitCode()).isZero();
      assertThat(run.output()).noneMatch(word -> word.contains("AOT")).endsWith("run");
    }
  }

  @Test
  void whoHasNoTokenYetIsNotKeptWaitingForIt() throws Exception {
    built();
    preparing("echo classes >\"$FOLEY_AOT_OUTPUT\"");

    assertThat(foley(Map.of("FOLEY_AOT", ""), "run").errors()).isEmpty();
    assertThat(foley(Map.of("FOLEY_AOT", ""), "check").errors()).isEmpty();
    assertThat(foley(Map.of("FOLEY_AOT", "", "DISCORD_TOKEN_FILE", "token.txt"), "run").errors()).contains("preparing");
  }

  @Test
  void theDemoKeepsNobodyWaitingForIt() throws Exception {
    built();

    assertThat(foleyByItself("demo").errors()).isEmpty();
    assertThat(home.resolve("target/foley.aot")).doesNotExist();
  }

  @Test
  void theOperatorsOptionsComeLastAndSoWin() throws Exception {
    built();

    List<String> output = foley(Map.of("FOLEY_JAVA_OPTS", "-Xmx1g -Da=b"), "run").output();

    assertThat(output).containsSubsequence("-Xmx96m", "-Xmx1g", "-Da=b", "-jar");
  }

  @Test
  void anOldJavaHomeIsPassedOverAndStillRunsMaven() throws Exception {
    Path java17 = java("java17", "17.0.9");

    Run run = foley(Map.of("JAVA_HOME", java17.toString(), "PATH", java25.resolve("bin") + ":/usr/bin:/bin"), "run");

    assertThat(run.output()).startsWith("java25");
    assertThat(run.errors()).contains("JAVA_HOME=" + java17);
  }

  @Test
  void aJavaTooOldForMavenIsReplaced() throws Exception {
    Path java8 = java("java8", "1.8.0_402");

    Run run = foley(Map.of("JAVA_HOME", java8.toString(), "PATH", java25.resolve("bin") + ":/usr/bin:/bin"), "run");

    assertThat(run.errors()).contains("JAVA_HOME=" + java25);
  }

  @Test
  void aJavaWithoutAReleaseFileIsAsked() throws Exception {
    built();
    Files.delete(java25.resolve("release"));
    script(java25.resolve("bin/java"), """
        if [ "$1" = -version ]; then echo 'openjdk version "26-ea" 2026-03-17' >&2; else echo asked; fi""");

    assertThat(foley(Map.of(), "run").output()).containsExactly("asked");
  }

  @Test
  void withoutSourcesTheJarIsRunAsItIs() throws Exception {
    built();
    Files.delete(home.resolve("pom.xml"));
    Files.createDirectory(home.resolve("native"));

    Run run = foley(Map.of(), "run");

    assertThat(run.errors()).isEmpty();
    assertThat(run.output()).contains("-Dorg.sqlite.lib.path=" + home.resolve("native"));
  }

  @Test
  void withoutJarAndSourcesItSaysSo() throws Exception {
    Files.delete(home.resolve("pom.xml"));

    Run run = foley(Map.of(), "run");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.errors()).contains("foley.jar is missing, and there are no sources");
  }

  private void built() throws IOException {
    for (Path source : List.of(home.resolve("pom.xml"), home.resolve("src/main/java/Main.java"),
        home.resolve("src/main/java"), home.resolve("src/main"))) {
      Files.setLastModifiedTime(source, FileTime.from(LONG_AGO));
    }
    write(jar, "jar");
  }

  private Run foley(Map<String, String> environment, String... arguments) throws IOException, InterruptedException {
    Map<String, String> whole = new HashMap<>(Map.of("JAVA_HOME", java25.toString(), "FOLEY_AOT", "use"));
    whole.putAll(environment);
    return run(home.resolve("foley"), directory, whole, arguments);
  }

  /** As a host starts it, who has a token and has said nothing of caches. */
  private Run foleyByItself(String... arguments) throws IOException, InterruptedException {
    return foley(Map.of("FOLEY_AOT", "", "DISCORD_TOKEN", "token"), arguments);
  }

  private static Run run(Path script, Path workingDirectory, Map<String, String> environment, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(script.toString()));
    command.addAll(List.of(arguments));
    Path output = Files.createTempFile(workingDirectory, "output", "");
    Path errors = Files.createTempFile(workingDirectory, "errors", "");
    ProcessBuilder builder = new ProcessBuilder(command).directory(workingDirectory.toFile())
        .redirectOutput(output.toFile()).redirectError(errors.toFile());
    builder.environment().clear();
    builder.environment().put("PATH", "/usr/bin:/bin");
    builder.environment().putAll(environment);
    Process process = builder.start();
    assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    return new Run(process.exitValue(), Files.readAllLines(output), Files.readString(errors));
  }

  private Path java(String name, String version) throws IOException {
    Path java = directory.toRealPath().resolve(name);
    write(java.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + "\"\n");
    script(java.resolve("bin/java"), "printf '%s\\n' " + name + " \"$@\"");
    return java;
  }

  /** What the JVM that is watched does, instead of running the demo. */
  private void preparing(String body) throws IOException {
    script(java25.resolve("bin/java"), "if [ -n \"${FOLEY_AOT_OUTPUT:-}\" ]; then " + body + "; exit; fi\n"
        + "printf '%s\\n' java25 \"$@\"");
  }

  private static void script(Path file, String body) throws IOException {
    write(file, "#!/bin/sh\n" + body + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private static void write(Path file, String content) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
  }
}
