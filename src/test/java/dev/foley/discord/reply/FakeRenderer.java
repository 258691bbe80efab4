package dev.foley.discord.reply;

import dev.foley.audio.AudioContainer;
import dev.foley.audio.Transcoder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes files of so many bytes, and a picture of one; by itself it makes nothing. One thread at a time. */
final class FakeRenderer implements Renderer {
  private final Path directory;
  /** What was asked for, in order. */
  final List<String> asked = new ArrayList<>();
  /** Sizes of what can be made. */
  Optional<Integer> losslessBytes = Optional.empty();
  Optional<Integer> previewBytes = Optional.empty();
  Optional<Integer> voiceBytes = Optional.empty();
  boolean draws;
  boolean stumbles;

  FakeRenderer(Path directory) {
    this.directory = directory;
  }

  @Override
  public Optional<Transcoder.Made> lossless(Path wav, String name) throws IOException {
    return made("lossless", losslessBytes, name, AudioContainer.FLAC);
  }

  @Override
  public Optional<Transcoder.Made> preview(Path source, AudioContainer container, long maxBytes, String name)
      throws IOException {
    return made("preview of at most " + maxBytes, previewBytes, name, AudioContainer.MP3);
  }

  @Override
  public Optional<Transcoder.Voice> voice(Path source, AudioContainer container, String name) throws IOException {
    return made("voice", voiceBytes, name, AudioContainer.OGG).map(made -> new Transcoder.Voice(made, "AAD/"));
  }

  @Override
  public Optional<byte[]> picture(Path source, AudioContainer container) throws IOException {
    asked.add("picture");
    stumble();
    return draws ? Optional.of(new byte[]{1}) : Optional.empty();
  }

  private Optional<Transcoder.Made> made(String what, Optional<Integer> bytes, String name, AudioContainer container)
      throws IOException {
    asked.add(what);
    stumble();
    if (bytes.isEmpty()) {
      return Optional.empty();
    }
    Path file = Files.write(directory.resolve(name + "." + container.extension()), new byte[1]);
    return Optional.of(new Transcoder.Made(file, bytes.get(), container, Duration.ofSeconds(12)));
  }

  private void stumble() {
    if (stumbles) {
      throw new IllegalStateException("strange bytes");
    }
  }
}
