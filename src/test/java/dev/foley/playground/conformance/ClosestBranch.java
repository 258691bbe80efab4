package dev.foley.playground.conformance;

import com.networknt.schema.Error;
import com.networknt.schema.path.NodePath;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Makes the errors of unions readable.
 *
 * <p>When none of a union's branches fits, the validator reports what is wrong with every one of them: dozens of lines
 * for one misspelt property of a button. Meant is nearly always one branch, the one whose {@code type} fits and that has
 * the fewest errors; only its errors are kept, and so on inwards.
 */
final class ClosestBranch {
  private static final long OTHER_TYPE = 1_000;

  private ClosestBranch() {}

  /** A place in the instance where a union applies; {@code evaluation} ends with {@code oneOf} or {@code anyOf}. */
  private record Union(List<String> evaluation, List<String> instance) {}

  /** The errors as sentences, such as {@code /components/0/label: must be at most 80 characters long}. */
  static List<String> describe(List<Error> errors) {
    return keepClosest(errors, 0).stream()
        .map(error -> "/" + String.join("/", names(error.getInstanceLocation())) + ": " + error.getMessage())
        .distinct().toList();
  }

  /** @param from names of the evaluation path that all these errors have in common */
  private static List<Error> keepClosest(List<Error> errors, int from) {
    List<Error> kept = new ArrayList<>();
    Map<Union, Map<String, List<Error>>> unions = new LinkedHashMap<>();
    for (Error error : errors) {
      List<String> path = names(error.getEvaluationPath());
      int union = nextUnion(path, from);
      if (union < 0) {
        kept.add(error);
      } else {
        unions.computeIfAbsent(unionAt(error, union), place -> new LinkedHashMap<>())
            .computeIfAbsent(path.get(union + 1), branch -> new ArrayList<>()).add(error);
      }
    }
    // The sentence "none of the schemas fits" says nothing once a branch is chosen.
    kept.removeIf(error -> unions.containsKey(
        new Union(names(error.getEvaluationPath()), names(error.getInstanceLocation()))));
    unions.forEach((union, branches) -> branches.values().stream()
        .min(Comparator.<List<Error>>comparingLong(branch -> distance(union, branch))
            .thenComparing(ClosestBranch::depth, Comparator.reverseOrder()))
        .ifPresent(branch -> kept.addAll(keepClosest(branch, union.evaluation().size() + 1))));
    return kept;
  }

  private static long distance(Union union, List<Error> branch) {
    List<Error> kept = keepClosest(branch, union.evaluation().size() + 1);
    long ofOtherType = kept.stream().filter(error -> saysOtherType(union, error)).count();
    // Of "must be null" and "must be text" the second says more.
    long demandsNull = kept.stream().filter(error -> error.getSchemaNode().asText().equals("null")).count();
    return kept.size() + OTHER_TYPE * (ofOtherType + demandsNull);
  }

  /** How far into the instance a branch could follow it. */
  private static int depth(List<Error> branch) {
    return branch.stream().mapToInt(error -> error.getInstanceLocation().getNameCount()).max().orElse(0);
  }

  /** True for "must be null" about the union's value itself, and for any complaint about its {@code type} property. */
  private static boolean saysOtherType(Union union, Error error) {
    List<String> instance = names(error.getInstanceLocation());
    int depth = union.instance().size();
    return instance.size() == depth
        ? "type".equals(error.getKeyword())
        : instance.size() == depth + 1 && instance.get(depth).equals("type");
  }

  /** Index of the next {@code oneOf} or {@code anyOf} that a branch number follows, or -1. */
  private static int nextUnion(List<String> path, int from) {
    for (int i = from; i < path.size(); i++) {
      switch (path.get(i)) {
        case "oneOf", "anyOf" -> {
          if (i + 1 < path.size()) {
            return i;
          }
        }
        case "properties", "allOf" -> i++; // the next name is a property's or a number, not a keyword
        default -> {
        }
      }
    }
    return -1;
  }

  private static Union unionAt(Error error, int index) {
    List<String> path = names(error.getEvaluationPath());
    int depth = 0;
    for (int i = 0; i < index; i++) {
      switch (path.get(i)) {
        case "properties" -> {
          depth++;
          i++;
        }
        case "items", "additionalProperties" -> depth++;
        case "oneOf", "anyOf", "allOf" -> i++;
        default -> {
        }
      }
    }
    return new Union(path.subList(0, index + 1), names(error.getInstanceLocation()).subList(0, depth));
  }

  private static List<String> names(NodePath path) {
    return IntStream.range(0, path.getNameCount()).mapToObj(path::getName).toList();
  }
}
