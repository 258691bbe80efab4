package dev.foley.discord.reply;

import dev.foley.audio.Transcoder;
import dev.foley.discord.interaction.PreferenceSource;
import dev.foley.discord.interaction.Sent;
import dev.foley.generation.Generation;
import dev.foley.generation.Origin;
import dev.foley.generation.StoreException;
import dev.foley.generation.Take;
import dev.foley.provider.SoundKind;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Speech as a voice message of Discord's, where a server's managers want that. It goes to the channel before the result is told, for a
 * voice message has neither card nor buttons; the card follows, without a file. A repeat after a crash in between finds the voice
 * message by the id in its file's name. If there cannot be one, the usual file is posted.
 */
final class VoiceMessages {
  private static final Logger log = LoggerFactory.getLogger(VoiceMessages.class);

  private final DiscordMessages messages;
  private final PreferenceSource preferences;

  VoiceMessages(DiscordMessages messages, PreferenceSource preferences) {
    this.messages = messages;
    this.preferences = preferences;
  }

  /** A voice message, with its shape as Discord draws it. */
  record Voice(Notice.Attachment file, Transcoder.Voice shape) {}

  /** @return empty if the sound is to be posted as a file; {@link Sent.Posted} if it stands in the channel; or why that is not known */
  Optional<Sent> post(Letter letter, Renderings renderings) {
    return letter.onlySound().filter(this::isWanted).flatMap(sound -> post(letter, sound, renderings));
  }

  private Optional<Sent> post(Letter letter, Take.Sound sound, Renderings renderings) {
    Origin origin = letter.origin();
    Optional<List<OwnMessage>> looked = messages.ownMessages(new Place.InChannel(origin.channel()),
        origin.interactionId());
    if (looked.isEmpty()) {
      return Optional.of(new Sent.NotNow(Optional.empty(), "could not look for an earlier voice message"));
    }
    Optional<OwnMessage> earlier = looked.get().stream().filter(message -> message.isVoiceOf(letter.request()))
        .findFirst();
    if (earlier.isPresent()) {
      return Optional.of(new Sent.Posted(earlier.get().id()));
    }
    return looked.get().stream().anyMatch(letter::isTrace)
        ? Optional.empty() // told already, with its file
        : speak(letter, sound, renderings);
  }

  private Optional<Sent> speak(Letter letter, Take.Sound sound, Renderings renderings) {
    Generation generation = sound.generation();
    Optional<Transcoder.Voice> voice = renderings.voice(generation, sound.audio());
    if (voice.isEmpty()) {
      return Optional.empty();
    }
    Transcoder.Made made = voice.get().made();
    var file = Attachments.named(generation, made.file(), made.container());
    Sent sent = messages.speak(letter.origin().channel(), new Voice(file, voice.get()), letter.request() + "-v");
    return switch (sent) {
      case Sent.Posted _, Sent.NotNow _ -> Optional.of(sent);
      case Sent.TooLarge _, Sent.Closed _ -> Optional.empty();
    };
  }

  /** Whether it is to be tried. */
  boolean isWanted(Take.Sound sound) {
    Origin origin = sound.generation().origin();
    return sound.generation().request().kind() == SoundKind.SPEECH && origin.guild().isPresent()
        && !origin.isPrivate() && areOn(origin);
  }

  private boolean areOn(Origin origin) {
    try {
      return preferences.of(origin).voiceMessages();
    } catch (StoreException e) {
      log.atWarn().setCause(e).log("It is not known whether speech is posted as a voice message here");
      return false;
    }
  }
}
