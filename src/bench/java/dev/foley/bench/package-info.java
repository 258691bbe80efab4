/**
 * What {@code ./foley bench NAME} measures: each benchmark is one class, says in its comment what limits its figures, and compares
 * with a peer in the same run where there is one. Nothing of it is in the bot's jar.
 */
@NullMarked
package dev.foley.bench;

import org.jspecify.annotations.NullMarked;
