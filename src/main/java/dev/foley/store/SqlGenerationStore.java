package dev.foley.store;

import dev.foley.generation.ChannelId;
import dev.foley.generation.Gate;
import dev.foley.generation.Generation;
import dev.foley.generation.GenerationId;
import dev.foley.generation.GenerationState;
import dev.foley.generation.GenerationStore;
import dev.foley.generation.GuildId;
import dev.foley.generation.LedgerEntry;
import dev.foley.generation.LimitReached;
import dev.foley.generation.Origin;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * {@link GenerationStore} over SQL, in words that SQLite and PostgreSQL both take.
 *
 * <p>What one generation costs, as {@code StatementCountTest} counts it: 2 statements to record it with its timer. For each waking 2, to
 * read the row and to set the timer; 1 more where the state changes, and 1 to read the row again where the next step follows at once. On
 * SQLite the row of what waits is not read where this process has written it ({@link LatestRows}). The claim is one statement for all that
 * are due. What costs money takes one more statement with its change: 4 for a whole generation at most. One that is queued, submitted,
 * asked for 12 times and delivered is 39 statements, and 26 on SQLite, where there are also fewer commits than wakings, since what many
 * change at a time is committed together ({@link GroupCommit}). Of several takes, those that wait for the others read their request once a
 * second.
 */
final class SqlGenerationStore implements GenerationStore {
  /** In words that let the index of requests with several takes be used, which holds no others. */
  static final String TAKES = """
      SELECT * FROM generation
      WHERE id = :first AND take_first = :first OR take_first = :first AND take_count > 1
      ORDER BY take_number
      """;

  /** Those whose file may still be in the spool. What was being submitted may have been answered with the sound. */
  static final String WITH_FILES = """
      SELECT id FROM generation
      WHERE state IN ('Submitting', 'Completed', 'Ready') OR failure_reason = 'UNDELIVERABLE'
      """;

  private final Jdbi jdbi;
  private final Dialect dialect;
  private final Writes writes;
  private final NewTimers timers;
  private final Optional<DepartureMarks> marks;
  private final Optional<LatestRows> latest;

  SqlGenerationStore(Database database) {
    this.jdbi = database.jdbi();
    this.dialect = database.dialect();
    this.writes = database.writes();
    this.timers = new NewTimers(database);
    this.latest = dialect.isShared() ? Optional.empty() : Optional.of(new LatestRows());
    this.marks = database.file()
        .map(file -> DepartureMarks.open(DepartureMarks.beside(file), DepartureMarks.boot(), submitting()));
  }

  @Override
  public Optional<LimitReached> insert(List<Generation> takes, List<LedgerEntry> reserved, Gate gate) {
    Optional<LimitReached> reached = Database.ask("Generation " + takes.getFirst().id() + " could not be recorded",
        () -> writes.commit(handle -> {
          dialect.oneAtATime(handle, gate.equals(Gate.OPEN) ? Set.of() : counted(takes.getFirst().origin()));
          Optional<LimitReached> limit = gate.check(new SqlStanding(handle));
          if (limit.isEmpty()) {
            takes.forEach(generation -> insert(handle, generation));
            reserved.forEach(entry -> LedgerRow.write(handle, entry));
          }
          return limit;
        }));
    if (reached.isEmpty()) {
      latest.ifPresent(known -> takes.forEach(known::written));
    }
    return reached;
  }

  /** Whoever a limit may be about: orders that share one of them are looked at one after the other. */
  private static Set<Long> counted(Origin origin) {
    return new HashSet<>(List.of(origin.member().value(), origin.channel().value(),
        origin.guild().map(GuildId::value).orElse(origin.member().value())));
  }

  private void insert(Handle handle, Generation generation) {
    handle.createUpdate("""
          INSERT INTO generation (
            id, version, channel_id, member_id, guild_id, interaction_id, interaction_token, received_at,
            attachment_limit_bytes, locale, model, prompt, parameters, created_at, failures, cost_credits,
            state, state_since, provider_job_id, audio_file, audio_size_bytes, result_url, audio_container,
            audio_sample_rate, audio_channel_count, audio_bit_depth, audio_encoding, audio_frames, audio_millis, message_id,
            failure_reason, kind, take_first, take_number, take_count, is_private, cost_unit, accepted_at, parent_id,
            lineage, submitted_at, answered_at, direct_channel_id, audio_peak_dbfs, audio_rms_dbfs, audio_clipped_runs,
            asks, unfinished_millis, queued_millis, generating_millis, queue_place, queue_place_millis)
          VALUES (
            :id, :version, :channel_id, :member_id, :guild_id, :interaction_id, :interaction_token, :received_at,
            :attachment_limit_bytes, :locale, :model, :prompt, :parameters, :created_at, :failures, :cost_credits,
            :state, :state_since, :provider_job_id, :audio_file, :audio_size_bytes, :result_url, :audio_container,
            :audio_sample_rate, :audio_channel_count, :audio_bit_depth, :audio_encoding, :audio_frames, :audio_millis, :message_id,
            :failure_reason, :kind, :take_first, :take_number, :take_count, :is_private, :cost_unit, :accepted_at, :parent_id,
            :lineage, :submitted_at, :answered_at, :direct_channel_id, :audio_peak_dbfs, :audio_rms_dbfs,
            :audio_clipped_runs, :asks, :unfinished_millis, :queued_millis, :generating_millis, :queue_place,
            :queue_place_millis)
          """)
        .bindMap(GenerationRow.columns(generation))
        .execute();
    timers.set(handle.getConnection(), generation.id(), generation.createdAt());
  }

  @Override
  public List<Generation> takes(GenerationId first) {
    return Database.ask("The takes of " + first + " could not be read", () -> jdbi.withHandle(handle -> handle
        .createQuery(TAKES)
        .bind("first", first.value())
        .map((row, context) -> GenerationRow.read(row))
        .list()));
  }

  @Override
  public Optional<Generation> find(GenerationId id) {
    return latest.flatMap(known -> known.find(id)).or(() -> read(id));
  }

  private Optional<Generation> read(GenerationId id) {
    return Database.ask("Generation " + id + " could not be read", () -> jdbi.withHandle(handle -> handle
        .createQuery("SELECT * FROM generation WHERE id = :id")
        .bind("id", id.value())
        .map((row, context) -> GenerationRow.read(row))
        .findOne()));
  }

  /** Where it came from and what was asked for never change; the state, and what the service charged, do. */
  @Override
  public boolean replace(Generation next, List<LedgerEntry> entries) {
    latest.ifPresent(known -> known.forget(next.id())); // until it is known what has become of the row
    boolean made = write(next, entries);
    if (made) {
      latest.ifPresent(known -> known.written(next));
    }
    if (made && !(next.state() instanceof GenerationState.Submitting)) {
      marks.ifPresent(known -> known.settled(next.id()));
    }
    return made;
  }

  private boolean write(Generation next, List<LedgerEntry> entries) {
    return Database.ask("Generation " + next.id() + " could not be updated", () -> writes.commit(handle -> {
      boolean replaced = replace(handle, next);
      if (replaced) {
        entries.forEach(entry -> LedgerRow.write(handle, entry));
      }
      return replaced;
    }));
  }

  private static boolean replace(Handle handle, Generation next) {
    int rows = handle.createUpdate("""
            UPDATE generation SET
              version = :version, failures = :failures, cost_credits = :cost_credits,
              cost_unit = :cost_unit, accepted_at = :accepted_at,
              state = :state, state_since = :state_since, provider_job_id = :provider_job_id,
              audio_file = :audio_file, audio_size_bytes = :audio_size_bytes, result_url = :result_url,
              audio_container = :audio_container, audio_sample_rate = :audio_sample_rate,
              audio_channel_count = :audio_channel_count, audio_bit_depth = :audio_bit_depth,
              audio_encoding = :audio_encoding, audio_frames = :audio_frames, audio_millis = :audio_millis,
              audio_peak_dbfs = :audio_peak_dbfs, audio_rms_dbfs = :audio_rms_dbfs,
              audio_clipped_runs = :audio_clipped_runs, submitted_at = :submitted_at, answered_at = :answered_at,
              asks = :asks, unfinished_millis = :unfinished_millis, queued_millis = :queued_millis,
              generating_millis = :generating_millis, queue_place = :queue_place, queue_place_millis = :queue_place_millis,
              message_id = :message_id, direct_channel_id = :direct_channel_id, failure_reason = :failure_reason
            WHERE id = :id AND version = :version - 1
            """)
        .bindMap(GenerationRow.changing(next))
        .execute();
    if (rows > 1) {
      throw new IllegalStateException(rows + " rows have the id " + next.id());
    }
    return rows == 1;
  }

  @Override
  public void leaves(GenerationId id) {
    marks.ifPresent(known -> known.leaves(id));
  }

  @Override
  public boolean neverLeft(GenerationId id) {
    return marks.map(known -> known.neverLeft(id)).orElse(false);
  }

  @Override
  public List<Generation> unfinished(ChannelId channel) {
    return Database.ask("What is pending in channel " + channel + " could not be read",
        () -> jdbi.withHandle(handle -> handle
            .createQuery("""
            SELECT * FROM generation
            WHERE channel_id = :channel AND state NOT IN ('Delivered', 'Failed')
            ORDER BY id
            """)
            .bind("channel", channel.value())
            .map((row, context) -> GenerationRow.read(row))
            .list()));
  }

  /** Asked once, at the start: of the index of what is unfinished. */
  private List<GenerationId> submitting() {
    return Database.ask("What was being submitted could not be read", () -> jdbi.withHandle(handle -> handle
        .createQuery("SELECT id FROM generation WHERE state NOT IN ('Delivered', 'Failed') AND state = 'Submitting'")
        .mapTo(String.class)
        .map(GenerationId::new)
        .list()));
  }

  /** Asked once, at the start, and so without an index. */
  Set<GenerationId> withFiles() {
    return Database.ask("What is in the spool could not be read", () -> jdbi.withHandle(handle -> handle
        .createQuery(WITH_FILES)
        .mapTo(String.class)
        .map(GenerationId::new)
        .collect(Collectors.toSet())));
  }
}
