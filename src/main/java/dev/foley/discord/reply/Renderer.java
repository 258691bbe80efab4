package dev.foley.discord.reply;

import dev.foley.audio.AudioContainer;
import dev.foley.audio.RecentWaveforms;
import dev.foley.audio.Transcoder;
import dev.foley.audio.Waveform;
import dev.foley.audio.WaveformPicture;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Makes other forms of a sound, and its picture. Blocking, thread-safe. What cannot be made is empty. */
interface Renderer {
  /** @see Transcoder#lossless */
  Optional<Transcoder.Made> lossless(Path wav, String name) throws IOException;

  /** @see Transcoder#preview */
  Optional<Transcoder.Made> preview(Path source, AudioContainer container, long maxBytes, String name)
      throws IOException;

  /** @see Transcoder#voice */
  Optional<Transcoder.Voice> voice(Path source, AudioContainer container, String name) throws IOException;

  /** @see WaveformPicture#of */
  Optional<byte[]> picture(Path source, AudioContainer container) throws IOException;

  /** @param waveforms of sounds whose picture needs no reading */
  static Renderer by(Transcoder transcoder, RecentWaveforms waveforms) {
    return new Renderer() {
      @Override
      public Optional<Transcoder.Made> lossless(Path wav, String name) throws IOException {
        return transcoder.lossless(wav, name);
      }

      @Override
      public Optional<Transcoder.Made> preview(Path source, AudioContainer container, long maxBytes, String name)
          throws IOException {
        return transcoder.preview(source, container, maxBytes, name);
      }

      @Override
      public Optional<Transcoder.Voice> voice(Path source, AudioContainer container, String name) throws IOException {
        return transcoder.voice(source, container, name);
      }

      @Override
      public Optional<byte[]> picture(Path source, AudioContainer container) throws IOException {
        Optional<Waveform> known = waveforms.of(source);
        return known.isPresent() ? known.map(WaveformPicture::of) : WaveformPicture.of(source, container);
      }
    };
  }
}
