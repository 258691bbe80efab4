package dev.foley.ops.metrics;

import dev.foley.generation.LedgerEntry;
import dev.foley.provider.Cost;
import dev.foley.provider.FailureReason;
import java.time.Duration;
import java.util.Optional;

/**
 * Something that is counted. It holds what becomes a label and a figure, and nothing of whom it was about: no id, no prompt, no address
 * could get into a label from here.
 */
sealed interface Event {
  /** A model and its service, as labels: of what the catalogue does not know any more, {@link #OTHER}. */
  record Source(String provider, String model) {}

  /** In place of a value that is none of the known ones, of which there could be any number. */
  String OTHER = "other";

  /** A change was committed. */
  record Changed(Source source, String state) implements Event {}

  /** A call failed and will be repeated. */
  record Repeated(Source source) implements Event {}

  /**
   * The member has the sound.
   *
   * @param took since the order
   * @param made of which the service had it so long, where that is known
   */
  record Delivered(Source source, Duration took, Optional<Duration> made) implements Event {}

  /** The member has been told that there will be none. */
  record Failed(Source source, FailureReason reason) implements Event {}

  /** What became of the money of one generation, once it is known. */
  record Settled(Source source, LedgerEntry.Kind kind, Cost cost) implements Event {}

  /** A timer fired. */
  record Woken(Duration late) implements Event {}

  /** A call to a service ended. */
  record ServiceCalled(String provider, String operation, String outcome, Duration took) implements Event {}

  /** A result was fetched, or not. */
  record Fetched(String outcome, Duration took) implements Event {}

  /** A request to Discord ended. */
  record DiscordCalled(String route, String status, Duration took) implements Event {}
}
