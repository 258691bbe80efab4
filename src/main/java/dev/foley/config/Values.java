package dev.foley.config;

import java.util.Optional;

/** A key's value: the environment's, else the file's, else the default. Both are read, so that every mistake is told at once. */
final class Values {
  private final Environment environment;
  private final FileValues file;

  Values(Environment environment, FileValues file) {
    this.environment = environment;
    this.file = file;
  }

  <T> T get(Key<T> key) {
    Optional<T> fromFile = fromFile(key);
    return fromEnvironment(key).or(() -> fromFile).orElse(key.fallback());
  }

  private <T> Optional<T> fromFile(Key<T> key) {
    try {
      Optional<String> text = file.text(key);
      return text.isEmpty() ? Optional.empty() : Optional.of(key.format().readFromFile(text.get()));
    } catch (UnfitValueException e) {
      file.complain(key, e);
      return Optional.empty();
    }
  }

  private <T> Optional<T> fromEnvironment(Key<T> key) {
    Optional<String> text = key.variable().flatMap(environment::get);
    try {
      return text.isEmpty() ? Optional.empty() : Optional.of(key.format().read(text.get()));
    } catch (UnfitValueException e) {
      environment.complain(key.variable().orElseThrow(), e.predicate());
      return Optional.empty();
    }
  }
}
