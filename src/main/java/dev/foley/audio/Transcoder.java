package dev.foley.audio;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.regex.Pattern;

/**
 * Makes smaller files of a sound, for where the sound itself is too large. Results lie in a directory of their own until they are
 * discarded. Thread-safe, blocking; constant memory.
 *
 * <p>Encoders take all the processor they get: twenty at once would keep the other results, and Discord's heartbeat, waiting. So only
 * some run at a time, and the others wait for their turn.
 */
public final class Transcoder {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9-]{1,64}");
  /** What Discord takes, and how many it shows of a second. */
  private static final int MAX_WAVEFORM_POINTS = 256;
  private static final int WAVEFORM_POINTS_PER_SECOND = 10;

  private final Path directory;
  private final Semaphore places;

  /** As many at once as leave a processor for everything else. */
  public Transcoder(Path directory) {
    this(directory, Math.max(1, Runtime.getRuntime().availableProcessors() - 1));
  }

  /**
   * @param directory is made; what an earlier process left in it is removed
   * @param places how many files may be made at once; who comes when all are taken waits
   * @throws UncheckedIOException if it cannot be made
   */
  Transcoder(Path directory, int places) {
    this.directory = directory;
    this.places = new Semaphore(places, true);
    try {
      Files.createDirectories(directory);
      try (DirectoryStream<Path> left = Files.newDirectoryStream(directory, Files::isRegularFile)) {
        for (Path file : left) {
          Files.delete(file);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the directory " + directory
          + " cannot be written. Let the bot's user write to it, or name another one.", e);
    }
  }

  /**
   * A file that was made.
   *
   * @param file removed by whoever asked for it, when it has been sent
   */
  public record Made(Path file, long sizeBytes, AudioContainer container, Duration duration) {}

  /**
   * Ogg Opus, mono, as a voice message needs it.
   *
   * @param waveform its shape as Discord wants it: at most 256 bytes, in base 64
   */
  public record Voice(Made made, String waveform) {}

  /**
   * The same samples as FLAC.
   *
   * @param name of the file, without ending; letters, digits and {@code -}. Where it is in use, a number is added.
   * @return empty if the source is no WAV that FLAC can hold (integers of up to 24 bits, up to 8 channels)
   * @throws IOException if the source cannot be read, or the directory takes no more
   */
  public Optional<Made> lossless(Path wav, String name) throws IOException {
    Optional<PcmSource> opened = PcmSource.open(wav, AudioContainer.WAV);
    if (opened.isEmpty()) {
      return Optional.empty();
    }
    try (WavSource source = (WavSource) opened.get()) {
      return FlacEncoding.holds(source.format())
          ? Optional.of(make(name, AudioContainer.FLAC, source, flac -> FlacEncoding.encode(source, flac)))
          : Optional.empty();
    }
  }

  /**
   * A preview as MP3 that is not larger than so much, as good as that allows and at most as good as makes sense.
   *
   * @param name as for {@link #lossless}
   * @return empty if the source cannot be decoded here, or even the smallest would be larger
   * @throws IOException if the source cannot be read, or the directory takes no more
   */
  public Optional<Made> preview(Path source, AudioContainer container, long maxBytes, String name) throws IOException {
    Optional<PcmSource> opened = PcmSource.open(source, container);
    if (opened.isEmpty()) {
      return Optional.empty();
    }
    try (PcmSource samples = opened.get()) {
      Optional<Mp3Encoding> encoding = Mp3Encoding.fitting(samples, maxBytes);
      return encoding.isEmpty()
          ? Optional.empty()
          : Optional.of(make(name, AudioContainer.MP3, samples, mp3 -> {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(mp3))) {
              encoding.get().encode(samples, out);
            }
          }));
    }
  }

  /**
   * @param name as for {@link #lossless}
   * @return empty if the source cannot be decoded here
   * @throws IOException if the source cannot be read, or the directory takes no more
   */
  public Optional<Voice> voice(Path source, AudioContainer container, String name) throws IOException {
    Optional<PcmSource> opened = PcmSource.open(source, container);
    if (opened.isEmpty()) {
      return Optional.empty();
    }
    try (PcmSource samples = ResampledSource.of(MixedSource.of(opened.get(), 1), OpusEncoding.SAMPLE_RATE)) {
      long points = samples.frames() * WAVEFORM_POINTS_PER_SECOND / samples.sampleRate();
      SampleMeter meter = SampleMeter.ofLossy(1);
      Made made = make(name, AudioContainer.OGG, samples, ogg -> {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(ogg))) {
          OpusEncoding.encode(samples, meter, out);
        }
      });
      return Optional
          .of(new Voice(made, waveform(meter.contour().envelope(Math.clamp(points, 1, MAX_WAVEFORM_POINTS)))));
    }
  }

  private static String waveform(Envelope envelope) {
    byte[] points = new byte[envelope.columns()];
    for (int i = 0; i < points.length; i++) {
      points[i] = (byte) Math.round(255 * envelope.peak(i));
    }
    return Base64.getEncoder().encodeToString(points);
  }

  @FunctionalInterface
  private interface Encoding {
    void into(Path file) throws IOException;
  }

  private Made make(String name, AudioContainer container, PcmSource source, Encoding encoding) throws IOException {
    try {
      places.acquire();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted before its turn");
    }
    try {
      return made(name, container, source, encoding);
    } finally {
      places.release();
    }
  }

  private Made made(String name, AudioContainer container, PcmSource source, Encoding encoding) throws IOException {
    Path file = claim(name, container.extension());
    try {
      encoding.into(file);
      Duration duration = Duration.ofMillis(Math.round(source.frames() * 1_000.0 / source.sampleRate()));
      return new Made(file, Files.size(file), container, duration);
    } catch (IOException | RuntimeException | Error e) {
      Files.deleteIfExists(file);
      throw e;
    }
  }

  /** A new file of ours alone. */
  private Path claim(String name, String extension) throws IOException {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("not a file name: " + name);
    }
    Path file = directory.resolve(name + "." + extension);
    for (int number = 2;; number++) {
      try {
        return Files.createFile(file);
      } catch (FileAlreadyExistsException inUse) {
        file = directory.resolve(name + "-" + number + "." + extension);
      }
    }
  }
}
