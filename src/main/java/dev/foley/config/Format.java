package dev.foley.config;

/** How a value is written. The same text means the same in the file and in the environment. */
interface Format<T> {
  T read(String text) throws UnfitValueException;

  /** Whether the file may have a list here; its entries arrive as one text, separated by commas. */
  default boolean takesList() {
    return false;
  }
}
