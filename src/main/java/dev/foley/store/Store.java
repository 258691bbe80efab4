package dev.foley.store;

import dev.foley.generation.Drafts;
import dev.foley.generation.GenerationId;
import dev.foley.generation.GenerationState;
import dev.foley.generation.GenerationStore;
import dev.foley.generation.GenerationTimer;
import dev.foley.generation.History;
import dev.foley.generation.Ledger;
import dev.foley.generation.MemberData;
import dev.foley.generation.Next;
import dev.foley.generation.policy.PreferenceStore;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;

/** The database with what stands on it. Opened once, closed last. */
public final class Store implements AutoCloseable {
  private final Database database;
  private final SqlGenerationStore generations;
  private final DbSchedulerTimer timer;
  private final InstantSource clock;

  private Store(Database database, SqlGenerationStore generations, DbSchedulerTimer timer, InstantSource clock) {
    this.database = database;
    this.generations = generations;
    this.timer = timer;
    this.clock = clock;
  }

  /**
   * Opens the database, making it if there is none, and brings its tables up to date. No timer runs yet.
   *
   * @throws DatabaseUnusableException if it cannot be used; the message is for the host
   */
  public static Store open(StoreSettings settings, InstantSource clock) {
    return on(Database.open(settings), settings, clock);
  }

  /**
   * As above, watched.
   *
   * @param wrapper around the source of connections, for whoever counts what is asked of it
   */
  public static Store open(StoreSettings settings, InstantSource clock, UnaryOperator<DataSource> wrapper) {
    return on(Database.open(settings, wrapper), settings, clock);
  }

  static Store on(Database database, StoreSettings settings, InstantSource clock) {
    try {
      return new Store(database, new SqlGenerationStore(database),
          new DbSchedulerTimer(database, settings, new TimerRepair(database, clock), clock), clock);
    } catch (RuntimeException e) {
      database.close();
      throw e;
    }
  }

  public GenerationStore generations() {
    return generations;
  }

  public Ledger ledger() {
    return new SqlLedger(database.jdbi());
  }

  public History history() {
    return new SqlHistory(database.jdbi());
  }

  public Drafts drafts() {
    return new SqlDrafts(database.jdbi());
  }

  public MemberData members() {
    return new SqlMemberData(database.jdbi());
  }

  public PreferenceStore preferences() {
    return new SqlPreferences(database.jdbi());
  }

  public GenerationTimer timer() {
    return timer;
  }

  /**
   * Begins to wake generations, those that a dead process left behind first.
   *
   * @param step called on virtual threads named {@code foley-work-…}, never for the same generation twice at once; what it
   *     throws is logged, and the step repeated later
   * @throws dev.foley.generation.StoreException if the database does not answer; nothing is woken then
   */
  public void startTimers(Function<GenerationId, Next> step) {
    startTimers(step, _ -> {});
  }

  /**
   * As above, watched.
   *
   * @param lateness is told, right before each step, how much later its timer fired than it was set for; must not throw
   */
  public void startTimers(Function<GenerationId, Next> step, Consumer<Duration> lateness) {
    timer.start(step, lateness);
  }

  /** Wakes nothing more, and waits for the steps in hand as long as the grace lasts. */
  public void stopTimers() {
    timer.stop();
  }

  /** The generations whose file may still be in the spool: not delivered yet, or not deliverable. Blocking. */
  public Set<GenerationId> withFiles() {
    return generations.withFiles();
  }

  /** Whether other instances may be at work on the same database. */
  public boolean isShared() {
    return database.dialect().isShared();
  }

  /**
   * Whether a request has a take that is neither ready nor over, as the rows say. Always, where nobody else can have changed them.
   *
   * @param first names the request
   */
  public boolean goesOn(GenerationId first) {
    return !isShared() || generations.takes(first).stream().anyMatch(take -> switch (take.state()) {
      case GenerationState.Queued _, GenerationState.Submitting _, GenerationState.Pending _, GenerationState.Cancelling _, GenerationState.Completed _ ->
        true;
      case GenerationState.Ready _, GenerationState.Failing _, GenerationState.Delivered _, GenerationState.Failed _ ->
        false;
    });
  }

  /** Whether the database answers at this moment. Blocking. */
  public boolean answers() {
    return Database.ask("The database does not answer",
        () -> database.jdbi().withHandle(handle -> handle.createQuery("SELECT 1").mapTo(Integer.class).one() == 1));
  }

  /**
   * Counts what is not over yet. Blocking.
   *
   * @throws dev.foley.generation.StoreException if the database does not answer
   */
  public StoreView view() {
    return new SqlView(database).at(clock.instant());
  }

  public PoolUse pool() {
    return database.use();
  }

  public TimerUse timers() {
    return timer.use();
  }

  /** Stops the timers if they run, then closes the database; steps still in hand find it closed. */
  @Override
  public void close() {
    try {
      timer.stop();
    } finally {
      database.close();
    }
  }
}
