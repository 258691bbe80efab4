package dev.foley.ops;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.foley.generation.ChannelId;
import dev.foley.generation.Generation;
import dev.foley.generation.GenerationId;
import dev.foley.generation.GenerationState;
import dev.foley.generation.Origin;
import dev.foley.generation.Takes;
import dev.foley.generation.Timing;
import dev.foley.generation.UserId;
import dev.foley.provider.AudioRequest;
import dev.foley.provider.FailureReason;
import dev.foley.provider.ModelCatalogue;
import dev.foley.provider.ModelDeclaration;
import dev.foley.provider.ModelFile;
import dev.foley.provider.ModelId;
import dev.foley.provider.Progress;
import dev.foley.provider.ProviderJobId;
import dev.foley.provider.SoundKind;
import dev.foley.secret.Secret;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.LoggerFactory;

class StateLogTest {
  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
  private static final ModelId MODEL = new ModelId("stable-audio");

  private final StateLog stateLog = new StateLog(new ModelCatalogue(
      ModelFile.builtIn().stream().map(ModelDeclaration::model).toList(), List.of()));
  private final Logger logger = (Logger) LoggerFactory.getLogger(StateLog.class);
  private final ListAppender<ILoggingEvent> events = new ListAppender<>();

  @BeforeEach
  void listen() {
    events.start();
    logger.addAppender(events);
    logger.setLevel(Level.DEBUG);
    logger.setAdditive(false);
  }

  @AfterEach
  void stopListening() {
    logger.detachAppender(events);
    logger.setLevel(null);
    logger.setAdditive(true);
  }

  @Test
  void aChangeIsOneEventWithItsFacts() {
    stateLog.changed(in(MODEL, new GenerationState.Pending(new ProviderJobId("job"), NOW)));

    assertThat(only().getLevel()).isEqualTo(Level.INFO);
    assertThat(only().getMessage()).isEqualTo("Generation changed");
    assertThat(facts()).containsExactly("generationId=0ABCDEFGHJKMN", "state=Pending", "model=stable-audio",
        "failures=2", "provider=aimlapi");
  }

  @Test
  void aModelThatNobodyMakesAnyMoreHasNoProvider() {
    stateLog.changed(in(new ModelId("gone"), new GenerationState.Queued(NOW)));

    assertThat(facts()).containsExactly("generationId=0ABCDEFGHJKMN", "state=Queued", "model=gone", "failures=2");
  }

  @ParameterizedTest
  @EnumSource(FailureReason.class)
  void aFailureTellsItsReasonAndCallsAPersonOnlyWhereOneCanHelp(FailureReason reason) {
    Generation failing = in(MODEL, new GenerationState.Failing(reason, NOW));
    stateLog.changed(failing);
    stateLog.failed(failing, reason, "HTTP 418");

    assertThat(facts()).contains("state=Failing", "reason=" + reason, "detail=HTTP 418");
    assertThat(only().getLevel()).isEqualTo(switch (reason) {
      case KEY_REJECTED, OUT_OF_CREDITS, PLAN_INSUFFICIENT, RESULT_NOT_KEPT -> Level.ERROR;
      case REQUEST_REFUSED, CONTENT_REFUSED, LANGUAGE_REFUSED, VOICE_REFUSED, JOB_REFUSED, CANCELLED,
          CANCELLED_LATE, MODEL_UNAVAILABLE ->
        Level.INFO;
      default -> Level.WARN;
    });
  }

  @Test
  void thatTheMemberKnowsIsNoNewsOfAFailure() {
    Generation failed = in(MODEL, new GenerationState.Failed(FailureReason.KEY_REJECTED, NOW));
    stateLog.changed(failed);
    stateLog.failed(failed, FailureReason.KEY_REJECTED, "told");

    assertThat(only().getLevel()).isEqualTo(Level.INFO);
    assertThat(facts()).contains("state=Failed", "reason=KEY_REJECTED");
  }

  @Test
  void progressIsForThoseWhoLookClosely() {
    stateLog.progressed(in(MODEL, new GenerationState.Pending(new ProviderJobId("job"), NOW)), Progress.GENERATING);

    assertThat(only().getLevel()).isEqualTo(Level.DEBUG);
    assertThat(facts()).contains("progress=GENERATING");
  }

  @Test
  void aPlaceInTheServicesQueueIsTold() {
    stateLog.progressed(in(MODEL, new GenerationState.Pending(new ProviderJobId("job"), NOW)), Progress.queuedAt(3));

    assertThat(facts()).contains("progress=QUEUED", "place=3");
  }

  @Test
  void oneOfSeveralTakesNamesItsRequest() {
    Generation only = in(MODEL, new GenerationState.Queued(NOW));
    stateLog.changed(new Generation(only.id(), only.version(), only.origin(), only.request(),
        new Takes(new GenerationId("0ABCDEFGHJKMM"), 2, 3), Optional.empty(), NOW, 0, Optional.empty(), Timing.NONE,
        only.state()));

    assertThat(facts()).contains("generationId=0ABCDEFGHJKMN", "request=0ABCDEFGHJKMM", "take=2");
  }

  @Test
  void aRepeatedCallTellsWhy() {
    stateLog.retrying(in(MODEL, new GenerationState.Queued(NOW)), "503");

    assertThat(facts()).contains("detail=503", "failures=2");
  }

  @Test
  void neitherPromptNorInteractionTokenIsTold() {
    stateLog.changed(in(MODEL, new GenerationState.Queued(NOW)));

    assertThat(only().toString() + facts()).doesNotContain("lo-fi piano").doesNotContain("interaction-token");
  }

  private ILoggingEvent only() {
    assertThat(events.list).hasSize(1);
    return events.list.getFirst();
  }

  private List<String> facts() {
    return only().getKeyValuePairs().stream().map(pair -> pair.key + "=" + pair.value).toList();
  }

  private static Generation in(ModelId model, GenerationState state) {
    return new Generation(new GenerationId("0ABCDEFGHJKMN"), 3,
        new Origin(new ChannelId(1), new UserId(2), Optional.empty(), 3, Secret.of("interaction-token"), NOW, 10 << 20,
            Locale.ENGLISH, false),
        new AudioRequest(model, SoundKind.MUSIC, "lo-fi piano", Map.of()),
        Takes.single(new GenerationId("0ABCDEFGHJKMN")), Optional.empty(), NOW, 2, Optional.empty(), Timing.NONE,
        state);
  }
}
