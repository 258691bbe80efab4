package dev.foley.playground.services;

import static java.util.concurrent.CompletableFuture.supplyAsync;
import static org.assertj.core.api.Assertions.assertThat;

import dev.foley.audio.PcmClip;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class BoundedSoundSourceTest {
  private static final Duration BRIEF = Duration.ofMillis(100);

  @Test
  void soundsOfAllKindsWaitForEachOther() {
    AtomicInteger running = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    TestTone counting = new TestTone() {
      @Override
      public PcmClip music(String prompt, Duration length, long seed) {
        most.accumulateAndGet(running.incrementAndGet(), Math::max);
        PcmClip clip = super.music(prompt, length, seed);
        running.decrementAndGet();
        return clip;
      }

      @Override
      public PcmClip effect(String prompt, Duration length, boolean loop, long seed) {
        return music(prompt, length, seed);
      }

      @Override
      public PcmClip speech(String text, String voice, double speed, long seed) {
        return music(text, BRIEF, seed);
      }
    };
    BoundedSoundSource bounded = new BoundedSoundSource(counting, 1);
    try (var threads = Executors.newFixedThreadPool(6)) {
      for (int round = 0; round < 20; round++) {
        List<CompletableFuture<PcmClip>> clips = List.of(
            supplyAsync(() -> bounded.music("x", BRIEF, 1), threads),
            supplyAsync(() -> bounded.effect("x", BRIEF, false, 1), threads),
            supplyAsync(() -> bounded.speech("x", "anna", 1, 1), threads));
        assertThat(clips).allSatisfy(clip -> assertThat(clip.join().duration()).isEqualTo(BRIEF));
      }
    }
    assertThat(most).hasValue(1);
  }
}
