package dev.foley.discord;

/**
 * The parts of the gateway that one instance connects to. Discord shows each server to one shard; direct messages go to the first.
 */
public sealed interface Shards {
  /** As many as Discord recommends, all of them here. */
  Shards AUTO = new Auto();

  /** See {@link #AUTO}. */
  record Auto() implements Shards {}

  /**
   * Those that are named; other instances connect to the rest.
   *
   * @param first counted from 0
   * @param last this one included
   * @param total of all instances together
   */
  record Range(int first, int last, int total) implements Shards {
    public Range {
      if (first < 0 || last < first || total <= last) {
        throw new IllegalArgumentException("no range of shards: " + first + "-" + last + "/" + total);
      }
    }
  }
}
