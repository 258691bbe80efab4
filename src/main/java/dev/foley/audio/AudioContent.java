package dev.foley.audio;

import java.time.Duration;
import java.util.Optional;

/** What is known of an audio file after a look at its bytes. */
public sealed interface AudioContent {
  AudioContainer container();

  /**
   * A WAV whose chunks were walked and whose samples were read to the end.
   *
   * @param frames samples per channel that are really in the file
   */
  record Wav(PcmFormat format, long frames) implements AudioContent {
    public Wav {
      if (frames < 1) {
        throw new IllegalArgumentException("a WAV needs at least one frame, not " + frames);
      }
    }

    @Override
    public AudioContainer container() {
      return AudioContainer.WAV;
    }

    public Duration duration() {
      return format.durationOf(frames);
    }
  }

  /**
   * A compressed file, recognised by its first bytes.
   *
   * @param duration how long it plays, where that could be found out
   */
  record Compressed(AudioContainer container, Optional<Duration> duration) implements AudioContent {
    public Compressed {
      if (container == AudioContainer.WAV) {
        throw new IllegalArgumentException("a WAV is not compressed");
      }
    }
  }
}
