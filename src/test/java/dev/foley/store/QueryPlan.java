package dev.foley.store;

import java.util.List;
import java.util.Map;

/** How SQLite goes about a query. */
final class QueryPlan {
  private QueryPlan() {}

  /** Step by step, such as {@code SEARCH draft USING INDEX draft_member (member_id=?)}. */
  static List<String> of(Database database, String query, Map<String, ?> values) {
    return database.jdbi().withHandle(handle -> handle.createQuery("EXPLAIN QUERY PLAN " + query)
        .bindMap(values).map((row, _) -> row.getString("detail")).list());
  }
}
