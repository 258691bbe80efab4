package dev.foley.config;

import dev.foley.secret.Secret;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The environment's variables. One that is set to nothing counts as not set: compose files write that. */
final class Environment {
  static final String CONFIG = "FOLEY_CONFIG";

  /** Read before any of this runs, by the logging configuration; here only so that a mistake is told. */
  private static final Map<String, Format<String>> LOGGING = Map.of(
      "FOLEY_LOG", Formats.oneOf("text", "json"),
      "FOLEY_LOG_LEVEL", Formats.ignoringCase(Formats.oneOf("error", "warn", "info", "debug", "trace")));

  private static final int MAX_SECRET_BYTES = 4096;

  private final Map<String, String> variables;
  private final List<Problem> problems = new ArrayList<>();

  Environment(Map<String, String> variables) {
    this.variables = Map.copyOf(variables);
  }

  Optional<String> get(String name) {
    return Optional.ofNullable(variables.get(name)).filter(value -> !value.isBlank());
  }

  void complain(String name, String predicate) {
    problems.add(new Problem("environment variable " + name + " " + predicate + "."));
  }

  List<Problem> problems() {
    return List.copyOf(problems);
  }

  /** From the variable, or from the file that its {@code _FILE} names. */
  Optional<Secret> secret(SecretVariable secret) {
    Optional<String> direct = get(secret.name());
    Optional<String> file = get(secret.fileVariable());
    if (direct.isPresent() && file.isPresent()) {
      complain(secret.fileVariable(), "is set, and " + secret.name() + " as well; unset one of them");
      return Optional.empty();
    }
    return direct.map(value -> new Source(secret.name(), value))
        .or(() -> file.flatMap(path -> contentOf(secret.fileVariable(), path)))
        .flatMap(this::secret);
  }

  /** A secret's text, and the variable to name in a complaint. Never printed. */
  private record Source(String variable, String text) {}

  private Optional<Source> contentOf(String variable, String path) {
    try (InputStream in = Files.newInputStream(Path.of(path.strip()))) {
      byte[] content = in.readNBytes(MAX_SECRET_BYTES + 1);
      if (content.length > MAX_SECRET_BYTES) {
        complain(variable,
            "names a file of more than " + MAX_SECRET_BYTES + " bytes; the file must contain the secret alone");
        return Optional.empty();
      }
      return Optional.of(new Source(variable, new String(content, StandardCharsets.UTF_8)));
    } catch (IOException | InvalidPathException e) {
      complain(variable, "names a file that cannot be read (" + e.getClass().getSimpleName()
          + "); check the path and that Foley's user may read it");
      return Optional.empty();
    }
  }

  /** Whoever sends a header refuses anything else, and might show it when it complains. */
  private Optional<Secret> secret(Source source) {
    String text = source.text().strip();
    if (text.isEmpty()) {
      complain(source.variable(), "names an empty file; write the secret into it");
      return Optional.empty();
    }
    if (!text.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
      complain(source.variable(),
          "has a space, a line break or a character that no key has; give the bare key, without \"Bot\" or \"Bearer\"");
      return Optional.empty();
    }
    return Optional.of(Secret.of(text));
  }

  /**
   * Tells of variables that are one or two letters away from ours. Other names that begin with {@code FOLEY_} are left alone:
   * Kubernetes makes such for a service called "foley".
   */
  void checkNames() {
    Set<String> known = names();
    known.add("FOLEY_SHARED"); // tells the tests where the specifications are
    new TreeSet<>(variables.keySet()).stream()
        .filter(name -> name.startsWith("FOLEY_") && !known.contains(name))
        .forEach(name -> Nearest.nearest(name, known, 2)
            .ifPresent(meant -> complain(name, "is not known; did you mean " + meant + "? Rename or unset it")));
  }

  /** Of every variable that means something. */
  static Set<String> names() {
    TreeSet<String> names = new TreeSet<>(LOGGING.keySet());
    names.add(CONFIG);
    names.add("FOLEY_JAVA_OPTS");
    Keys.ALL.stream().flatMap(key -> key.variable().stream()).forEach(names::add);
    SecretVariable.ALL.stream().flatMap(secret -> Stream.of(secret.name(), secret.fileVariable())).forEach(names::add);
    return names;
  }

  void checkLogging() {
    LOGGING.forEach((name, format) -> get(name).ifPresent(text -> {
      try {
        format.read(text);
      } catch (UnfitValueException e) {
        complain(name, e.predicate());
      }
    }));
  }
}
