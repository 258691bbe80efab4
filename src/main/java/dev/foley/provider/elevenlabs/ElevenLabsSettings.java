package dev.foley.provider.elevenlabs;

import dev.foley.provider.SoundKind;
import dev.foley.secret.Secret;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How ElevenLabs is reached, and what no member chooses.
 *
 * @param baseUrl without {@code /v1}; a regional host, a proxy or the simulator work as well
 * @param callTimeout for one question, from dialling to the last byte
 * @param answerTimeout for one request for sound: the answer takes as long as making it
 */
public record ElevenLabsSettings(URI baseUrl, Secret key, Duration callTimeout, Duration answerTimeout, Formats formats,
    Speech speech) {
  public static final URI DEFAULT_URL = URI.create("https://api.elevenlabs.io");
  public static final Duration DEFAULT_CALL_TIMEOUT = Duration.ofSeconds(30);
  public static final Duration DEFAULT_ANSWER_TIMEOUT = Duration.ofMinutes(3);

  /**
   * In what the sound comes: values of the service's {@code output_format}. Those that are set by default work on every plan.
   *
   * @param speech {@code mp3_*}, {@code opus_*}, {@code wav_*}, or {@code pcm_*}, which becomes a WAV; with 44.1 kHz, the last two
   *     need the Pro plan
   * @param sound {@code mp3_*} or {@code opus_*}
   * @param music {@code mp3_*}, {@code opus_*} or {@code auto}
   */
  public record Formats(String speech, String sound, String music) {
    public static final String DEFAULT_SPEECH = "pcm_24000";
    public static final String DEFAULT_SOUND = "mp3_44100_128";
    public static final String DEFAULT_MUSIC = "mp3_44100_128";
    public static final Formats DEFAULT = new Formats(DEFAULT_SPEECH, DEFAULT_SOUND, DEFAULT_MUSIC);

    /** @throws IllegalArgumentException with a sentence's predicate, if one is none of the service's for its kind */
    public Formats {
      OutputFormat.of(SoundKind.SPEECH, speech);
      OutputFormat.of(SoundKind.SOUND, sound);
      OutputFormat.of(SoundKind.MUSIC, music);
    }

    OutputFormat of(SoundKind kind) {
      return OutputFormat.of(kind, switch (kind) {
        case SPEECH -> speech;
        case SOUND -> sound;
        case MUSIC -> music;
      });
    }
  }

  /**
   * What holds for all speech. What is empty is not sent, and the service does as it does by default.
   *
   * @param voice the id of the one who speaks where a member names nobody
   * @param textNormalization whether numbers and the like are written out first: {@code auto}, {@code on} or {@code off}
   * @param languageNormalization likewise in the language's own way; slow
   * @param speakerBoost whether a voice is kept closer to its original; slower
   * @param logging false keeps nothing of a request at the service, which is for enterprise plans
   * @param streamingLatency 0 to 4, faster and worse; out of use at the service
   * @param dictionaries pronunciation dictionaries, at most three, in the order in which they apply
   */
  public record Speech(String voice, Optional<String> textNormalization, Optional<Boolean> languageNormalization,
      Optional<Boolean> speakerBoost, Optional<Boolean> logging, OptionalInt streamingLatency,
      List<Dictionary> dictionaries) {
    /** George, who is in every account. */
    public static final String DEFAULT_VOICE = "JBFqnCBsd6RMkjVDRZzb";
    public static final Speech DEFAULT = new Speech(DEFAULT_VOICE, Optional.empty(), Optional.empty(), Optional.empty(),
        Optional.empty(), OptionalInt.empty(), List.of());
    private static final int MAX_DICTIONARIES = 3;

    /** @throws IllegalArgumentException with a sentence's predicate, if the service would refuse it */
    public Speech {
      dictionaries = List.copyOf(dictionaries);
      if (!VoiceId.isOne(voice)) {
        throw new IllegalArgumentException(
            voice + " is not a voice's id: letters and digits, as the service lists them");
      }
      if (textNormalization.isPresent() && !List.of("auto", "on", "off").contains(textNormalization.get())) {
        throw new IllegalArgumentException(textNormalization.get() + " is not one of auto, on, off");
      }
      if (streamingLatency.isPresent() && (streamingLatency.getAsInt() < 0 || streamingLatency.getAsInt() > 4)) {
        throw new IllegalArgumentException(streamingLatency.getAsInt() + " is not between 0 and 4");
      }
      if (dictionaries.size() > MAX_DICTIONARIES) {
        throw new IllegalArgumentException(dictionaries.size() + " pronunciation dictionaries are more than "
            + MAX_DICTIONARIES);
      }
    }
  }

  /**
   * A pronunciation dictionary of the account.
   *
   * @param version empty for the latest
   */
  public record Dictionary(String id, Optional<String> version) {
    public Dictionary {
      if (id.isBlank()) {
        throw new IllegalArgumentException("a pronunciation dictionary needs an id");
      }
    }

    /** Reads {@code id} or {@code id:version}. */
    public static Dictionary parse(String text) {
      int colon = text.indexOf(':');
      return colon < 0
          ? new Dictionary(text.strip(), Optional.empty())
          : new Dictionary(text.substring(0, colon).strip(),
              Optional.of(text.substring(colon + 1).strip()).filter(version -> !version.isEmpty()));
    }
  }

  /** All as it is where the host sets nothing but the key. */
  public static ElevenLabsSettings defaults(Secret key) {
    return new ElevenLabsSettings(DEFAULT_URL, key, DEFAULT_CALL_TIMEOUT, DEFAULT_ANSWER_TIMEOUT, Formats.DEFAULT,
        Speech.DEFAULT);
  }
}
