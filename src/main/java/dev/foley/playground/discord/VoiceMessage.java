package dev.foley.playground.discord;

import java.util.Base64;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * The rules of voice messages: one sound with its length and its waveform, nothing beside it, and never a change.
 *
 * @see <a href="https://docs.discord.com/developers/resources/message#voice-messages">Voice messages</a>
 */
final class VoiceMessage {
  /** Base64 of at most 256 levels fits well. */
  private static final int MAX_WAVEFORM = 400;
  private static final int MAX_LEVELS = 256;

  /** A file of the message to be, with what the request says of it. */
  record Sound(String contentType, StoredFile.@Nullable Voice voice) {}

  private VoiceMessage() {}

  /** @return null where the file is not described as spoken */
  static StoredFile.@Nullable Voice voice(Form attachment) {
    OptionalDouble seconds = attachment.decimal("duration_secs", 0);
    String waveform = attachment.string("waveform", 0, MAX_WAVEFORM);
    if (!waveform.isEmpty() && !isWaveform(waveform)) {
      attachment.error("waveform", "BASE64_TYPE_INVALID", "Must be base64 of at most " + MAX_LEVELS + " bytes.");
    }
    return seconds.isEmpty() || waveform.isEmpty() ? null : new StoredFile.Voice(seconds.getAsDouble(), waveform);
  }

  /** @throws ApiError 50159, 50160 or 50161 */
  static void check(boolean nothingElse, List<Sound> files) {
    if (!nothingElse) {
      throw ApiError.moreThanVoice();
    }
    if (files.size() != 1 || !files.getFirst().contentType().startsWith("audio/")) {
      throw ApiError.notOneVoice();
    }
    if (files.getFirst().voice() == null) {
      throw ApiError.voiceWithoutMetadata();
    }
  }

  /** @throws ApiError 50162 if it is a voice message */
  static void checkEditable(Message.Draft draft) {
    if ((draft.flags() & Message.FLAG_VOICE_MESSAGE) != 0) {
      throw ApiError.voiceIsFinal();
    }
  }

  private static boolean isWaveform(String base64) {
    try {
      return Base64.getDecoder().decode(base64).length <= MAX_LEVELS;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
