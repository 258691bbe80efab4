package dev.foley.playground.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.foley.audio.PcmClip;
import dev.foley.audio.PcmFormat;
import dev.foley.playground.services.RenderedClips.Clip;
import io.javalin.http.ServiceUnavailableResponse;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RenderedClipsTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private static Sound music(String prompt, long seed) {
    return new Sound.Music(prompt, SECOND, seed);
  }

  private static Clip reserve(RenderedClips clips, String prompt, long seed) {
    return clips.reserve(music(prompt, seed), AudioCoding.CD_WAV);
  }

  private static byte[] read(RenderedClips clips, Clip clip) throws IOException {
    try (FileChannel samples = clips.open(clip)) {
      return Channels.newInputStream(samples).readAllBytes();
    }
  }

  @Test
  void aHundredJobsWithTheSameWordsShareClipsWhileRenderingIsBehind() {
    HeldMusic held = new HeldMusic();
    try (RenderedClips clips = new RenderedClips(held)) {
      List<Clip> chosen = IntStream.range(0, 100).mapToObj(seed -> reserve(clips, "x", seed)).toList();
      assertThat(new HashSet<>(chosen)).hasSize(4);
      assertThat(chosen.getLast()).as("a repeat differs").isNotEqualTo(chosen.get(98));
      assertThat(reserve(clips, "other words", 1).sound()).isEqualTo(music("other words", 1));
      assertThat(clips.reserveExactly(music("x", 99), AudioCoding.CD_WAV).sound()).isEqualTo(music("x", 99));
      held.permit();
    }
  }

  @Test
  void jobsGetClipsOfTheirOwnWhileRenderingKeepsUp() throws IOException {
    try (RenderedClips clips = new RenderedClips(new TestTone())) {
      Clip first = reserve(clips, "x", 1);
      byte[] samples = read(clips, first);
      Clip second = reserve(clips, "x", 2);
      assertThat(second).isNotEqualTo(first);
      assertThat(read(clips, second)).isNotEqualTo(samples);
    }
  }

  @Test
  void effectsAndSpeechAreRenderedLikeMusic() throws IOException {
    TestTone tone = new TestTone();
    try (RenderedClips clips = new RenderedClips(tone)) {
      Sound effect = new Sound.Effect("door", SECOND, true, 1);
      Sound speech = new Sound.Speech("ten letters", "anna", 1.1, 1);
      assertThat(read(clips, clips.reserve(effect, AudioCoding.CD_WAV))).hasSize(176_400);
      Clip spoken = clips.reserve(speech, AudioCoding.CD_WAV);
      assertThat(spoken.knownBytes()).isEmpty();
      assertThat(read(clips, spoken)).hasSize(88_200);
      assertThat(tone.rendered()).containsExactly(effect, speech);
    }
  }

  @Test
  void samplesComeInTheRateAndChannelsAskedForAndTheirSizeIsKnownBefore() throws IOException {
    try (RenderedClips clips = new RenderedClips(new TestTone())) {
      Clip wide = clips.reserve(music("x", 1), AudioCoding.wav(48_000, 2));
      assertThat(wide.knownBytes()).isEqualTo(OptionalLong.of(192_000));
      assertThat(read(clips, wide)).hasSize(192_000);
      Clip narrow = clips.reserve(music("x", 1), AudioCoding.pcm(16_000, 1));
      assertThat(narrow.knownBytes()).isEqualTo(OptionalLong.of(32_000));
      assertThat(read(clips, narrow)).hasSize(32_000);
    }
  }

  @Test
  void aClipIsRenderedOnceForAllWhoWantIt() throws IOException {
    TestTone tone = new TestTone();
    try (RenderedClips clips = new RenderedClips(tone)) {
      Clip clip = reserve(clips, "x", 1);
      assertThat(read(clips, clip)).isEqualTo(read(clips, clip));
      assertThat(tone.rendered()).containsExactly(clip.sound());
    }
  }

  @Test
  void aClipThatWasDroppedIsRenderedAgainToTheSameBytes() throws IOException {
    TestTone tone = new TestTone();
    Duration brief = Duration.ofMillis(10);
    try (RenderedClips clips = new RenderedClips(tone)) {
      Clip first = clips.reserve(new Sound.Music("x", brief, 0), AudioCoding.CD_WAV);
      byte[] samples = read(clips, first);
      for (int seed = 1; seed <= 150; seed++) {
        read(clips, clips.reserve(new Sound.Music("x", brief, seed), AudioCoding.CD_WAV));
      }
      assertThat(read(clips, first)).isEqualTo(samples);
      assertThat(tone.rendered()).filteredOn(first.sound()::equals).hasSize(2);
    }
  }

  @Test
  void aFailedRenderingIsReportedAndTriedAgain() throws IOException {
    AtomicInteger calls = new AtomicInteger();
    TestTone outOfTune = new TestTone() {
      @Override
      public PcmClip music(String prompt, Duration length, long seed) {
        if (calls.getAndIncrement() == 0) {
          throw new IllegalStateException("out of tune");
        }
        return super.music(prompt, length, seed);
      }
    };
    try (RenderedClips clips = new RenderedClips(outOfTune)) {
      Clip clip = new Clip(music("x", 1), AudioCoding.CD_WAV);
      assertThatThrownBy(() -> read(clips, clip)).isInstanceOf(IOException.class).hasRootCauseMessage("out of tune");
      assertThat(read(clips, clip)).hasSize(176_400);
    }
  }

  /** Once, a clip that was finished during the close was left behind, and its directory with it. */
  @Test
  void closingLeavesNoFileEvenIfMusicIsBeingMade() throws InterruptedException {
    HeldMusic held = new HeldMusic();
    CompletableFuture<Thread> renderer = new CompletableFuture<>();
    RenderedClips clips = new RenderedClips(new TestTone() {
      @Override
      public PcmClip music(String prompt, Duration length, long seed) {
        renderer.complete(Thread.currentThread());
        return held.music(prompt, length, seed); // returns when it is interrupted
      }
    });
    Clip begun = reserve(clips, "x", 1);
    Clip waiting = reserve(clips, "x", 2);
    Thread thread = renderer.join();
    clips.close();
    thread.join();
    assertThat(clips.directory()).doesNotExist();
    assertThatThrownBy(() -> clips.open(begun).close()).isInstanceOf(ServiceUnavailableResponse.class);
    assertThatThrownBy(() -> clips.open(waiting).close()).isInstanceOf(ServiceUnavailableResponse.class);
  }

  @Test
  void musicOfAnotherLengthOrFormatIsAnError() {
    PcmFormat mono = new PcmFormat(44_100, 1, 16, PcmFormat.Encoding.INTEGER);
    try (RenderedClips clips = new RenderedClips(new TestTone() {
      @Override
      public PcmClip music(String prompt, Duration length, long seed) {
        return new PcmClip(mono, new byte[(int) mono.framesIn(length) * 2]);
      }
    })) {
      assertThatThrownBy(() -> clips.open(new Clip(music("x", 1), AudioCoding.CD_WAV)).close())
          .isInstanceOf(IOException.class).hasRootCauseInstanceOf(IllegalStateException.class);
    }
  }
}
