/** Scripts: how they are written, and what they do with a bot. */
@NullMarked
package dev.foley.playground.demo;

import org.jspecify.annotations.NullMarked;
