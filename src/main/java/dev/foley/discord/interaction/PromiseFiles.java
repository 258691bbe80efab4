package dev.foley.discord.interaction;

import dev.foley.generation.ChannelId;
import dev.foley.secret.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file for each promise. Between "heard you" and the row in the database a killed process would leave a member with "thinking…" for a
 * quarter of an hour; writing the row first would make every interaction wait for the disk. A file outlives its process without that: the
 * operating system has it once it is written. A power cut may take it along, which costs a member that quarter of an hour.
 *
 * <p>It stays a while after the promise is kept, since the last words may still be in JDA's queue. Who finds it then looks at the reply
 * before it says anything ({@link BrokenPromises}).
 */
public final class PromiseFiles implements PromisedReplies {
  private static final Logger log = LoggerFactory.getLogger(PromiseFiles.class);
  private static final Duration LAST_WORDS = Duration.ofSeconds(10);
  private static final int LINES = 3;

  private final Path directory;
  private final Executor afterLastWords;
  private final List<Promise> left;

  /**
   * Makes the directory, if it is not there, and reads what an earlier process has left in it.
   *
   * @throws UncheckedIOException if it cannot be made
   */
  public PromiseFiles(Path directory) {
    this(directory, CompletableFuture.delayedExecutor(LAST_WORDS.toSeconds(), TimeUnit.SECONDS,
        Thread::startVirtualThread));
  }

  PromiseFiles(Path directory, Executor afterLastWords) {
    this.directory = directory;
    this.afterLastWords = afterLastWords;
    try (Stream<Path> files = Files.list(Files.createDirectories(directory))) {
      this.left = files.<Promise>mapMulti(PromiseFiles::read).toList();
    } catch (IOException e) {
      throw new UncheckedIOException("the directory " + directory + " cannot be made", e);
    }
  }

  /** What an earlier process has promised. */
  List<Promise> left() {
    return left;
  }

  @Override
  public void made(Promise promise) {
    List<String> lines = new ArrayList<>(
        List.of(promise.token().reveal(), promise.channel().toString(), promise.locale().toLanguageTag()));
    try {
      Files.write(file(promise), lines);
    } catch (IOException e) {
      log.atWarn().setCause(e).log("A promised reply cannot be remembered");
    }
  }

  @Override
  public void kept(Promise promise) {
    afterLastWords.execute(() -> forget(promise));
  }

  void forget(Promise promise) {
    remove(file(promise));
  }

  private Path file(Promise promise) {
    return directory.resolve(Long.toUnsignedString(promise.interactionId()));
  }

  /** One that cannot be read was not whole when its process died, so Discord was not told either. */
  private static void read(Path file, Consumer<Promise> found) {
    try {
      List<String> lines = Files.readAllLines(file);
      if (lines.size() == LINES) {
        found.accept(new Promise(Long.parseUnsignedLong(file.getFileName().toString()), Secret.of(lines.get(0)),
            new ChannelId(Long.parseUnsignedLong(lines.get(1))), Locale.forLanguageTag(lines.get(2))));
        return;
      }
    } catch (IOException | IllegalArgumentException e) {
      log.atInfo().addKeyValue("file", file.getFileName()).log("A promised reply cannot be read");
    }
    remove(file);
  }

  private static void remove(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      log.atWarn().setCause(e).log("A promised reply cannot be forgotten");
    }
  }
}
