package dev.foley.discord.reply;

import dev.foley.audio.AudioContainer;
import dev.foley.audio.Transcoder;
import dev.foley.generation.Generation;
import dev.foley.generation.GenerationId;
import dev.foley.provider.AudioArtifact;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is made of sounds for one delivery: each thing when it is first asked for, and once. That something cannot be made is logged
 * and costs that form only. One thread at a time.
 */
final class Renderings implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Renderings.class);

  private final Renderer renderer;
  private final Map<GenerationId, Optional<Transcoder.Made>> lossless = new HashMap<>();
  private final Map<GenerationId, Optional<Transcoder.Made>> previews = new HashMap<>();
  private final Map<GenerationId, Optional<Notice.Picture>> pictures = new HashMap<>();
  private final List<Transcoder.Made> made = new ArrayList<>();

  Renderings(Renderer renderer) {
    this.renderer = renderer;
  }

  /** As FLAC. */
  Optional<Transcoder.Made> lossless(Generation generation, AudioArtifact audio) {
    return lossless.computeIfAbsent(generation.id(), id -> audio.content().container() == AudioContainer.WAV
        ? made("lossless", id, () -> renderer.lossless(audio.file(), id.value()))
        : Optional.empty());
  }

  /** Compressed, as large as a file may be where it was asked for. */
  Optional<Transcoder.Made> preview(Generation generation, AudioArtifact audio) {
    return previews.computeIfAbsent(generation.id(),
        id -> made("preview", id, () -> renderer.preview(audio.file(), audio.content().container(),
            generation.origin().attachmentLimitBytes(), id.value())));
  }

  /** As a voice message needs it. */
  Optional<Transcoder.Voice> voice(Generation generation, AudioArtifact audio) {
    Optional<Transcoder.Voice> voice = attempt("voice", generation.id(),
        () -> renderer.voice(audio.file(), audio.content().container(), generation.id().value()));
    voice.map(Transcoder.Voice::made).ifPresent(made::add);
    return voice;
  }

  Optional<Notice.Picture> picture(Generation generation, AudioArtifact audio) {
    return pictures.computeIfAbsent(generation.id(),
        id -> attempt("picture", id, () -> renderer.picture(audio.file(), audio.content().container()))
            .map(png -> new Notice.Picture(pictureName(id), png)));
  }

  static String pictureName(GenerationId id) {
    return "waveform-" + id + ".png";
  }

  private interface Attempt<T> {
    Optional<T> run() throws IOException;
  }

  private Optional<Transcoder.Made> made(String what, GenerationId id, Attempt<Transcoder.Made> attempt) {
    Optional<Transcoder.Made> file = attempt(what, id, attempt);
    file.ifPresent(made::add);
    return file;
  }

  /** A decoder that stumbles over strange bytes must not keep them from the member, whatever it throws. */
  private static <T> Optional<T> attempt(String what, GenerationId id, Attempt<T> attempt) {
    try {
      return attempt.run();
    } catch (IOException | RuntimeException e) {
      log.atWarn().setCause(e).addKeyValue("generationId", id).addKeyValue("form", what)
          .log("A form of a sound could not be made");
      return Optional.empty();
    }
  }

  /** Removes the files that were made. */
  @Override
  public void close() {
    for (Transcoder.Made each : made) {
      try {
        Files.deleteIfExists(each.file());
      } catch (IOException e) {
        log.atWarn().setCause(e).log("A file that was made for a delivery could not be removed");
      }
    }
  }
}
