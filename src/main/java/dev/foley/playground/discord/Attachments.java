package dev.foley.playground.discord;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Files on disk under signed addresses that end after a day, as on Discord's content network: {@code ex} and {@code is}
 * are hexadecimal seconds, {@code hm} is a signature over both and the path. Thread-safe.
 */
final class Attachments {
  private static final Duration URL_LIFE = Duration.ofHours(24);
  private static final int KEY_BYTES = 32;

  private final Path directory;
  private final boolean deleteOnClose;
  private final InstantSource clock;
  private final RandomGenerator random;
  private final Supplier<String> baseUrl;
  private final Map<Long, StoredFile> files = new ConcurrentHashMap<>();
  private final AtomicLong spoolNumber = new AtomicLong();
  private volatile byte[] key;
  private volatile long limitBytes;

  Attachments(LocalDiscordSettings settings, Path directory, Supplier<String> baseUrl) {
    this.directory = directory;
    this.deleteOnClose = settings.deleteOnClose();
    this.clock = settings.clock();
    this.random = settings.random();
    this.limitBytes = settings.attachmentLimitBytes();
    this.baseUrl = baseUrl;
    this.key = newKey();
  }

  long limitBytes() {
    return limitBytes;
  }

  void limitBytes(long limit) {
    limitBytes = limit;
  }

  /** Streams one file to disk. @throws ApiError 413 as soon as it passes the limit */
  Upload spool(int index, String filename, String contentType, InputStream content) throws IOException {
    Path path = directory.resolve("upload-" + spoolNumber.incrementAndGet());
    long limit = limitBytes;
    long size = 0;
    try (OutputStream out = Files.newOutputStream(path)) {
      byte[] buffer = new byte[1 << 16];
      for (int count = content.read(buffer); count >= 0; count = content.read(buffer)) {
        size += count;
        if (size > limit) {
          throw ApiError.tooLarge();
        }
        out.write(buffer, 0, count);
      }
    } catch (ApiError | IOException e) {
      Files.deleteIfExists(path);
      throw e;
    }
    return new Upload(index, safeName(filename), contentType, size, path);
  }

  StoredFile keep(Upload upload, long id, long channelId, @Nullable String description,
      StoredFile.@Nullable Voice voice) {
    StoredFile file = new StoredFile(id, channelId, upload.filename(), upload.contentType(), upload.sizeBytes(),
        upload.path(), description, voice);
    files.put(id, file);
    return file;
  }

  /** Deletes what was spooled for a request that was refused. */
  void discard(List<Upload> uploads) {
    for (Upload upload : uploads) {
      if (files.values().stream().noneMatch(file -> file.path().equals(upload.path()))) {
        delete(upload.path());
      }
    }
  }

  void forget(List<StoredFile> removed) {
    for (StoredFile file : removed) {
      files.remove(file.id());
      delete(file.path());
    }
  }

  String url(StoredFile file) {
    Instant issued = clock.instant();
    String path = path(file);
    String ex = Long.toHexString(issued.plus(URL_LIFE).getEpochSecond());
    String is = Long.toHexString(issued.getEpochSecond());
    return baseUrl.get() + path + "?ex=" + ex + "&is=" + is + "&hm=" + sign(path, ex, is);
  }

  /** The file behind an address, if signature and time are right. */
  Optional<StoredFile> open(long channelId, long id, String ex, String is, String hm) {
    StoredFile file = files.get(id);
    if (file == null || file.channelId() != channelId || !sign(path(file), ex, is).equals(hm)) {
      return Optional.empty();
    }
    boolean alive = clock.instant().getEpochSecond() < Long.parseLong(ex, 16);
    return alive ? Optional.of(file) : Optional.empty();
  }

  /** Makes every address issued so far worthless; the files stay and new addresses work. */
  void expireUrls() {
    key = newKey();
  }

  void close() {
    if (!deleteOnClose) {
      return;
    }
    try (Stream<Path> tree = Files.walk(directory)) {
      tree.sorted(Comparator.reverseOrder()).forEach(Attachments::delete);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot delete the local Discord's files", e);
    }
  }

  /** Discord keeps letters, digits, dot, dash and underscore, and replaces the rest. */
  static String safeName(String filename) {
    String safe = filename.replaceAll("[^A-Za-z0-9._-]+", "_");
    return safe.isEmpty() ? "file" : safe;
  }

  private static String path(StoredFile file) {
    return "/attachments/" + file.channelId() + "/" + file.id() + "/"
        + URLEncoder.encode(file.filename(), StandardCharsets.UTF_8);
  }

  private String sign(String path, String ex, String is) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal((path + "?" + ex + "&" + is).getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HmacSHA256", e);
    }
  }

  private byte[] newKey() {
    byte[] bytes = new byte[KEY_BYTES];
    random.nextBytes(bytes);
    return bytes;
  }

  private static void delete(Path path) {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot delete a file of the local Discord", e);
    }
  }
}
