/** The simulated AIML API. */
@NullMarked
package dev.foley.playground.services.aimlapi;

import org.jspecify.annotations.NullMarked;
