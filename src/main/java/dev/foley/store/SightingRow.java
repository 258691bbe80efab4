package dev.foley.store;

import dev.foley.generation.polling.Sighting;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** What was seen of a job, as columns of its generation's row, and back: of its places in the queue the first, times in milliseconds. */
final class SightingRow {
  private static final double MILLIS = 1_000;

  private SightingRow() {}

  static void put(Map<String, @Nullable Object> row, Optional<Sighting> seen) {
    row.put("asks", seen.map(Sighting::asks).orElse(null));
    row.put("unfinished_millis", seen.map(known -> millis(known.asked())).orElse(null));
    row.put("queued_millis", seen.map(known -> millis(known.queued())).orElse(null));
    row.put("generating_millis", seen.map(Sighting::generating).filter(OptionalDouble::isPresent)
        .map(at -> millis(at.getAsDouble())).orElse(null));
    row.put("queue_place", seen.flatMap(Sighting::firstPlace).map(Sighting.Place::place).orElse(null));
    row.put("queue_place_millis", seen.flatMap(Sighting::firstPlace).map(place -> millis(place.at())).orElse(null));
  }

  static Optional<Sighting> read(ResultSet row) throws SQLException {
    int asks = row.getInt("asks");
    if (row.wasNull()) {
      return Optional.empty();
    }
    Optional<Sighting.Place> place = place(row);
    return Optional.of(new Sighting(row.getLong("unfinished_millis") / MILLIS, row.getLong("queued_millis") / MILLIS,
        generating(row), place, place, asks));
  }

  private static OptionalDouble generating(ResultSet row) throws SQLException {
    long millis = row.getLong("generating_millis");
    return row.wasNull() ? OptionalDouble.empty() : OptionalDouble.of(millis / MILLIS);
  }

  private static Optional<Sighting.Place> place(ResultSet row) throws SQLException {
    int place = row.getInt("queue_place");
    return row.wasNull()
        ? Optional.empty()
        : Optional.of(new Sighting.Place(place, row.getLong("queue_place_millis") / MILLIS));
  }

  private static long millis(double seconds) {
    return Math.round(seconds * MILLIS);
  }
}
