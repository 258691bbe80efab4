package dev.foley.config;

import java.util.Optional;

/**
 * One thing that can be configured.
 *
 * @param path where it stands in the file, such as {@code ops.port}
 * @param variable the environment variable that wins over the file
 * @param fallback what holds if neither says anything
 */
record Key<T>(String path, Optional<String> variable, Format<T> format, T fallback) {
  static <T> Key<T> of(String path, Format<T> format, T fallback) {
    return new Key<>(path, Optional.empty(), format, fallback);
  }

  static <T> Key<T> of(String path, String variable, Format<T> format, T fallback) {
    return new Key<>(path, Optional.of(variable), format, fallback);
  }
}
