/** The bots that benchmarks compare, each a process of its own on a playground of its own. */
@NullMarked
package dev.foley.bench.bots;

import org.jspecify.annotations.NullMarked;
