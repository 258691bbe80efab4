package dev.foley.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.testhelper.ManualScheduler;
import com.github.kagkarlsson.scheduler.testhelper.SettableClock;
import com.github.kagkarlsson.scheduler.testhelper.TestHelper;
import dev.foley.generation.ChannelId;
import dev.foley.generation.Gate;
import dev.foley.generation.Generation;
import dev.foley.generation.GenerationId;
import dev.foley.generation.GenerationListener;
import dev.foley.generation.GenerationSettings;
import dev.foley.generation.GenerationState;
import dev.foley.generation.GenerationStep;
import dev.foley.generation.LedgerEntry;
import dev.foley.generation.Next;
import dev.foley.generation.Payer;
import dev.foley.generation.PendingGenerations;
import dev.foley.generation.RecordingDelivery;
import dev.foley.provider.AudioModel;
import dev.foley.provider.Cost;
import dev.foley.provider.CostUnit;
import dev.foley.provider.FakeFetcher;
import dev.foley.provider.FakeProvider;
import dev.foley.provider.ModelCatalogue;
import dev.foley.provider.ModelId;
import dev.foley.provider.PollOutcome;
import dev.foley.provider.Progress;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Holds {@link SqlGenerationStore}'s javadoc to what it says one generation costs. */
class StatementCountTest {
  @TempDir
  Path directory;

  private final SettableClock clock = new SettableClock();
  private final List<String> statements = new ArrayList<>();
  private Database database;
  private SqlGenerationStore store;

  @BeforeEach
  void open() {
    database = Database.open("jdbc:sqlite:" + directory.resolve("foley.db"), Duration.ofSeconds(1),
        source -> Watched.source(source, statements::add, () -> {}));
    store = new SqlGenerationStore(database);
    statements.clear(); // what a start asks is asked once
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void recordingAGenerationWithItsTimerTakesTwoStatements() {
    store.insert(List.of(generation()));
    assertThat(verbs()).containsExactly("insert", "insert");
  }

  @Test
  void aWakingThatChangesTheStateTakesTwoStatements() {
    store.insert(List.of(generation()));
    ManualScheduler scheduler = scheduler(new Next.WakeAt(clock.now().plusSeconds(1)));
    statements.clear();
    scheduler.runAnyDueExecutions();
    assertThat(verbs()).containsExactly("update", "update", "update");
    assertThat(statements.getFirst()).as("the claim, shared by all that is due").contains("execution_time <= ?");
  }

  @Test
  void aRowThatAnotherProcessWroteTakesOneMore() {
    store.insert(List.of(generation()));
    store = new SqlGenerationStore(database);
    ManualScheduler scheduler = scheduler(new Next.WakeAt(clock.now().plusSeconds(1)));
    statements.clear();
    scheduler.runAnyDueExecutions();
    assertThat(verbs()).containsExactly("update", "select", "update", "update");
  }

  @Test
  void theLastWakingTakesTwoStatementsToo() {
    store.insert(List.of(generation()));
    ManualScheduler scheduler = scheduler(new Next.Finished());
    statements.clear();
    scheduler.runAnyDueExecutions();
    assertThat(verbs()).containsExactly("update", "update", "delete");
  }

  @Test
  void aChangeThatCostsMoneyTakesOneStatementMore() {
    Generation queued = generation();
    store.insert(List.of(queued));
    statements.clear();
    store.replace(Samples.next(queued, new GenerationState.Submitting(clock.now())), List.of(reserved(queued)));
    assertThat(verbs()).containsExactly("update", "insert");
  }

  @Test
  void aWholeGenerationTakesTwentySixStatements() {
    Generation queued = generation();
    store.insert(List.of(queued), List.of(reserved(queued)), Gate.OPEN);
    FakeProvider provider = new FakeProvider(List.of(model()));
    for (int poll = 0; poll < 11; poll++) {
      provider.onPoll(new PollOutcome.Running(Progress.GENERATING));
    }
    provider.onPoll(new PollOutcome.Finished(FakeProvider.RESULT, Optional.of(new Cost(BigDecimal.ONE, CostUnit.USD))));
    FakeFetcher files = new FakeFetcher();
    GenerationStep step = new GenerationStep(store, () -> {}, new PendingGenerations(store, () -> 0),
        new ModelCatalogue(List.of(), List.of(provider)), files, files, new RecordingDelivery(),
        GenerationListener.of(List.of()), GenerationSettings.DEFAULT, clock::now, new Random(1));
    ManualScheduler scheduler = scheduler(step::advance);

    for (int second = 0; second < 120; second++) {
      scheduler.runAnyDueExecutions();
      clock.set(clock.now().plusSeconds(1));
    }

    assertThat(store.find(Samples.id(1)).orElseThrow().state()).isInstanceOf(GenerationState.Delivered.class);
    assertThat(provider.polls()).hasSize(12);
    assertThat(statements.stream().filter(sql -> !sql.contains("execution_time <= ?")).count() - 1)
        .as("but for the look for due timers, and this test's own one").isEqualTo(26);
  }

  private ManualScheduler scheduler(Next next) {
    return scheduler(id -> {
      Generation found = store.find(id).orElseThrow();
      store.replace(Samples.next(found, new GenerationState.Submitting(clock.now())));
      return next;
    });
  }

  private ManualScheduler scheduler(Function<GenerationId, Next> step) {
    GenerationTask task = new GenerationTask(step, database.writes(), new DeadClaims("test"), clock::now);
    TestHelper.ManualSchedulerBuilder builder = TestHelper.createManualScheduler(database.dataSource(), task.task())
        .clock(clock);
    builder.jdbcCustomization(database.scheduling()).pollUsingLockAndFetch(0.5, 1);
    return builder.build();
  }

  private List<String> verbs() {
    return statements.stream().map(sql -> sql.strip().split("\\s", 2)[0].toLowerCase(Locale.ROOT)).toList();
  }

  private LedgerEntry reserved(Generation queued) {
    return new LedgerEntry(queued.id(), queued.id(), LedgerEntry.Kind.RESERVED, new Cost(BigDecimal.ONE, CostUnit.USD),
        false, FakeProvider.NAME, queued.request().model(),
        new Payer(queued.origin().member(), Optional.empty(), queued.origin().channel()), clock.now(), clock.now());
  }

  private static AudioModel model() {
    AudioModel usual = FakeProvider.MODEL;
    return new AudioModel(new ModelId("stable-audio"), usual.provider(), usual.kinds(), usual.prompt(),
        usual.parameters(), usual.required(), usual.formats(), usual.usualSeconds(), usual.price(),
        usual.maxInFlight(), true);
  }

  private Generation generation() {
    return Samples.queued(Samples.id(1), new ChannelId(7), clock.now());
  }
}
