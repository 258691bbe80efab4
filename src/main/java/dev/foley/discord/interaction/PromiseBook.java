package dev.foley.discord.interaction;

import dev.foley.generation.ChannelId;
import dev.foley.secret.Secret;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file with a slot for each promise. Between "heard you" and the row in the database a killed process would leave a member with
 * "thinking…" for a quarter of an hour; writing the row first would make every interaction wait for the disk. A slot outlives its process
 * without that: the operating system has it once it is written. A power cut may take it along, which costs a member that quarter of an hour.
 *
 * <p>It stays a while after the promise is kept, since the last words may still be in JDA's queue. Who finds it then looks at the reply
 * before it says anything ({@link BrokenPromises}). A file of its own for each promise would be simpler, and takes ten times as long to make
 * and remove, while a member waits.
 */
public final class PromiseBook implements PromisedReplies, AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(PromiseBook.class);
  /** What was kept is forgotten after one to two of them. */
  private static final Duration LAST_WORDS = Duration.ofSeconds(10);
  /** Bytes of a slot: the length of its text, and the text. The token is most of it, about 220. */
  private static final int SLOT = 1_024;
  /** Of those 20 seconds at 400 requests a second. */
  private static final int MOST = 8_192;
  private static final int LINES = 4;

  private final RandomAccessFile file;
  private final Executor afterLastWords;
  private final BitSet taken = new BitSet();
  private final Map<Long, Integer> slots = new HashMap<>();
  private final List<Promise> left = new ArrayList<>();
  /** Kept since the timer was set, and kept before that: one timer for all of them, which is set while there are any. */
  private List<Promise> kept = new ArrayList<>();
  private List<Promise> keptEarlier = List.of();
  private boolean closed;

  /**
   * Takes the first book in a directory that no running bot has, and reads what its last owner has left in it.
   *
   * @param directory made if it is not there; instances may share it
   * @throws UncheckedIOException if that cannot be done
   */
  public PromiseBook(Path directory) {
    this(directory, CompletableFuture.delayedExecutor(LAST_WORDS.toSeconds(), TimeUnit.SECONDS,
        Thread::startVirtualThread));
  }

  PromiseBook(Path directory, Executor afterLastWords) {
    this.afterLastWords = afterLastWords;
    try {
      this.file = take(Files.createDirectories(directory));
      byte[] book = new byte[(int) Math.min(file.length(), (long) MOST * SLOT)];
      file.readFully(book);
      read(book);
    } catch (IOException e) {
      throw new UncheckedIOException("no book of promises can be opened in " + directory, e);
    }
  }

  /** The operating system gives a lock back when its process ends, in whichever way. */
  private static RandomAccessFile take(Path directory) throws IOException {
    for (int number = 0;; number++) {
      // Not a channel: an interrupt of one thread would close that for all.
      RandomAccessFile file = new RandomAccessFile(directory.resolve("book-" + number).toFile(), "rw");
      if (isFree(file)) {
        return file;
      }
      file.close();
    }
  }

  private static boolean isFree(RandomAccessFile file) throws IOException {
    try {
      @Nullable
      FileLock lock = file.getChannel().tryLock();
      return lock != null;
    } catch (OverlappingFileLockException _) {
      return false; // held by this very process
    }
  }

  private void read(byte[] book) {
    for (int slot = 0; slot < Math.min(MOST, book.length / SLOT); slot++) {
      Optional<Promise> promise = promise(ByteBuffer.wrap(book, slot * SLOT, SLOT));
      if (promise.isPresent()) {
        taken.set(slot);
        slots.put(promise.get().interactionId(), slot);
        left.add(promise.get());
      }
    }
  }

  /** What an earlier process has promised. */
  List<Promise> left() {
    return List.copyOf(left);
  }

  @Override
  public synchronized void made(Promise promise) {
    int slot = taken.nextClearBit(0);
    byte[] text = text(promise);
    if (slot == MOST || text.length > SLOT - Integer.BYTES) {
      log.atWarn().addKeyValue("promised", slots.size()).addKeyValue("bytes", text.length)
          .log("There is no room to remember a promised reply");
      return;
    }
    try {
      write(slot, ByteBuffer.allocate(SLOT).putInt(text.length).put(text).array());
      taken.set(slot);
      slots.put(promise.interactionId(), slot);
    } catch (IOException e) {
      log.atWarn().setCause(e).log("A promised reply cannot be remembered");
    }
  }

  @Override
  public synchronized void kept(Promise promise) {
    if (kept.isEmpty() && keptEarlier.isEmpty()) {
      afterLastWords.execute(this::forgetKept);
    }
    kept.add(promise);
  }

  private synchronized void forgetKept() {
    keptEarlier.forEach(this::forget);
    keptEarlier = kept;
    kept = new ArrayList<>();
    if (!keptEarlier.isEmpty()) {
      afterLastWords.execute(this::forgetKept);
    }
  }

  synchronized void forget(Promise promise) {
    Integer slot = closed ? null : slots.remove(promise.interactionId()); // the next process will look and see that it was kept
    if (slot != null) {
      try {
        write(slot, new byte[Integer.BYTES]);
        taken.clear(slot);
      } catch (IOException e) {
        log.atWarn().setCause(e).log("A promised reply cannot be forgotten");
      }
    }
  }

  private void write(int slot, byte[] bytes) throws IOException {
    file.seek((long) slot * SLOT);
    file.write(bytes);
  }

  private static byte[] text(Promise promise) {
    return String.join("\n", Long.toUnsignedString(promise.interactionId()), promise.token().reveal(),
        promise.channel().toString(), promise.locale().toLanguageTag()).getBytes(StandardCharsets.UTF_8);
  }

  /** Empty for a free slot, and for one that was not whole when its process died: Discord was not told either. */
  private static Optional<Promise> promise(ByteBuffer slot) {
    int length = slot.getInt();
    if (length <= 0 || length > slot.remaining()) {
      return Optional.empty();
    }
    String[] lines = StandardCharsets.UTF_8.decode(slot.slice(slot.position(), length)).toString().split("\n", -1);
    try {
      return lines.length == LINES
          ? Optional.of(new Promise(Long.parseUnsignedLong(lines[0]), Secret.of(lines[1]),
              new ChannelId(Long.parseUnsignedLong(lines[2])), Locale.forLanguageTag(lines[3])))
          : Optional.empty();
    } catch (IllegalArgumentException _) {
      log.atInfo().log("A promised reply cannot be read");
      return Optional.empty();
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    try {
      file.close();
    } catch (IOException e) {
      log.atWarn().setCause(e).log("The file of promised replies could not be closed");
    }
  }
}
