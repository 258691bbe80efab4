package dev.foley.playground.services;

import static dev.foley.playground.services.AimlApiFixture.LONG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.foley.audio.PcmClip;
import dev.foley.audio.PcmFormat;
import dev.foley.sketch.MusicSketch;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class RenderedClipsTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  /** Music that waits for a permission. */
  private static final class HeldMusic implements MusicSource {
    final CountDownLatch permission = new CountDownLatch(1);
    final TestTone tone = new TestTone();

    @Override
    public PcmClip render(String prompt, Duration length, long seed) {
      try {
        permission.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      return tone.render(prompt, length, seed);
    }
  }

  private static byte[] read(RenderedClips clips, RenderedClips.Clip clip) throws IOException {
    try (FileChannel samples = clips.open(clip)) {
      return Channels.newInputStream(samples).readAllBytes();
    }
  }

  @Test
  void aJobEndsInTimeThoughItsMusicIsNotRenderedYet() {
    HeldMusic music = new HeldMusic();
    try (AimlApiFixture service = new AimlApiFixture(settings -> new AimlApiSettings(settings.keys(), settings.times(),
        settings.limits(), settings.money(), settings.clock(), settings.random(), music))) {
      String id = service.submitted("x");
      service.clock.advance(LONG);
      assertThat(service.status(id)).isEqualTo("completed");
      var file = service.resultOf(id);
      CompletableFuture<HttpResponse<byte[]>> download = CompletableFuture.supplyAsync(() -> service.download(file));
      Awaitility.await().until(() -> service.api.observations().downloads() == 1);
      assertThat(download).isNotDone();
      music.permission.countDown();
      assertThat(download.join().body()).hasSize(5_292_078);
    }
  }

  @Test
  void aHundredJobsWithTheSameWordsShareClipsWhileRenderingIsBehind() {
    HeldMusic music = new HeldMusic();
    try (RenderedClips clips = new RenderedClips(music)) {
      List<RenderedClips.Clip> chosen = IntStream.range(0, 100).mapToObj(seed -> clips.reserve("x", SECOND, seed))
          .toList();
      assertThat(new HashSet<>(chosen)).hasSize(4);
      assertThat(chosen.getLast()).as("a repeat differs").isNotEqualTo(chosen.get(98));
      assertThat(clips.reserve("other words", SECOND, 1)).isEqualTo(new RenderedClips.Clip("other words", SECOND, 1));
      music.permission.countDown();
    }
  }

  @Test
  void jobsGetClipsOfTheirOwnWhileRenderingKeepsUp() throws IOException {
    try (RenderedClips clips = new RenderedClips(new TestTone())) {
      RenderedClips.Clip first = clips.reserve("x", SECOND, 1);
      byte[] samples = read(clips, first);
      RenderedClips.Clip second = clips.reserve("x", SECOND, 2);
      assertThat(second).isNotEqualTo(first);
      assertThat(read(clips, second)).isNotEqualTo(samples);
    }
  }

  @Test
  void theBuiltInSynthesiserIsAMusicSource() throws IOException {
    try (RenderedClips clips = new RenderedClips(new MusicSketch()::render)) {
      byte[] samples = read(clips, clips.reserve("calm piano", SECOND, 1));
      assertThat(samples).hasSize(176_400).isNotEqualTo(new byte[176_400]);
    }
  }

  @Test
  void aClipIsRenderedOnceForAllWhoWantIt() throws IOException {
    TestTone tone = new TestTone();
    try (RenderedClips clips = new RenderedClips(tone)) {
      RenderedClips.Clip clip = clips.reserve("x", SECOND, 1);
      assertThat(read(clips, clip)).isEqualTo(read(clips, clip));
      assertThat(tone.rendered).containsExactly(clip);
    }
  }

  @Test
  void aClipThatWasDroppedIsRenderedAgainToTheSameBytes() throws IOException {
    TestTone tone = new TestTone();
    Duration brief = Duration.ofMillis(10);
    try (RenderedClips clips = new RenderedClips(tone)) {
      RenderedClips.Clip first = clips.reserve("x", brief, 0);
      byte[] samples = read(clips, first);
      for (int seed = 1; seed <= 150; seed++) {
        read(clips, clips.reserve("x", brief, seed));
      }
      assertThat(read(clips, first)).isEqualTo(samples);
      assertThat(tone.rendered).filteredOn(first::equals).hasSize(2);
    }
  }

  @Test
  void aFailedRenderingIsReportedAndTriedAgain() throws IOException {
    AtomicInteger calls = new AtomicInteger();
    TestTone tone = new TestTone();
    try (RenderedClips clips = new RenderedClips((prompt, length, seed) -> {
      if (calls.getAndIncrement() == 0) {
        throw new IllegalStateException("out of tune");
      }
      return tone.render(prompt, length, seed);
    })) {
      RenderedClips.Clip clip = new RenderedClips.Clip("x", SECOND, 1);
      assertThatThrownBy(() -> read(clips, clip)).isInstanceOf(IOException.class).hasRootCauseMessage("out of tune");
      assertThat(read(clips, clip)).hasSize(176_400);
    }
  }

  /** Once, a clip that was finished during the close was left behind, and its directory with it. */
  @Test
  void closingLeavesNoFileEvenIfMusicIsBeingMade() throws InterruptedException {
    HeldMusic music = new HeldMusic();
    CompletableFuture<Thread> renderer = new CompletableFuture<>();
    RenderedClips clips = new RenderedClips((prompt, length, seed) -> {
      renderer.complete(Thread.currentThread());
      return music.render(prompt, length, seed); // returns when it is interrupted
    });
    RenderedClips.Clip begun = clips.reserve("x", SECOND, 1);
    RenderedClips.Clip waiting = clips.reserve("x", SECOND, 2);
    Thread thread = renderer.join();
    clips.close();
    thread.join();
    assertThat(clips.directory()).doesNotExist();
    assertThatThrownBy(() -> clips.open(begun).close()).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> clips.open(waiting).close()).isInstanceOf(IOException.class);
  }

  @Test
  void musicOfAnotherLengthOrFormatIsAnError() {
    PcmFormat mono = new PcmFormat(44_100, 1, 16, PcmFormat.Encoding.INTEGER);
    try (RenderedClips clips = new RenderedClips(
        (prompt, length, seed) -> new PcmClip(mono, new byte[(int) mono.framesIn(length) * 2]))) {
      assertThatThrownBy(() -> clips.open(new RenderedClips.Clip("x", SECOND, 1)).close())
          .isInstanceOf(IOException.class).hasRootCauseInstanceOf(IllegalStateException.class);
    }
  }
}
