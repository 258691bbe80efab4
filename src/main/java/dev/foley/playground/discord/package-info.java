/** A local Discord: REST v10, gateway and a control interface to act as a member. */
@NullMarked
package dev.foley.playground.discord;

import org.jspecify.annotations.NullMarked;
