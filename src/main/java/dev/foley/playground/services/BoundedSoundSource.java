package dev.foley.playground.services;

import dev.foley.audio.PcmClip;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/** A source that all services share and that renders so many sounds at once; the others wait in turn. Thread-safe. */
public final class BoundedSoundSource implements SoundSource {
  private final SoundSource source;
  private final Semaphore renders;

  /** @param atOnce how many sounds are rendered at the same time */
  public BoundedSoundSource(SoundSource source, int atOnce) {
    this.source = source;
    this.renders = new Semaphore(atOnce, true);
  }

  @Override
  public PcmClip music(String prompt, Duration length, long seed) {
    return inTurn(() -> source.music(prompt, length, seed));
  }

  @Override
  public PcmClip effect(String prompt, Duration length, boolean loop, long seed) {
    return inTurn(() -> source.effect(prompt, length, loop, seed));
  }

  @Override
  public PcmClip speech(String text, String voice, double speed, long seed) {
    return inTurn(() -> source.speech(text, voice, speed, seed));
  }

  private PcmClip inTurn(Supplier<PcmClip> render) {
    try {
      renders.acquire();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting to render", e);
    }
    try {
      return render.get();
    } finally {
      renders.release();
    }
  }
}
