package dev.foley.discord.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foley.discord.Samples;
import dev.foley.generation.FakeClock;
import dev.foley.provider.AudioModel;
import dev.foley.provider.NeverAsked;
import dev.foley.provider.ProviderException;
import dev.foley.provider.ProviderName;
import dev.foley.provider.Voice;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

class VoiceDirectoryTest {
  private static final Voice GEORGE = new Voice("v1", "George", "");
  private static final Voice ADA = new Voice("v2", "Ada", "");

  private final FakeClock clock = new FakeClock(Samples.ASKED);
  private final Deque<Runnable> work = new ArrayDeque<>();
  private final VoiceDirectory directory = new VoiceDirectory(work::add, clock);
  private final Service service = new Service();

  @Test
  void whoAsksFirstIsAnsweredWhenTheServiceHasAnswered() {
    CompletableFuture<List<Voice>> first = directory.of(service);
    CompletableFuture<List<Voice>> second = directory.of(service);
    assertThat(first).isNotDone();
    assertThat(work).hasSize(1);

    work.remove().run();
    assertThat(first).isCompletedWithValue(List.of(GEORGE));
    assertThat(second).isCompletedWithValue(List.of(GEORGE));
    assertThat(directory.of(service)).isCompletedWithValue(List.of(GEORGE));
    assertThat(work).isEmpty();
  }

  @Test
  void anOldListIsAnsweredWithWhileANewOneIsOnItsWay() {
    know();
    service.voices = List.of(GEORGE, ADA);
    clock.advance(Duration.ofMinutes(11));

    assertThat(directory.of(service)).isCompletedWithValue(List.of(GEORGE));
    assertThat(directory.of(service)).isCompletedWithValue(List.of(GEORGE));
    assertThat(work).hasSize(1);
    work.remove().run();
    assertThat(directory.of(service)).isCompletedWithValue(List.of(GEORGE, ADA));
  }

  @Test
  void anOldListStaysWhereNoNewOneComes() {
    know();
    service.broken = true;
    clock.advance(Duration.ofMinutes(11));
    CompletableFuture<List<Voice>> _ = directory.of(service);
    work.remove().run();

    assertThat(directory.of(service)).isCompletedWithValue(List.of(GEORGE));
  }

  @Test
  void aServiceThatDidNotAnswerIsAskedAgainAfterAWhile() {
    service.broken = true;
    CompletableFuture<List<Voice>> failed = directory.of(service);
    work.remove().run();
    assertThat(failed).isCompletedWithValue(List.of());
    assertThat(directory.of(service)).isCompletedWithValue(List.of());
    assertThat(work).isEmpty();

    service.broken = false;
    clock.advance(Duration.ofSeconds(30));
    CompletableFuture<List<Voice>> again = directory.of(service);
    work.remove().run();
    assertThat(again).isCompletedWithValue(List.of(GEORGE));
  }

  @Test
  void withoutRoomForTheWorkThereIsNoList() {
    VoiceDirectory busy = new VoiceDirectory(_ -> {
      throw new RejectedExecutionException("no permit");
    }, clock);
    assertThat(busy.of(service)).isCompletedWithValue(List.of());
  }

  /** One caller's patience is no other's. */
  @Test
  void aCallerThatGivesUpDoesNotAnswerForTheOthers() {
    CompletableFuture<List<Voice>> impatient = directory.of(service);
    CompletableFuture<List<Voice>> patient = directory.of(service);
    impatient.complete(List.of());
    assertThat(patient).isNotDone();
    work.remove().run();
    assertThat(patient).isCompletedWithValue(List.of(GEORGE));
  }

  private void know() {
    CompletableFuture<List<Voice>> _ = directory.of(service);
    work.remove().run();
  }

  private static final class Service implements NeverAsked {
    private List<Voice> voices = List.of(GEORGE);
    private boolean broken;

    @Override
    public ProviderName name() {
      return new ProviderName("elevenlabs");
    }

    @Override
    public List<AudioModel> models() {
      return List.of();
    }

    @Override
    public List<Voice> voices() throws ProviderException {
      if (broken) {
        throw new ProviderException(ProviderException.Kind.UNAVAILABLE, "503");
      }
      return voices;
    }
  }
}
