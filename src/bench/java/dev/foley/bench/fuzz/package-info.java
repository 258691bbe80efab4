/**
 * {@code ./foley bench fuzz}: everything that reads what strangers send is fed by Jazzer with bytes that it finds by looking at which
 * branches they take. Each target says in its class what it may throw; all else is a finding.
 */
@NullMarked
package dev.foley.bench.fuzz;

import org.jspecify.annotations.NullMarked;
