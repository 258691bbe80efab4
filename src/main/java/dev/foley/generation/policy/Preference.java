package dev.foley.generation.policy;

import dev.foley.provider.ModelId;
import dev.foley.provider.SoundKind;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What the managers of a server can set. Its name stands in the store, so that it keeps its meaning for good. */
public enum Preference {
  MUSIC_MODEL, SOUND_MODEL, SPEECH_MODEL, LANGUAGE, VOICE_MESSAGES, CHANNELS, ROLES, BLOCKED_WORDS, MEMBER_DAILY,
  MEMBER_MONTHLY, SERVER_DAILY, SERVER_MONTHLY, CONFIRM_ABOVE, PENDING_PER_MEMBER, PENDING_PER_CHANNEL, COOLDOWN;

  /** The model that is taken for this kind of sound. */
  public static Preference model(SoundKind kind) {
    return switch (kind) {
      case MUSIC -> MUSIC_MODEL;
      case SOUND -> SOUND_MODEL;
      case SPEECH -> SPEECH_MODEL;
    };
  }

  /** Empty for a name that no setting has, or none has any more. */
  public static Optional<Preference> named(String name) {
    return Arrays.stream(values()).filter(preference -> preference.storedName().equals(name)).findFirst();
  }

  /** Such as {@code music-model}. */
  public String storedName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether a channel can differ from its server. */
  public boolean perChannel() {
    return switch (this) {
      case MUSIC_MODEL, SOUND_MODEL, SPEECH_MODEL, LANGUAGE, VOICE_MESSAGES -> true;
      case CHANNELS, ROLES, BLOCKED_WORDS, MEMBER_DAILY, MEMBER_MONTHLY, SERVER_DAILY, SERVER_MONTHLY, CONFIRM_ABOVE,
          PENDING_PER_MEMBER, PENDING_PER_CHANNEL, COOLDOWN ->
        false;
    };
  }

  /**
   * Makes a value of {@link PreferenceValue#text}.
   *
   * @throws IllegalArgumentException if this cannot be set to it; the message says why
   */
  public PreferenceValue read(String text) {
    return switch (this) {
      case MUSIC_MODEL, SOUND_MODEL, SPEECH_MODEL -> new PreferenceValue.Model(new ModelId(text));
      case LANGUAGE -> PreferenceValue.Language.read(text);
      case VOICE_MESSAGES -> PreferenceValue.Switch.read(text);
      case CHANNELS -> PreferenceValue.Channels.read(text);
      case ROLES -> new PreferenceValue.Roles(PreferenceValue.snowflakes(text));
      case BLOCKED_WORDS -> new PreferenceValue.Words(Arrays.asList(text.split("\n")));
      case MEMBER_DAILY, MEMBER_MONTHLY, SERVER_DAILY, SERVER_MONTHLY, CONFIRM_ABOVE ->
        new PreferenceValue.Credits(new BigDecimal(text));
      case PENDING_PER_MEMBER, PENDING_PER_CHANNEL -> new PreferenceValue.Count(Integer.parseInt(text));
      case COOLDOWN -> new PreferenceValue.Pause(Duration.ofSeconds(Long.parseLong(text)));
    };
  }
}
