package dev.foley.discord.reply;

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

  /** The sound as a file, so that Discord shows its player. */
  record File(Generation generation, AudioArtifact audio) implements Part {}

  /**
   * A link to the sound, where it is too large for a file.
   *
   * @param address of the web, in ASCII
   */
  record Link(Generation generation, AudioArtifact audio, String address) implements Part {
    /** Leaves the address out, which may be signed. */
    @Override
    public String toString() {
      return "Link[" + generation.id() + "]";
    }
  }

  /** The sound is too large for a file, and has no address that could be posted. */
  record TooLarge(Generation generation, AudioArtifact audio) implements Part {}

  record Missing(Generation generation, FailureReason reason) implements Part {}

  /** As a file, if it is not above the limit of the interaction; else as {@link #linked}. */
  static Part attached(Take take) {
    return take instanceof Take.Sound(Generation generation, AudioArtifact audio)
        && audio.sizeBytes() <= generation.origin().attachmentLimitBytes()
            ? new File(generation, audio)
            : linked(take);
  }

  static Part linked(Take take) {
    return switch (take) {
      case Take.Sound(Generation generation, AudioArtifact audio) ->
        audio.source().flatMap(source -> address(source, MAX_ADDRESS / generation.takes().count()))
            .<Part>map(address -> new Link(generation, audio, address))
            .orElseGet(() -> new TooLarge(generation, audio));
      case Take.Missing(Generation generation, FailureReason reason) -> new Missing(generation, reason);
    };
  }

  /** Whether the member gets to hear it. */
  default boolean isSound() {
    return switch (this) {
      case File _, Link _ -> true;
      case TooLarge _, Missing _ -> false;
    };
  }

  private static Optional<String> address(URI source, int maxLength) {
    String address = source.toASCIIString().replace("(", "%28").replace(")", "%29");
    boolean web = "https".equalsIgnoreCase(source.getScheme()) || "http".equalsIgnoreCase(source.getScheme());
    return web && source.getHost() != null && address.length() <= maxLength ? Optional.of(address) : Optional.empty();
  }
}
