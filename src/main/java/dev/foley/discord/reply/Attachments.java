package dev.foley.discord.reply;

import dev.foley.audio.AudioContainer;
import dev.foley.discord.text.SafeText;
import dev.foley.generation.Generation;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The files of a message, and their names. Pure. */
final class Attachments {
  private Attachments() {}

  /** Of those takes that are posted as a file. */
  static List<Notice.Attachment> of(List<Part> parts) {
    return parts.stream().flatMap(part -> of(part).stream()).toList();
  }

  private static Optional<Notice.Attachment> of(Part part) {
    return switch (part) {
      case Part.File(Generation generation, var audio) ->
        Optional.of(named(generation, audio.file(), audio.content().container()));
      case Part.Lossless(Generation generation, _, var flac) ->
        Optional.of(named(generation, flac.file(), flac.container()));
      case Part.Preview(Generation generation, _, var copy, _) ->
        Optional.of(named(generation, copy.file(), copy.container()));
      case Part.Spoken _, Part.Link _, Part.TooLarge _, Part.Missing _ -> Optional.empty();
    };
  }

  /** By its words and the request's id; in a message of several, by its number too. */
  static Notice.Attachment named(Generation generation, Path file, AudioContainer container) {
    String first = generation.takes().first().value();
    String id = generation.takes().count() == 1 ? first : first + "-" + generation.takes().number();
    return new Notice.Attachment(file,
        SafeText.fileName(generation.request().prompt(), id, container.extension()));
  }
}
