package dev.foley.discord.look;

import dev.foley.generation.ChannelId;
import dev.foley.generation.Generation;
import dev.foley.generation.GenerationState;
import dev.foley.generation.GuildId;
import java.net.URI;
import java.util.Optional;

/** Addresses that members can open. Pure. */
final class MessageLinks {
  /** Of a button. */
  static final int MAX_BUTTON_URL = 512;

  private static final String CHANNELS = "https://discord.com/channels/";

  private MessageLinks() {}

  /** Where the sound was delivered; empty if it was not, or in a message that only its member saw and that is gone since. */
  static Optional<String> of(Generation generation) {
    if (!(generation.state() instanceof GenerationState.Delivered(long messageId, var direct, _, _))
        || (direct.isEmpty() && generation.origin().isPrivate())) {
      return Optional.empty();
    }
    ChannelId channel = direct.orElse(generation.origin().channel());
    String guild = direct.isPresent() ? "@me" : generation.origin().guild().map(GuildId::toString).orElse("@me");
    return Optional.of(CHANNELS + guild + "/" + channel + "/" + Long.toUnsignedString(messageId));
  }

  /** An address of the web in a form that can stand in Markdown's parentheses; empty for any other one. */
  static Optional<String> web(URI address, int maxLength) {
    String text = address.toASCIIString().replace("(", "%28").replace(")", "%29");
    boolean isWeb = "https".equalsIgnoreCase(address.getScheme()) || "http".equalsIgnoreCase(address.getScheme());
    return isWeb && address.getHost() != null && text.length() <= maxLength ? Optional.of(text) : Optional.empty();
  }
}
