package dev.foley.playground.demo;

import dev.foley.playground.discord.AttachmentView;
import dev.foley.playground.discord.MessageView;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/** What can be heard of a message. */
final class Sounds {
  private Sounds() {}

  static boolean in(MessageView message) {
    return message.attachments().stream().anyMatch(Sounds::isSound);
  }

  /**
   * Saves the sounds of a message, and listens to those that can be played here.
   *
   * @throws DemoException if one is silent or broken
   */
  static List<Path> save(MessageView message, Path directory, Conversation conversation)
      throws DemoException, IOException {
    Files.createDirectories(directory);
    List<Path> saved = new ArrayList<>();
    for (AttachmentView attachment : message.attachments().stream().filter(Sounds::isSound).toList()) {
      Path file = directory.resolve(attachment.filename());
      try (InputStream in = URI.create(attachment.url()).toURL().openStream()) {
        Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
      }
      if (Listener.plays(file)) {
        conversation.saved(file, Listener.listen(file));
      } else {
        conversation.saved(file);
      }
      saved.add(file);
    }
    return saved;
  }

  private static boolean isSound(AttachmentView file) {
    return file.contentType().startsWith("audio/");
  }
}
