package dev.foley.config;

import java.util.List;

/**
 * Something that stands in the file under a path.
 *
 * @param line counted from 1
 */
record YamlEntry(String path, int line, Content content) {
  sealed interface Content {
    /** More keys below. */
    record Section() implements Content {}

    /** Written as text, whatever YAML would make of it. */
    record Scalar(String text) implements Content {}

    record Sequence(List<String> texts) implements Content {}

    /** A list of things that have keys themselves, as one text of JSON. */
    record Entries(String json) implements Content {}

    /** The key without a value: as if it were not there. */
    record Nothing() implements Content {}
  }
}
