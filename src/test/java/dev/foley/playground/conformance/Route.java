package dev.foley.playground.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** One path template of the extract, such as {@code /channels/{channel_id}/messages}, and its methods. */
record Route(String template, List<String> segments, JsonNode item) {
  /** All routes, those with more literal segments first, so that {@code @original} wins over a message id. */
  static List<Route> of(JsonNode paths) {
    List<Route> routes = new ArrayList<>();
    paths.properties().forEach(path -> routes.add(new Route(path.getKey(), split(path.getKey()), path.getValue())));
    routes.sort(Comparator.comparingLong(Route::parameters));
    return List.copyOf(routes);
  }

  static Optional<Route> find(List<Route> routes, String path) {
    List<String> segments = split(path);
    return routes.stream().filter(route -> route.matches(segments)).findFirst();
  }

  private boolean matches(List<String> path) {
    if (path.size() != segments.size()) {
      return false;
    }
    for (int i = 0; i < path.size(); i++) {
      if (!isParameter(segments.get(i)) && !segments.get(i).equals(path.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** What the path has in the place of a parameter; the path must match. */
  String argument(String parameter, String path) {
    return split(path).get(segments.indexOf("{" + parameter + "}"));
  }

  private long parameters() {
    return segments.stream().filter(Route::isParameter).count();
  }

  private static boolean isParameter(String segment) {
    return segment.startsWith("{");
  }

  private static List<String> split(String path) {
    return List.of(path.substring(1).split("/", -1));
  }
}
