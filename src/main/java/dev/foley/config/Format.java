package dev.foley.config;

/** How a value is written. The same text means the same in the file and in the environment. */
interface Format<T> {
  T read(String text) throws UnfitValueException;

  /** What may be written, in a few words for the reference, such as {@code a duration, from 1s to 1h}. */
  default String form() {
    return "a text";
  }

  /** For what may stand in the environment, and not in a file. */
  default T readFromFile(String text) throws UnfitValueException {
    return read(text);
  }

  /** Whether the file may have a list here; its entries arrive as one text, separated by commas. */
  default boolean takesList() {
    return false;
  }

  /** Whether the file must have a list of entries with keys here; they arrive as one text of JSON. */
  default boolean takesEntries() {
    return false;
  }
}
