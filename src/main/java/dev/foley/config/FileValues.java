package dev.foley.config;

import dev.foley.config.YamlEntry.Content;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The values of the file, after everything in it that no key explains has become a problem. */
final class FileValues {
  private final Path file;
  private final Map<String, YamlEntry> values = new HashMap<>();
  private final List<Located> problems = new ArrayList<>();

  private record Located(int line, Problem problem) {}

  private FileValues(Path file) {
    this.file = file;
  }

  /** @param required whether the file's absence is a problem */
  static FileValues read(Path file, boolean required) {
    FileValues values = new FileValues(file);
    try {
      values.accept(YamlFile.read(file));
    } catch (NoSuchFileException _) {
      if (required) {
        values.complain(new Problem("environment variable FOLEY_CONFIG names " + file
            + ", which is not there; correct the path, or unset it to use config/foley.yaml."));
      }
    } catch (IOException e) {
      values.complain(new Problem(file + " cannot be read (" + e.getClass().getSimpleName()
          + "); check that it is a file that Foley's user may read."));
    } catch (YamlFile.SyntaxException e) {
      values.complain(e.line(), e.clause());
    }
    return values;
  }

  private void accept(List<YamlEntry> entries) {
    List<String> explained = new ArrayList<>();
    Map<String, Integer> seen = new HashMap<>();
    for (YamlEntry entry : entries) {
      if (explained.stream().anyMatch(entry.path()::startsWith)) {
        continue;
      }
      Integer before = seen.putIfAbsent(entry.path(), entry.line());
      if (before != null) {
        complain(entry, "stands here for the second time; it was on line " + before + " before. Keep one of them");
      }
      if (Keys.PATHS.contains(entry.path())) {
        values.putIfAbsent(entry.path(), entry);
        explained.add(entry.path() + ".");
      } else if (Keys.SECTIONS.contains(entry.path())) {
        if (entry.content() instanceof Content.Scalar || entry.content() instanceof Content.Sequence
            || entry.content() instanceof Content.Entries) {
          complain(entry, "is a section; write its keys on the lines below, indented");
        }
      } else {
        complainOfUnknown(entry);
        explained.add(entry.path() + ".");
      }
    }
  }

  private void complainOfUnknown(YamlEntry entry) {
    if (SecretVariable.isSecret(entry.path())) {
      complain(entry, SecretVariable.insteadOf(entry.path())
          .map(secret -> "must not stand in a file that is shared and backed up; put it into the environment variable "
              + secret.name() + ", or name a file with it by " + secret.fileVariable())
          .orElse("looks like a secret, and no secret belongs in this file; remove it"));
      return;
    }
    boolean section = entry.content() instanceof Content.Section;
    complain(entry, Nearest.path(entry.path(), section ? Keys.SECTIONS : Keys.PATHS)
        .map(known -> "is not known; did you mean " + known + "?")
        .orElse("is not known; remove it"));
  }

  /** The text at a key; empty if the key is absent, or has no value. */
  Optional<String> text(Key<?> key) throws UnfitValueException {
    YamlEntry entry = values.get(key.path());
    if (entry == null) {
      return Optional.empty();
    }
    return switch (entry.content()) {
      case Content.Nothing _ -> Optional.empty();
      case Content.Sequence(List<String> texts) when key.format().takesEntries() && texts.isEmpty() -> Optional.empty();
      case Content.Entries(String json) when key.format().takesEntries() -> Optional.of(json);
      case Content.Scalar _, Content.Sequence _, Content.Section _ when key.format().takesEntries() ->
        throw new UnfitValueException("needs a list of entries with keys; begin each with a dash");
      case Content.Scalar(String text) -> Optional.of(text).filter(value -> !value.isBlank());
      case Content.Sequence(List<String> texts) when key.format().takesList() -> Optional.of(String.join(",", texts));
      case Content.Sequence _ -> throw new UnfitValueException("has a list; write one value");
      case Content.Entries _ ->
        throw new UnfitValueException("has entries with keys; write one value, or a list of plain ones");
      case Content.Section _ -> throw new UnfitValueException("has keys below it; write one value");
    };
  }

  void complain(Key<?> key, UnfitValueException reason) {
    YamlEntry entry = values.get(key.path());
    if (entry == null) {
      throw new IllegalStateException(key.path() + " is not in the file");
    }
    complain(entry, reason.predicate());
  }

  private void complain(YamlEntry entry, String predicate) {
    complain(entry.line(), entry.path() + " " + predicate);
  }

  private void complain(int line, String clause) {
    Problem problem = new Problem(file + ", line " + line + ": " + clause + (clause.endsWith("?") ? "" : "."));
    problems.add(new Located(line, problem));
  }

  private void complain(Problem aboutTheFile) {
    problems.add(new Located(0, aboutTheFile));
  }

  /** From top to bottom. */
  List<Problem> problems() {
    return problems.stream().sorted(Comparator.comparingInt(Located::line)).map(Located::problem).toList();
  }
}
