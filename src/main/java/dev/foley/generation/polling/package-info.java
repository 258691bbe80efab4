/**
 * What is learned of how long jobs take, and when to ask about one: pure arithmetic, no clock, no chance of its own. Times are seconds
 * since the submit began, in {@code double}. {@link dev.foley.generation.polling.PollingPlan} holds the reasoning.
 */
@NullMarked
package dev.foley.generation.polling;

import org.jspecify.annotations.NullMarked;
