package dev.foley.generation;

import java.time.Instant;

/**
 * A request that costs so much that its member is asked first. It waits for a press of a button, which may come after a restart, or
 * never.
 *
 * @param id its own; the generations that come of it have others
 */
public record Draft(GenerationId id, Order order, Instant createdAt) {}
