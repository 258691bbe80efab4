package dev.foley.playground.services;

import dev.foley.audio.PcmClip;
import dev.foley.audio.PcmFormat;
import java.time.Duration;
import java.util.Optional;

/** What a result file lets one hear. Equal sounds have the same samples. */
public sealed interface Sound {
  /** How long it is, if that is known before it is rendered. */
  Optional<Duration> length();

  /** What the source draws by. */
  long seed();

  /** The same words with other chance. */
  Sound withSeed(long seed);

  /** May take seconds. */
  PcmClip render(SoundSource source);

  /** Music of a given length. */
  record Music(String prompt, Duration exactly, long seed) implements Sound {
    @Override
    public Optional<Duration> length() {
      return Optional.of(exactly);
    }

    @Override
    public Music withSeed(long other) {
      return new Music(prompt, exactly, other);
    }

    @Override
    public PcmClip render(SoundSource source) {
      return source.music(prompt, exactly, seed);
    }
  }

  /** A sound effect of a given length. */
  record Effect(String prompt, Duration exactly, boolean loop, long seed) implements Sound {
    @Override
    public Optional<Duration> length() {
      return Optional.of(exactly);
    }

    @Override
    public Effect withSeed(long other) {
      return new Effect(prompt, exactly, loop, other);
    }

    @Override
    public PcmClip render(SoundSource source) {
      return source.effect(prompt, exactly, loop, seed);
    }
  }

  /** Spoken words, as long as they need. */
  record Speech(String text, String voice, double speed, long seed) implements Sound {
    @Override
    public Optional<Duration> length() {
      return Optional.empty();
    }

    @Override
    public Speech withSeed(long other) {
      return new Speech(text, voice, speed, other);
    }

    @Override
    public PcmClip render(SoundSource source) {
      return source.speech(text, voice, speed, seed);
    }
  }

  /** Samples that are all zero. */
  record Silence(Duration exactly) implements Sound {
    @Override
    public long seed() {
      return 0;
    }

    @Override
    public Optional<Duration> length() {
      return Optional.of(exactly);
    }

    @Override
    public Silence withSeed(long other) {
      return this;
    }

    @Override
    public PcmClip render(SoundSource source) {
      return new PcmClip(PcmFormat.CD, new byte[(int) PcmFormat.CD.framesIn(exactly) * PcmFormat.CD.frameBytes()]);
    }
  }
}
