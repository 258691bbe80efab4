package dev.foley.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.foley.audio.AudioContainer;
import dev.foley.audio.AudioContent;
import dev.foley.audio.AudioMeasurement;
import dev.foley.audio.PcmFormat;
import dev.foley.provider.AudioArtifact;
import dev.foley.provider.AudioRequest;
import dev.foley.provider.Cost;
import dev.foley.provider.CostUnit;
import dev.foley.provider.FailureReason;
import dev.foley.provider.ModelId;
import dev.foley.provider.Parameter;
import dev.foley.provider.ParameterValue;
import dev.foley.provider.ProviderJobId;
import dev.foley.provider.SoundKind;
import dev.foley.secret.Secret;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What every {@link GenerationStore} does, the fake included. */
public abstract class GenerationStoreContract {
  /** Millisecond precision: what stores keep, and Discord's snowflakes carry no more. */
  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00.123Z");
  private static final ChannelId CHANNEL = new ChannelId(1_100_000_000_000_000_001L);
  private static final GenerationId FIRST = new GenerationId("0PZA40G4JTX0A");
  private static final GenerationId SECOND = new GenerationId("0PZA40G4JTX0B");
  private static final GenerationId THIRD = new GenerationId("0PZA40G4JTX0C");
  private static final AudioArtifact WAV = new AudioArtifact(Path.of("/spool/0PZA40G4JTX0A.wav"), 2_116_844,
      new AudioContent.Wav(PcmFormat.CD, 529_200),
      Optional.of(URI.create("https://cdn.example/a%2Fb.wav?sig=x&y=%26")));

  private static final AudioMeasurement SILENCE = new AudioMeasurement(Double.NEGATIVE_INFINITY,
      Double.NEGATIVE_INFINITY, 0);

  /** An empty store, the same one throughout a test. */
  protected abstract GenerationStore store();

  static Stream<GenerationState> everyState() {
    return Stream.of(
        new GenerationState.Queued(NOW),
        new GenerationState.Submitting(NOW),
        new GenerationState.Pending(new ProviderJobId("a/b:c?d=ü"), NOW),
        new GenerationState.Completed(URI.create("https://cdn.example/a%2Fb.wav?Signature=x"), NOW),
        new GenerationState.Ready(WAV, NOW),
        new GenerationState.Ready(new AudioArtifact(Path.of("spool/x.mp3"), 1,
            new AudioContent.Compressed(AudioContainer.MP3, Optional.of(Duration.ofMillis(2_560))), Optional.empty()),
            NOW),
        new GenerationState.Ready(new AudioArtifact(Path.of("spool/x.ogg"), 1,
            new AudioContent.Compressed(AudioContainer.OGG, Optional.empty()), Optional.empty()), NOW),
        new GenerationState.Cancelling(new ProviderJobId("a"), NOW.minusSeconds(5), NOW),
        new GenerationState.Ready(measured(new AudioMeasurement(-0.1, -18.25, 3)), NOW),
        new GenerationState.Delivered(Long.MAX_VALUE, NOW),
        new GenerationState.Delivered(7, Optional.of(new ChannelId(Long.MAX_VALUE)), Optional.of(WAV), NOW),
        new GenerationState.Delivered(7, Optional.empty(), Optional.of(measured(SILENCE)), NOW),
        new GenerationState.Failing(FailureReason.OUT_OF_CREDITS, NOW),
        new GenerationState.Failed(FailureReason.RESULT_TRUNCATED, NOW));
  }

  @Test
  void whatWasInsertedIsFoundWhole() {
    Generation generation = queued(FIRST);
    store().insert(List.of(generation));
    assertThat(store().find(FIRST)).contains(generation);
  }

  @ParameterizedTest
  @EnumSource(Lineage.Kind.class)
  void whatItWasMadeOutOfIsKeptThroughEveryChange(Lineage.Kind kind) {
    Order order = new Order(origin(CHANNEL), request(), 1, Optional.of(new Lineage(THIRD, kind)));
    Generation generation = Generation.queued(FIRST, order, Takes.single(FIRST), NOW);
    store().insert(List.of(generation));
    assertThat(store().find(FIRST)).contains(generation);
    Generation next = generation.to(new GenerationState.Delivered(7, NOW));
    assertThat(store().replace(next)).isTrue();
    assertThat(store().find(FIRST)).contains(next);
  }

  @Test
  void whenTheServiceHadItIsKept() {
    store().insert(List.of(queued(FIRST)));
    Generation generation = queued(FIRST);
    for (GenerationState state : List.of(new GenerationState.Submitting(NOW),
        new GenerationState.Completed(URI.create("https://cdn.example/a.wav"), NOW.plusMillis(1)),
        new GenerationState.Ready(WAV, NOW.plusMillis(2)), new GenerationState.Delivered(7, NOW.plusMillis(3)))) {
      generation = generation.to(state);
      assertThat(store().replace(generation)).isTrue();
    }
    assertThat(store().find(FIRST)).contains(generation).get().extracting(Generation::timing)
        .isEqualTo(new Timing(Optional.of(NOW), Optional.of(NOW.plusMillis(1))));
  }

  @Test
  void everyFieldThatCanBeAbsentMayBeAbsent() {
    Origin directMessage = new Origin(CHANNEL, new UserId(2), Optional.empty(), 3, Secret.of("t"), NOW, 1, Locale.ROOT,
        false);
    Generation generation = Generation.queued(FIRST, directMessage,
        new AudioRequest(new ModelId("m"), SoundKind.MUSIC, "", Map.of()), Takes.single(FIRST), NOW);
    store().insert(List.of(generation));
    assertThat(store().find(FIRST)).contains(generation);
  }

  @Test
  void textIsKeptAsItWasTyped() {
    String awkward = "'; DROP TABLE generation; -- :name ? \\ \" \n\t\u202e\u0001 \ud83c\udfb9 é e\u0301 @everyone";
    Generation generation = Generation.queued(FIRST, origin(CHANNEL),
        new AudioRequest(new ModelId("google/lyria2"), SoundKind.MUSIC, awkward,
            Map.of(Parameter.START, ParameterValue.of(-1))),
        Takes.single(FIRST), NOW);
    store().insert(List.of(generation));
    assertThat(store().find(FIRST)).contains(generation);
  }

  @Test
  void timesAreKeptToTheMillisecondAtLeast() {
    Instant precise = NOW.plusNanos(999_999);
    store().insert(List.of(Generation.queued(FIRST, origin(CHANNEL), request(), Takes.single(FIRST), precise)));
    assertThat(store().find(FIRST)).get().extracting(found -> found.createdAt().truncatedTo(ChronoUnit.MILLIS))
        .isEqualTo(NOW);
  }

  @Test
  void anUnknownIdFindsNothing() {
    assertThat(store().find(FIRST)).isEmpty();
  }

  @Test
  void anIdIsTakenOnce() {
    Generation generation = queued(FIRST);
    store().insert(List.of(generation));
    assertThatThrownBy(() -> store().insert(List.of(queued(FIRST)))).isInstanceOf(StoreException.class);
    assertThat(store().find(FIRST)).contains(generation);
  }

  @ParameterizedTest
  @MethodSource("everyState")
  void everyStateReplacesTheOneBeforeAndIsFoundWhole(GenerationState state) {
    store().insert(List.of(queued(FIRST)));
    Generation next = queued(FIRST).to(state,
        Optional.of(new Cost(new BigDecimal("12345.670"), CostUnit.AIML_CREDITS)));
    assertThat(store().replace(next)).isTrue();
    assertThat(store().find(FIRST)).contains(next);
  }

  @Test
  void aStateLeavesNothingOfTheOneBefore() {
    store().insert(List.of(queued(FIRST)));
    Generation generation = queued(FIRST);
    for (GenerationState state : everyState().toList()) {
      generation = generation.to(state);
      assertThat(store().replace(generation)).isTrue();
      assertThat(store().find(FIRST)).contains(generation);
    }
  }

  @Test
  void failuresInARowAreKept() {
    store().insert(List.of(queued(FIRST)));
    Generation next = queued(FIRST).afterFailure(new GenerationState.Queued(NOW));
    assertThat(store().replace(next)).isTrue();
    assertThat(store().find(FIRST)).contains(next);
  }

  @Test
  void aVersionIsReplacedOnlyOnce() {
    store().insert(List.of(queued(FIRST)));
    Generation winner = queued(FIRST).to(new GenerationState.Submitting(NOW));
    Generation loser = queued(FIRST).to(new GenerationState.Failing(FailureReason.KEY_REJECTED, NOW));
    assertThat(store().replace(winner)).isTrue();
    assertThat(store().replace(loser)).isFalse();
    assertThat(store().replace(winner)).isFalse();
    assertThat(store().find(FIRST)).contains(winner);
  }

  @Test
  void aVersionIsNotSkipped() {
    store().insert(List.of(queued(FIRST)));
    Generation tooFar = queued(FIRST).recovered().recovered();
    assertThat(store().replace(tooFar)).isFalse();
    assertThat(store().find(FIRST)).contains(queued(FIRST));
  }

  @Test
  void theTakesOfARequestComeInTheirOrder() {
    List<Generation> takes = takes(THIRD, FIRST, SECOND);
    store().insert(takes);
    store().insert(List.of(queued(new GenerationId("0PZA40G4JTX0D"))));
    assertThat(store().takes(THIRD)).containsExactlyElementsOf(takes);
    assertThat(store().find(SECOND)).contains(takes.getLast());
  }

  @Test
  void aRequestOfOneTakeHasThatOne() {
    store().insert(List.of(queued(FIRST)));
    assertThat(store().takes(FIRST)).containsExactly(queued(FIRST));
  }

  @Test
  void takesAreAskedForByTheFirstOnesId() {
    store().insert(takes(FIRST, SECOND));
    assertThat(store().takes(SECOND)).isEmpty();
    assertThat(store().takes(THIRD)).isEmpty();
  }

  @Test
  void takesAreRecordedTogetherOrNotAtAll() {
    store().insert(List.of(queued(SECOND)));
    assertThatThrownBy(() -> store().insert(takes(FIRST, SECOND))).isInstanceOf(StoreException.class);
    assertThat(store().find(FIRST)).isEmpty();
  }

  @Test
  void whatWasNeverInsertedIsNotReplaced() {
    assertThat(store().replace(queued(FIRST).recovered())).isFalse();
    assertThat(store().find(FIRST)).isEmpty();
  }

  @Test
  void ofManyThatReplaceOneVersionOneWins() throws Exception {
    store().insert(List.of(queued(FIRST)));
    int rivals = 8;
    CyclicBarrier together = new CyclicBarrier(rivals);
    List<Callable<Boolean>> attempts = new ArrayList<>();
    for (int rival = 1; rival <= rivals; rival++) {
      Generation next = queued(FIRST).to(new GenerationState.Delivered(rival, NOW));
      attempts.add(() -> {
        together.await();
        return store().replace(next);
      });
    }
    int won = 0;
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Boolean> attempt : threads.invokeAll(attempts)) {
        won += attempt.get() ? 1 : 0;
      }
    }
    assertThat(won).isEqualTo(1);
  }

  @Test
  void aChannelsUnfinishedGenerationsComeOldestFirst() {
    store().insert(List.of(queued(THIRD)));
    store().insert(List.of(queued(FIRST)));
    store().insert(List.of(queued(SECOND)));
    assertThat(store().unfinished(CHANNEL)).containsExactly(queued(FIRST), queued(SECOND), queued(THIRD));
  }

  @Test
  void otherChannelsAreLeftOut() {
    store().insert(List.of(Generation.queued(FIRST, origin(new ChannelId(5)), request(), Takes.single(FIRST), NOW)));
    assertThat(store().unfinished(CHANNEL)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("everyState")
  void whatIsFinalIsNotUnfinished(GenerationState state) {
    store().insert(List.of(queued(FIRST)));
    Generation next = queued(FIRST).to(state);
    store().replace(next);
    if (state.isFinal()) {
      assertThat(store().unfinished(CHANNEL)).isEmpty();
    } else {
      assertThat(store().unfinished(CHANNEL)).containsExactly(next);
    }
  }

  private static Generation queued(GenerationId id) {
    return Generation.queued(id, origin(CHANNEL), request(), Takes.single(id), NOW);
  }

  private static List<Generation> takes(GenerationId... ids) {
    List<Generation> takes = new ArrayList<>();
    for (GenerationId id : ids) {
      takes
          .add(Generation.queued(id, origin(CHANNEL), request(), new Takes(ids[0], takes.size() + 1, ids.length), NOW));
    }
    return takes;
  }

  private static AudioArtifact measured(AudioMeasurement measurement) {
    return new AudioArtifact(WAV.file(), WAV.sizeBytes(), WAV.content(), Optional.of(measurement), Optional.empty());
  }

  private static AudioRequest request() {
    return new AudioRequest(new ModelId("stable-audio"), SoundKind.MUSIC, "warm lo-fi piano",
        Map.of(Parameter.SECONDS, ParameterValue.of(12), Parameter.STEPS, ParameterValue.of(100)));
  }

  private static Origin origin(ChannelId channel) {
    return new Origin(channel, new UserId(1_100_000_000_000_000_002L), Optional.of(new GuildId(Long.MIN_VALUE)),
        1_100_000_000_000_000_003L, Secret.of("interaction-token"), NOW, 10_485_760, Locale.forLanguageTag("es-419"),
        true);
  }
}
