package dev.foley.discord.reply;

import dev.foley.audio.Transcoder;
import dev.foley.generation.Generation;
import dev.foley.generation.Take;
import dev.foley.provider.AudioArtifact;
import dev.foley.provider.FailureReason;
import java.net.URI;
import java.util.Optional;

/** One take, in the form in which a message tells of it. */
sealed interface Part {
  /** The longest address in a message; a description has 4,096 characters, and the prompt stands there too. */
  int MAX_ADDRESS = 3_000;

  Generation generation();

  /** A take of which there is a sound, however much of it can be posted. */
  sealed interface Heard extends Part {
    AudioArtifact audio();
  }

  /** The sound as a file, so that Discord shows its player. */
  record File(Generation generation, AudioArtifact audio) implements Heard {}

  /** The same samples in a smaller file. */
  record Lossless(Generation generation, AudioArtifact audio, Transcoder.Made flac) implements Heard {}

  /**
   * A compressed copy that fits.
   *
   * @param address of the whole, if it has one that can be posted; of the web, in ASCII
   */
  record Preview(Generation generation, AudioArtifact audio, Transcoder.Made copy,
      Optional<String> address) implements Heard {
    /** Leaves the address out, which may be signed. */
    @Override
    public String toString() {
      return "Preview[" + generation.id() + "]";
    }
  }

  /** In a voice message that stands in the channel already. */
  record Spoken(Generation generation, AudioArtifact audio) implements Heard {}

  /**
   * A link to the sound, where no file of it can be posted.
   *
   * @param address of the web, in ASCII
   */
  record Link(Generation generation, AudioArtifact audio, String address) implements Heard {
    /** Leaves the address out, which may be signed. */
    @Override
    public String toString() {
      return "Link[" + generation.id() + "]";
    }
  }

  /** No file of it can be posted, and it has no address that could be. */
  record TooLarge(Generation generation, AudioArtifact audio) implements Heard {}

  record Missing(Generation generation, FailureReason reason) implements Part {}

  /** How a sound is posted, best first. */
  enum Rung {
    AS_IT_IS, LOSSLESS, PREVIEW, LINKED
  }

  /** The best form from a rung on whose file is not above the limit of the interaction. */
  static Part of(Take take, Rung from, Renderings renderings) {
    return switch (take) {
      case Take.Sound(Generation generation, AudioArtifact audio) -> of(generation, audio, from, renderings);
      case Take.Missing(Generation generation, FailureReason reason) -> new Missing(generation, reason);
    };
  }

  private static Part of(Generation generation, AudioArtifact audio, Rung from, Renderings renderings) {
    long limit = generation.origin().attachmentLimitBytes();
    if (from == Rung.AS_IT_IS && audio.sizeBytes() <= limit) {
      return new File(generation, audio);
    }
    if (from.compareTo(Rung.LOSSLESS) <= 0) {
      Optional<Transcoder.Made> flac = renderings.lossless(generation, audio).filter(made -> fits(made, audio, limit));
      if (flac.isPresent()) {
        return new Lossless(generation, audio, flac.get());
      }
    }
    Optional<String> address = address(generation, audio);
    if (from.compareTo(Rung.PREVIEW) <= 0) {
      Optional<Transcoder.Made> copy = renderings.preview(generation, audio).filter(made -> fits(made, audio, limit));
      if (copy.isPresent()) {
        return new Preview(generation, audio, copy.get(), address);
      }
    }
    return address.<Part>map(known -> new Link(generation, audio, known))
        .orElseGet(() -> new TooLarge(generation, audio));
  }

  private static boolean fits(Transcoder.Made made, AudioArtifact audio, long limit) {
    return made.sizeBytes() <= limit && made.sizeBytes() < audio.sizeBytes();
  }

  /** Whether the member gets to hear it. */
  default boolean isSound() {
    return switch (this) {
      case File _, Lossless _, Preview _, Spoken _, Link _ -> true;
      case TooLarge _, Missing _ -> false;
    };
  }

  /** Where the whole can be had, if not in the message. */
  default Optional<String> linked() {
    return switch (this) {
      case Link(_, _, String address) -> Optional.of(address);
      case Preview(_, _, _, Optional<String> address) -> address;
      case File _, Lossless _, Spoken _, TooLarge _, Missing _ -> Optional.empty();
    };
  }

  private static Optional<String> address(Generation generation, AudioArtifact audio) {
    return audio.source().flatMap(source -> address(source, MAX_ADDRESS / generation.takes().count()));
  }

  private static Optional<String> address(URI source, int maxLength) {
    String address = source.toASCIIString().replace("(", "%28").replace(")", "%29");
    boolean web = "https".equalsIgnoreCase(source.getScheme()) || "http".equalsIgnoreCase(source.getScheme());
    return web && source.getHost() != null && address.length() <= maxLength ? Optional.of(address) : Optional.empty();
  }
}
