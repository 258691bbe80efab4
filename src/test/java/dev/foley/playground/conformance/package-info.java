/** Checks the local Discord, and every bot that talks to it, against Discord's published OpenAPI. */
@NullMarked
package dev.foley.playground.conformance;

import org.jspecify.annotations.NullMarked;
