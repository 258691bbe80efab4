package dev.foley.provider.elevenlabs;

import java.util.regex.Pattern;

/** Ids of voices stand in a path, and members may type them: {@code ..} would lead elsewhere. */
final class VoiceId {
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{1,100}");

  private VoiceId() {}

  static boolean isOne(String text) {
    return FORM.matcher(text).matches();
  }
}
