package dev.foley.store;

import com.github.kagkarlsson.scheduler.jdbc.JdbcTaskRepositoryContext;
import com.github.kagkarlsson.scheduler.jdbc.SqliteJdbcCustomization;
import com.github.kagkarlsson.scheduler.task.Execution;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * How db-scheduler claims on SQLite: as it does on PostgreSQL, what is due and not claimed in one statement for all free workers. Its own
 * way on SQLite is one statement to look, and for each timer one to claim and one to read the claim back, with a commit each.
 */
final class SqliteClaims extends SqliteJdbcCustomization {
  private final Writes writes;

  SqliteClaims(Writes writes) {
    this.writes = writes;
  }

  @Override
  public boolean supportsSingleStatementLockAndFetch() {
    return true;
  }

  /** What was claimed, the longest due first, which SQLite does not promise. */
  @Override
  public List<Execution> lockAndFetchSingleStatement(JdbcTaskRepositoryContext context, Instant now, int limit,
      boolean orderByPriority) {
    // By rowid: the inner question is answered by the index of times, and its answer needs no second one.
    String sql = """
        UPDATE %1$s SET picked = ?, picked_by = ?, last_heartbeat = ?, version = version + 1
        WHERE rowid IN (
          SELECT rowid FROM %1$s WHERE picked = ? AND execution_time <= ? ORDER BY execution_time LIMIT %2$d)
        RETURNING *
        """.formatted(context.tableName, limit);
    return writes.commit(_ -> context.jdbcRunner.query(sql, claim -> {
      claim.setBoolean(1, true);
      claim.setString(2, context.schedulerName.getName());
      setInstant(claim, 3, now);
      claim.setBoolean(4, false);
      setInstant(claim, 5, now);
    }, context.resultSetMapper.get())).stream().sorted(Comparator.comparing(Execution::getExecutionTime)).toList();
  }
}
