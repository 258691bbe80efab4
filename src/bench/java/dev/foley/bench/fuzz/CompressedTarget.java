package dev.foley.bench.fuzz;

import dev.foley.audio.AudioContainer;
import dev.foley.audio.CompressedInspector;
import dev.foley.audio.FileKind;
import dev.foley.audio.PcmFormat;
import dev.foley.audio.Transcoder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** May throw nothing: a compressed file of which nothing can be made is one of which nothing is known. */
final class CompressedTarget implements FuzzTarget {
  private static final int PREVIEW_BYTES = 64 << 10;
  /** Encoding takes much longer than all the reading, and is asked for the samples only. */
  private static final int ENCODED_ONE_IN = 16;

  private final Path directory;
  private final Path file;
  private final Transcoder transcoder;

  CompressedTarget(Path directory) throws IOException {
    this.directory = directory;
    this.file = directory.resolve("input");
    this.transcoder = new Transcoder(Files.createDirectories(directory.resolve("made")));
  }

  @Override
  public void read(byte[] input) throws IOException {
    Files.write(file, input);
    if (FileKind.of(file) instanceof FileKind.Audio(AudioContainer container) && container != AudioContainer.WAV) {
      CompressedInspector.inspect(file, container);
      if (input.length % ENCODED_ONE_IN == 0) {
        encode(container);
      }
    }
  }

  private void encode(AudioContainer container) throws IOException {
    Optional<Transcoder.Made> made = transcoder.preview(file, container, PREVIEW_BYTES, "preview");
    if (made.isPresent()) {
      Files.delete(made.get().file());
    }
  }

  @Override
  public List<byte[]> seeds() throws IOException {
    Path wav = Files.write(directory.resolve("seed.wav"), WavTarget.wav(PcmFormat.CD, 6_000));
    List<byte[]> seeds = new ArrayList<>();
    seeds.add(taken(transcoder.preview(wav, AudioContainer.WAV, PREVIEW_BYTES, "seed").orElseThrow().file()));
    seeds.add(taken(transcoder.lossless(wav, "seed").orElseThrow().file()));
    seeds.add(taken(transcoder.voice(wav, AudioContainer.WAV, "seed").orElseThrow().made().file()));
    seeds.add("ID3\u0004\0\0\0\0\0\u0005abcde".getBytes(StandardCharsets.ISO_8859_1));
    return seeds;
  }

  private static byte[] taken(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    Files.delete(file);
    return bytes;
  }
}
