/** The connection to Discord. This package and those below it alone know JDA: a request comes in by {@code interaction} and {@code request}, and its answer goes out by {@code reply}. */
@NullMarked
package dev.foley.discord;

import org.jspecify.annotations.NullMarked;
