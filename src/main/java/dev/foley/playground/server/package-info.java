/** One HTTP and WebSocket port on loopback, shared by all parts of the playground. */
@NullMarked
package dev.foley.playground.server;

import org.jspecify.annotations.NullMarked;
