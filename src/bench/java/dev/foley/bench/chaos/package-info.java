/**
 * The crash test: the real process, killed again and again at the moments that matter, while members go on asking. What became of
 * each request is judged by what the simulated services and the local Discord have recorded.
 */
@NullMarked
package dev.foley.bench.chaos;

import org.jspecify.annotations.NullMarked;
